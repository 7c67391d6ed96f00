"""Claims that others call false."""

from __future__ import annotations

from tallystick.model.terms import ClaimStep
from tests.reading.tellings import Read, the_claim

ATTACK = "A bomb killed nine people in Mogadishu on Friday. "

CLAIMED = ATTACK + "Al-Shabaab claimed the attack. "


def test_a_dispute_names_who_disputes(read: Read) -> None:
    (turn,) = the_claim(read(CLAIMED + "The Somali government rejected the claim.")).turns
    assert turn.step is ClaimStep.DISPUTED
    assert turn.by is not None
    assert "omali" in turn.by.name
    assert turn.quote.exact == "The Somali government rejected the claim"
