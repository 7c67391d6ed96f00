"""What an Arabic report tells of the life of a claim."""

from __future__ import annotations

import pytest

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ClaimStatus, ClaimStep
from tests.reading.arabic.conftest import ReadArabic
from tests.reading.tellings import of_type, the_claim

CLAIMED = "انفجرت سيارة مفخخة في مقديشو يوم الاثنين. وتبنت حركة الشباب الهجوم. "


@pytest.mark.parametrize(
    ("words", "step", "by", "status"),
    [
        ("ثم تراجعت الحركة عن تبنيها.", ClaimStep.WITHDRAWN, "Al-Shabaab", ClaimStatus.WITHDRAWN),
        ("وسحبت حركة الشباب بيانها يوم الثلاثاء.", ClaimStep.WITHDRAWN, "Al-Shabaab", ClaimStatus.WITHDRAWN),
        ("وحذفت الحركة البيان لاحقا.", ClaimStep.TAKEN_DOWN, "Al-Shabaab", ClaimStatus.WITHDRAWN),
        ("وحُذف البيان بعد ساعات.", ClaimStep.TAKEN_DOWN, None, ClaimStatus.WITHDRAWN),
        ("واختفى المنشور من القناة.", ClaimStep.TAKEN_DOWN, None, ClaimStatus.WITHDRAWN),
        ("وحذف تلغرام المنشور يوم الثلاثاء.", ClaimStep.TAKEN_DOWN, "تلغرام", ClaimStatus.STANDING),
        ("لكن حركة الشباب نفت أن تكون قد أصدرت البيان.", ClaimStep.DENIED, None, ClaimStatus.DENIED),
        ("ونفت الحركة صلتها بالبيان.", ClaimStep.DENIED, None, ClaimStatus.DENIED),
        ("وكذبت الحكومة الصومالية هذا الادعاء.", ClaimStep.DISPUTED, "Somalia", ClaimStatus.DISPUTED),
    ],
)
def test_what_became_of_a_claim(
    words: str, step: ClaimStep, by: str | None, status: ClaimStatus, read_arabic: ReadArabic
) -> None:
    claim = the_claim(read_arabic(CLAIMED + words))
    (turn,) = claim.turns
    assert (turn.step, turn.by and turn.by.name, claim.status) == (step, by, status)
    assert turn.quote.exact in words


@pytest.mark.parametrize("words", ["ولم تتراجع الحركة عن تبنيها.", "وأدانت الحكومة الهجوم.", "وحذفت الحركة صورة."])
def test_what_ends_no_claim(words: str, read_arabic: ReadArabic) -> None:
    assert the_claim(read_arabic(CLAIMED + words)).turns == ()


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت عبوة ناسفة في بغداد يوم الاثنين. ولم تتبن أي جهة الهجوم.",
        "انفجرت عبوة ناسفة في بغداد يوم الاثنين. ولم تعلن أي جهة مسؤوليتها عن التفجير.",
        "انفجرت سيارة مفخخة في مقديشو يوم الاثنين. ونفت حركة الشباب مسؤوليتها عن الهجوم.",
        "نفت كتائب حزب الله أن تكون قد تبنت الهجوم على قاعدة عين الأسد يوم الأحد.",
    ],
)
def test_what_nobody_claims(text: str, read_arabic: ReadArabic) -> None:
    assert of_type(read_arabic(text), ClaimMention) == []
