"""The Arabic reader on whatever it is given."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.evaluation.bench import make_report
from tallystick.reading.verify import drop_misquoted
from tests.reading.arabic.conftest import READER

WORDS = st.sampled_from(
    [
        "قصف",
        "هجوم",
        "هجومين",
        "هجمات",
        "على",
        "في",
        "منذ",
        "خلال",
        "17",
        "تشرين",
        "الأول",
        "47",
        "حرير",
        "التنف",
        "بغداد",
        "أعلنت",
        "تبنت",
        "المقاومة",
        "الإسلامية",
        "مسيرة",
        "صاروخ",
        "أسقطت",
        "قتل",
        "أصيب",
        "جندي",
        "ثلاثة",
        "من",
        "البنتاغون",
        "قال",
        "يوم",
        "الاثنين",
        "أمس",
        "،",
        ".",
        "دون",
        "إصابات",
        "نفى",
        "كان",
        "رمضان",
        "1445",
        "عام",
        "2015",
        "نحو",
    ]
)


@settings(deadline=None, max_examples=80)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_every_quote_is_literal_and_every_id_once(words: list[str]) -> None:
    report = make_report(" ".join(["خبر", *words]), name="report", language="ar")
    mentions = READER.read(report).mentions
    assert drop_misquoted(mentions, report) == (mentions, 0)
    assert len({m.id for m in mentions}) == len(mentions)


@settings(deadline=None, max_examples=80)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_it_fails_on_no_text(text: str) -> None:
    READER.read(make_report(f"خبر {text}", name="report", language="ar"))
