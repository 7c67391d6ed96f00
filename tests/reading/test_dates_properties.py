from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tallystick.reading.date_grammar import GRAMMAR
from tallystick.reading.dates import find_dates, is_header
from tests.reading.date_reports import make_report

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FULL: dict[str, Callable[[date], str]] = {
    "iso": lambda day: day.isoformat(),
    "day month year": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "month day, year": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "upper case": lambda day: f"{day.day} {MONTHS[day.month - 1].upper()} {day.year}",
    "day-mon-year": lambda day: f"{day.day}-{MONTHS[day.month - 1][:3]}-{day.year}",
}
YEARLESS: dict[str, Callable[[date], str]] = {
    "day month": lambda day: f"{day.day} {MONTHS[day.month - 1]}",
    "month day": lambda day: f"{MONTHS[day.month - 1]} {day.day}",
    "the day month": lambda day: f"{day.day} {MONTHS[day.month - 1][:3]}",
}
WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "on",
        "in",
        "since",
        "until",
        "between",
        "from",
        "to",
        "and",
        "or",
        "-",
        "–",
        ",",
        ".",
        "'",
        "17",
        "18",
        "30",
        "31",
        "89",
        "0300",
        "GMT",
        "hours",
        "10:25",
        "a.m.",
        "October",
        "Oct.",
        "may",
        "March",
        "seconds",
        "quarter",
        "weeks",
        "last",
        "next",
        "past",
        "few",
        "two",
        "twenty",
        "hundred",
        "9999",
        "ago",
        "later",
        "before",
        "day",
        "night",
        "Friday",
        "Sat.",
        "weekend",
        "overnight",
        "today",
        "that",
        "same",
        "every",
        "daily",
        "1980s",
        "'80s",
        "century",
        "spring",
        "of",
        "year",
        "nineteen",
        "mid",
        "late",
        "end",
        "half",
        "9/11",
        "2023-02-30",
        "31/02/2023",
        "February",
        "29",
        "Christmas",
        "Eve",
        "new",
        "now",
        "dozen",
        "\n\n",
    ]
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FUTURE = frozenset({"next", "coming", "tomorrow", "following", "ahead"})


@pytest.fixture(scope="module")
def blank() -> Language:
    """A pipeline without tags or parse: quick, and what dates must get along with."""
    return spacy.blank("en")


@pytest.mark.parametrize("style", FULL)
@given(day=DAYS, later=st.integers(0, 20_000))
def test_a_full_date_reads_back(blank: Language, style: str, day: date, later: int) -> None:
    text = f"Shells fell on {FULL[style](day)} in the town."
    (found,) = find_dates(blank(text), make_report(text, day + timedelta(days=later)))
    assert (found.when.start, found.when.end) == (day, day)


@pytest.mark.parametrize("style", YEARLESS)
@given(day=DAYS, later=st.integers(0, 363))
def test_a_date_without_year_reads_back_within_a_year(blank: Language, style: str, day: date, later: int) -> None:
    text = f"Shells fell on {YEARLESS[style](day)} in the town."
    (found,) = find_dates(blank(text), make_report(text, day + timedelta(days=later)))
    assert (found.when.start, found.when.end) == (day, day)


@given(words=st.lists(WORDS, max_size=14), dateline=st.none() | st.dates())
def test_any_words_give_literal_quotes_in_order(blank: Language, words: list[str], dateline: date | None) -> None:
    text = " ".join(words)
    report = make_report(text, dateline)
    end = 0
    for found in find_dates(blank(text), report):
        assert found.quote.start >= end
        end = found.quote.end
        assert text[found.quote.start : end] == found.quote.exact != ""
        assert is_header(found, report) in {True, False}


@given(text=st.text(max_size=200), dateline=st.none() | st.dates())
def test_any_text_can_be_read(blank: Language, text: str, dateline: date | None) -> None:
    for found in find_dates(blank(text), make_report(text, dateline)):
        assert text[found.quote.start : found.quote.end] == found.quote.exact


@given(
    dateline=st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    written=st.sampled_from(
        [
            "Friday",
            "on Sunday night",
            "last Monday",
            "today",
            "yesterday",
            "last night",
            "this week",
            "earlier this month",
            "last year",
            "in October",
            "in early March",
            "in late December",
            "3 January",
            "Dec. 30",
            "the weekend",
            "recent weeks",
            "two days ago",
            "the past month",
            "overnight",
            "this summer",
            "the third quarter",
            "the 27th of May",
        ]
    ),
)
def test_nothing_lies_ahead_without_a_marker(nlp: Language, dateline: date, written: str) -> None:
    text = f"Shells fell {written}."
    for found in find_dates(nlp(text), make_report(text, dateline)):
        last = found.when.end or found.when.start
        assert last is not None
        assert last <= dateline + timedelta(days=1)


def test_function_words_alone_are_passed_over() -> None:
    assert list(GRAMMAR.candidates("the a of in and to from between last this next early late end second")) == []
