"""Claims of responsibility in Arabic text."""

from __future__ import annotations

from tallystick.model.mention import ClaimMention, EventMention
from tallystick.model.terms import Quantifier
from tests.reading.arabic.conftest import ReadArabic
from tests.reading.tellings import of_type


def test_a_claim_covers_the_attack_of_its_sentence(read_arabic: ReadArabic) -> None:
    reading = read_arabic("أعلنت حركة الشباب مسؤوليتها عن هجوم في مقديشو.")
    (claim,) = of_type(reading, ClaimMention)
    assert claim.claimant.actor_id == "al-shabaab"
    assert claim.covers == tuple(e.id for e in of_type(reading, EventMention))


def test_a_claim_of_the_attack_told_before(read_arabic: ReadArabic) -> None:
    reading = read_arabic("انفجرت سيارة مفخخة في مقديشو، وتبنت حركة الشباب الهجوم.")
    (claim,), (event,) = of_type(reading, ClaimMention), of_type(reading, EventMention)
    assert claim.covers == (event.id,)
    assert event.status_cue == "reported"


def test_a_claim_of_many_covers_no_single_one(read_arabic: ReadArabic) -> None:
    (claim,) = of_type(read_arabic("وذكر أن فصائل عراقية تبنت كثيراً من الهجمات على أربيل."), ClaimMention)
    assert (claim.covers, claim.quantifier) == ((), Quantifier.MANY)


def test_what_a_ministry_announces_is_no_claim(read_arabic: ReadArabic) -> None:
    assert of_type(read_arabic("أعلنت وزارة الدفاع العراقية هجوما على أربيل."), ClaimMention) == []
