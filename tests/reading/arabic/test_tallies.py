"""Quoted counts in Arabic text."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import EventMention, TallyMention
from tallystick.model.terms import Comparator, TallyUnit
from tests.reading.arabic.conftest import ReadArabic
from tests.reading.tellings import of_type


def tally(read_arabic: ReadArabic, text: str) -> TallyMention:
    (found,) = of_type(read_arabic(text), TallyMention)
    return found


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("وقع 47 هجوماً منذ 17 تشرين الأول", Comparator.EXACT, 47, TallyUnit.ATTACKS),
        ("وقع نحو 47 هجوماً منذ 17 تشرين الأول", Comparator.ABOUT, 47, TallyUnit.ATTACKS),
        ("وقع أكثر من أربعين هجوما منذ 17 تشرين الأول", Comparator.MORE_THAN, 40, TallyUnit.ATTACKS),
        ("وقع ما لا يقل عن 12 هجوما منذ مطلع 2023", Comparator.AT_LEAST, 12, TallyUnit.ATTACKS),
        ("إن عدد الغارات بلغ 61 خلال شهر", Comparator.EXACT, 61, TallyUnit.STRIKES),
        ("أصيب 66 عسكريا منذ 17 تشرين الأول", Comparator.EXACT, 66, TallyUnit.INJURED),
        ("سقط 1200 قتيل منذ 7 أكتوبر", Comparator.EXACT, 1200, TallyUnit.KILLED),
    ],
)
def test_a_count_is_read(
    read_arabic: ReadArabic, text: str, comparator: Comparator, value: int, unit: TallyUnit
) -> None:
    found = tally(read_arabic, text)
    assert (found.comparator, found.value, found.unit) == (comparator, value, unit)


def test_the_window_opens_with_since(read_arabic: ReadArabic) -> None:
    assert tally(read_arabic, "وقع 47 هجوماً منذ 17 تشرين الأول").since == date(2023, 10, 17)


def test_a_length_of_time_ends_with_the_report(read_arabic: ReadArabic) -> None:
    found = tally(read_arabic, "شنت مقاتلات عشرين غارة على إدلب خلال 48 ساعة")
    assert (found.since, found.until) == (date(2024, 1, 10), date(2024, 1, 11))


def test_parts_that_add_up(read_arabic: ReadArabic) -> None:
    found = tally(read_arabic, "سجل 55 هجوماً منذ 17 أكتوبر، منها 27 في العراق و28 في سوريا")
    assert [(p.scope, p.value) for p in found.parts] == [("IQ", 27), ("SY", 28)]


def test_an_ordinal_within_a_window_counts(read_arabic: ReadArabic) -> None:
    found = tally(read_arabic, "وهو الهجوم الثاني على القاعدة خلال يومين")
    assert (found.value, found.since) == (2, date(2024, 1, 10))


def test_who_counts(read_arabic: ReadArabic) -> None:
    found = tally(read_arabic, "أحصى البنتاغون 78 هجوماً على قواته منذ 17 تشرين الأول")
    assert found.counter is not None
    assert found.counter.id == "us-department-of-defense"


def test_a_count_is_no_event(read_arabic: ReadArabic) -> None:
    assert of_type(read_arabic("وقع 47 هجوماً على حرير منذ 17 تشرين الأول"), EventMention) == []


def test_the_dead_of_one_attack_are_no_count(read_arabic: ReadArabic) -> None:
    assert of_type(read_arabic("قتل 12 مدنيا في قصف على إدلب أمس"), TallyMention) == []


def test_a_count_of_a_verb(read_arabic: ReadArabic) -> None:
    found = tally(read_arabic, "منذ منتصف تشرين الثاني استهدف الحوثيون 27 سفينة في البحر الأحمر")
    assert (found.value, found.unit, found.since) == (27, TallyUnit.ATTACKS, date(2023, 11, 11))
