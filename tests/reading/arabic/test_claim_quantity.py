"""Over how much an Arabic claim is."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import Quantifier
from tests.reading.arabic.conftest import ReadArabic
from tests.reading.tellings import of_type, the_claim


@pytest.mark.parametrize(
    ("text", "quantifier", "number", "of"),
    [
        ("تبنت المقاومة الإسلامية في العراق جميع الهجمات الأحد عشر هذا الأسبوع.", Quantifier.ALL, 11, None),
        ("تبنى تنظيم داعش خمسة من الهجمات السبعة في ديالى.", Quantifier.SOME, 5, 7),
        ("أعلنت حركة الشباب مسؤوليتها عن سلسلة هجمات في كينيا.", Quantifier.SEVERAL, None, None),
        ("أعلنت حركة الشباب مسؤوليتها عن عشرات الهجمات في كينيا.", Quantifier.MANY, None, None),
        ("تبنى تنظيم داعش معظم الهجمات في ديالى.", Quantifier.MOST, None, None),
    ],
)
def test_a_claim_over_a_set_marks_no_event(
    text: str, quantifier: Quantifier, number: int | None, of: int | None, read_arabic: ReadArabic
) -> None:
    claim = the_claim(read_arabic(text))
    assert (claim.quantifier, claim.number, claim.of, claim.covers) == (quantifier, number, of, ())


def test_the_dual_marks_the_two_attacks_told(read_arabic: ReadArabic) -> None:
    reading = read_arabic(
        "قُتل جندي في هجوم في كركوك يوم الأحد. وانفجرت عبوة ناسفة في الموصل يوم الاثنين. وتبنى تنظيم داعش الهجومين."
    )
    claim = the_claim(reading)
    assert (claim.quantifier, claim.number) == (Quantifier.ALL, 2)
    assert sorted(claim.covers) == sorted(e.id for e in of_type(reading, EventMention))


def test_a_province_of_a_group_claims_in_its_own_name(read_arabic: ReadArabic) -> None:
    claim = the_claim(
        read_arabic("قُتل جنود في هجوم في رفح يوم الأحد، أعلنت ولاية سيناء، وهي فرع تنظيم داعش، مسؤوليتها عنه.")
    )
    assert claim.claimant.actor_id == "islamic-state-sinai"
