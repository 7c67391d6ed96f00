"""What a report tells of the life of a claim."""

from __future__ import annotations

import pytest

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ClaimStatus
from tests.reading.tellings import Read, of_type, the_claim

ATTACK = "A bomb killed nine people in Mogadishu on Friday. "

CLAIMED = ATTACK + "Al-Shabaab claimed the attack. "


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The claim was later deleted.", ClaimStatus.WITHDRAWN),
        ("The post was taken down on Sunday.", ClaimStatus.WITHDRAWN),
        ("It later withdrew its claim.", ClaimStatus.WITHDRAWN),
        ("The statement is no longer online.", ClaimStatus.WITHDRAWN),
        ("The statement has disappeared.", ClaimStatus.WITHDRAWN),
        ("Al-Shabaab denied that it had claimed the attack.", ClaimStatus.DENIED),
        ("Al-Shabaab denied having made the claim.", ClaimStatus.DENIED),
        ("Al-Shabaab said it had never claimed the attack.", ClaimStatus.DENIED),
        ("Al-Shabaab disowned the statement.", ClaimStatus.DENIED),
        ("The government dismissed the claim.", ClaimStatus.DISPUTED),
        ("Officials cast doubt on the claim.", ClaimStatus.DISPUTED),
        ("The army called the claim a lie.", ClaimStatus.DISPUTED),
        ("The army said the claim was propaganda.", ClaimStatus.DISPUTED),
        ("The army did not dispute the claim.", ClaimStatus.STANDING),
        ("The claim has not been withdrawn.", ClaimStatus.STANDING),
        ("The army condemned the attack.", ClaimStatus.STANDING),
    ],
)
def test_what_became_of_a_claim(read: Read, words: str, status: ClaimStatus) -> None:
    assert the_claim(read(CLAIMED + words)).status is status


def test_a_turn_bears_its_own_day(read: Read) -> None:
    (turn,) = the_claim(read(CLAIMED + "The post was taken down on Sunday.")).turns
    assert turn.when.quote is not None
    assert turn.when.quote.exact == "Sunday"


def test_a_claim_bears_the_day_on_which_it_was_made(read: Read) -> None:
    claim = the_claim(read("Al-Shabaab took responsibility on Monday for Friday's bombing in Mogadishu."))
    assert claim.when.quote is not None
    assert claim.when.quote.exact == "Monday"


@pytest.mark.parametrize(
    "words",
    [
        "Later Islamic State claimed the attack, superseding the claim by Al-Shabaab.",
        "Islamic State then claimed the attack, replacing the earlier claim by Al-Shabaab.",
        "Later Islamic State issued a superseding claim.",
        "Islamic State claimed the attack too. The claim by Al-Shabaab was superseded by it.",
    ],
)
def test_a_claim_gives_way_to_another(read: Read, words: str) -> None:
    claims = of_type(read(CLAIMED + words), ClaimMention)
    assert any(c.status is ClaimStatus.SUPERSEDED for c in claims if c.claimant.actor_id == "al-shabaab")
    assert {c.status for c in claims if c.claimant.actor_id == "islamic-state"} == {ClaimStatus.STANDING}


def test_the_end_of_a_claim_tells_that_it_was_made(read: Read) -> None:
    claim = the_claim(read("Al-Shabaab has deleted its claim of Friday's bomb attack in Mogadishu."))
    assert (claim.status, len(claim.covers)) == (ClaimStatus.WITHDRAWN, 1)


def test_who_claims_together_claims_each(read: Read) -> None:
    claims = of_type(read(ATTACK + "Al-Shabaab and Islamic State claimed the attack."), ClaimMention)
    assert {c.claimant.actor_id for c in claims} == {"al-shabaab", "islamic-state"}
    assert all(c.is_shared for c in claims)


def test_rivals_who_both_claim_do_not_share_it(read: Read) -> None:
    claims = of_type(read(ATTACK + "Al-Shabaab and Islamic State both claimed the attack."), ClaimMention)
    assert [c.is_shared for c in claims] == [False, False]


@pytest.mark.parametrize(
    "words", ["The group may withdraw its claim.", "Al-Shabaab wants the post to be taken down.", "It deleted a photo."]
)
def test_what_did_not_happen_to_a_claim_is_no_turn(words: str, read: Read) -> None:
    assert the_claim(read(CLAIMED + words)).turns == ()
