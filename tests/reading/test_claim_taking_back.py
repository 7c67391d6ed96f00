"""Claims taken back by who made them, and statements taken down."""

from __future__ import annotations

import pytest

from tallystick.model.terms import ClaimStatus, ClaimStep
from tests.reading.tellings import Read, the_claim

ATTACK = "A bomb killed nine people in Mogadishu on Friday. "

CLAIMED = ATTACK + "Al-Shabaab claimed the attack. "


@pytest.mark.parametrize(
    ("words", "by_claimant"),
    [
        ("It later withdrew its claim.", True),
        ("Al-Shabaab retracted the claim on Sunday.", True),
        ("The group took back its claim a day later.", True),
        ("The group backed away from the claim.", True),
        ("It backtracked on the claim on Sunday.", True),
        ("The group then said its claim had been a mistake.", True),
        ("The claim was withdrawn.", False),
        ("The claim no longer stands.", False),
    ],
)
def test_a_claim_is_taken_back(words: str, by_claimant: bool, read: Read) -> None:
    (turn,) = the_claim(read(CLAIMED + words)).turns
    assert turn.step is ClaimStep.WITHDRAWN
    assert (turn.by is not None) is by_claimant


@pytest.mark.parametrize(
    ("words", "by", "status"),
    [
        ("The post was taken down on Sunday.", None, ClaimStatus.WITHDRAWN),
        ("Al-Shabaab's statement was removed.", None, ClaimStatus.WITHDRAWN),
        ("The statement has disappeared.", None, ClaimStatus.WITHDRAWN),
        ("Its channel deleted the post on Tuesday.", "Al-Shabaab", ClaimStatus.WITHDRAWN),
        ("The channel removed its post within hours.", "Al-Shabaab", ClaimStatus.WITHDRAWN),
        ("Al-Shabaab later took the post down.", "Al-Shabaab", ClaimStatus.WITHDRAWN),
        ("Telegram removed the post on Tuesday.", "Telegram", ClaimStatus.STANDING),
        ("The post was deleted by moderators.", "moderators", ClaimStatus.STANDING),
        ("Facebook deleted the account.", "Facebook", ClaimStatus.STANDING),
        ("The platform took the message down.", "The platform", ClaimStatus.STANDING),
    ],
)
def test_a_claim_is_taken_down_by_its_claimant_a_platform_or_an_unnamed_hand(
    words: str, by: str | None, status: ClaimStatus, read: Read
) -> None:
    claim = the_claim(read(CLAIMED + words))
    (turn,) = claim.turns
    assert turn.step is ClaimStep.TAKEN_DOWN
    assert (turn.by and turn.by.name) == by
    assert claim.status is status
