"""Dates in Arabic text."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.arabic.conftest import ReadArabic

THURSDAY = date(2024, 1, 11)


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("وقع ذلك في 9 كانون الثاني 2024 ليلا", "9 كانون الثاني 2024", date(2024, 1, 9)),
        ("وقع ذلك في 9 يناير 2024", "9 يناير 2024", date(2024, 1, 9)),
        ("في 17 تشرين الأول/أكتوبر 2023 بدأ ذلك", "17 تشرين الأول/أكتوبر 2023", date(2023, 10, 17)),
        ("قال يوم الجمعة 5 كانون الثاني إن", "يوم الجمعة 5 كانون الثاني", date(2024, 1, 5)),
        ("قال مساء الاثنين إن", "مساء الاثنين", date(2024, 1, 8)),
        ("قتل أمس في", "أمس", date(2024, 1, 10)),
        ("بتاريخ 2023-11-07 وقع", "2023-11-07", date(2023, 11, 7)),
        ("بتاريخ 7/11/2023 وقع", "7/11/2023", date(2023, 11, 7)),
    ],
)
def test_a_day_is_read(read_arabic: ReadArabic, text: str, quote: str, day: date) -> None:
    (found,) = read_arabic(text, THURSDAY).dates
    assert (found.quote.exact, found.when.start, found.when.end) == (quote, day, day)


def test_a_day_without_a_year_is_the_last_such_day(read_arabic: ReadArabic) -> None:
    (found,) = read_arabic("منذ 17 تشرين الأول", THURSDAY).dates
    assert found.when.start == date(2023, 10, 17)


def test_without_a_dateline_the_year_is_assumed_and_marked(read_arabic: ReadArabic) -> None:
    (found,) = read_arabic("منذ 17 تشرين الأول", None, year=2019).dates
    assert (found.when.start, found.when.year_assumed) == (date(2019, 10, 17), True)


def test_without_any_year_the_day_stays_open(read_arabic: ReadArabic) -> None:
    (found,) = read_arabic("منذ 17 تشرين الأول", None).dates
    assert (found.when.start, found.timex.value) == (None, "XXXX-10-17")


def test_a_day_of_the_islamic_calendar_may_be_one_of_two(read_arabic: ReadArabic) -> None:
    (found,) = read_arabic("في 5 رمضان 1445 هـ").dates
    assert (found.when.start, found.when.end) == (date(2024, 3, 15), date(2024, 3, 16))


def test_a_month_of_one_word_needs_a_year_or_a_word_before_it(read_arabic: ReadArabic) -> None:
    assert read_arabic("تموز نادي كبير").dates == ()
    (found,) = read_arabic("قصفت في تموز").dates
    assert found.when.start == date(2023, 7, 1)


@pytest.mark.parametrize("text", ["30 شباط 2024", "45 رمضان 1445", "99/99/2023", "0 يناير 2024"])
def test_a_day_of_no_calendar_is_no_day(read_arabic: ReadArabic, text: str) -> None:
    assert all(d.when.start is None or d.timex.value.count("-") < 2 for d in read_arabic(text).dates)
