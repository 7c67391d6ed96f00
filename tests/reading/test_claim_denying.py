"""Claims that who is said to have made them denies having made."""

from __future__ import annotations

import pytest

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ClaimStatus
from tests.reading.tellings import Read, of_type, the_claim

ATTACK = "A bomb killed nine people in Mogadishu on Friday. "

CLAIMED = ATTACK + "Al-Shabaab claimed the attack. "


def test_a_denial_of_the_deed_is_none_of_a_claim(read: Read) -> None:
    assert of_type(read(ATTACK + "Al-Shabaab denied involvement in the attack."), ClaimMention) == []


@pytest.mark.parametrize(
    "words",
    [
        "A spokesman for the movement disowned the statement.",
        "The movement distanced itself from the claim.",
        "The group rejected the claim.",
        "Al-Shabaab said the statement had not been issued by it.",
        "Al-Shabaab later said the claim did not come from it.",
        "The group said the statement was fake.",
    ],
)
def test_the_group_that_a_claim_names_denies_it(words: str, read: Read) -> None:
    assert the_claim(read(CLAIMED + words)).status is ClaimStatus.DENIED
