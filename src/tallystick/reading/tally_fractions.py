"""Parts of a month or year over which one counts: "the first half of June", "the first three months of 2002"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tallystick.model.expression import DateExpression
from tallystick.reading.numbers import read_number, read_ordinal

_FRACTION = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|final|latter|opening|closing)\s+(?:(?P<number>[a-z]+|\d+)\s+)?"
    r"(?P<what>half|quarter|week|fortnight|month|day)s?\s+(?:of|in)\s+(?:the\s+)?(?:month\s+of\s+)?",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|final|opening|closing)\s+(?:(?P<number>[a-z]+|\d+)\s+)?"
    r"(?P<what>half|quarter|month)s?\s+of\s+the\s+year\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\bin\s+the\s+(?P<which>first|second|third|fourth|previous)(?=\s*[,.;)]|$)", re.IGNORECASE)
_REACH = 48
_VALUE = re.compile(r"^(\d{4})(?:-(\d{2}))?$")
_LAST = frozenset({"last", "final", "latter", "closing"})
_DAYS = {"week": 7, "fortnight": 14, "day": 1}
_MONTHS = {"half": 6, "quarter": 3, "month": 1}
_HALF_OF_MONTH = 15


@dataclass(frozen=True)
class PartOfYear:
    """A part of a year: where its words begin and end, its first and its last day."""

    start: int
    end: int
    first: date
    last: date


def parts_of_the_year(text: str, published: date) -> Iterator[PartOfYear]:
    """The parts of "the year" that a text names: the year of the report, or that before if the part is yet to come.

    "Up from 241 in the first" is the first quarter, where a quarter was named before it.
    """
    for found in _OF_THE_YEAR.finditer(text):
        which, what = found["which"].lower(), found["what"].lower()
        times = 1 if found["number"] is None else read_number(found["number"].lower())
        nth = 1 if which in _LAST or which == "opening" else read_ordinal(which) or 1
        days = _of_year(published, what, nth, times or 0, at_end=which in _LAST)
        if days is None:
            continue
        yield PartOfYear(found.start(), found.end(), *days)
        for other in _OTHER.finditer(text, found.end()):
            named = nth - 1 if other["which"].lower() == "previous" else read_ordinal(other["which"].lower()) or 0
            others = _in_year(days[0].year, what, named, times or 0, at_end=False) if named else None
            if others is not None:
                yield PartOfYear(other.start(), other.end(), *others)


def _of_year(published: date, what: str, nth: int, times: int, *, at_end: bool) -> tuple[date, date] | None:
    if times < 1:
        return None
    this = _in_year(published.year, what, nth, times, at_end=at_end)
    return (
        this if this is None or this[0] <= published else _in_year(published.year - 1, what, nth, times, at_end=at_end)
    )


def fraction_of(expression: DateExpression, text: str) -> tuple[int, date, date] | None:
    """Where the words of a part of the period of a date begin in the text, its first and its last day.

    None if the date is no month or year, or no part of it is told. Half a month ends on the 15th.
    """
    whole = _VALUE.match(expression.timex.value)
    if whole is None:
        return None
    start = max(0, expression.quote.start - _REACH)
    for found in _FRACTION.finditer(text, start, expression.quote.end):
        if expression.quote.start <= found.end() < expression.quote.end:
            days = _days(whole, found)
            return (found.start(), *days) if days is not None else None
    return None


def _days(whole: re.Match[str], found: re.Match[str]) -> tuple[date, date] | None:
    year, month = int(whole[1]), int(whole[2]) if whole[2] else None
    which, what = found["which"].lower(), found["what"].lower()
    at_end = which in _LAST
    nth = 1 if at_end or which == "opening" else read_ordinal(which) or 1
    times = 1 if found["number"] is None else read_number(found["number"].lower())
    if times is None or times < 1:
        return None
    if month is None:
        return _in_year(year, what, nth, times, at_end=at_end)
    last = date(year, month, monthrange(year, month)[1])
    if what == "half":
        middle = date(year, month, _HALF_OF_MONTH)
        return (middle + timedelta(days=1), last) if at_end or nth == 2 else (date(year, month, 1), middle)
    if what not in _DAYS:
        return None
    return _in_days(date(year, month, 1), last, _DAYS[what], nth, times, at_end=at_end)


def _in_year(year: int, what: str, nth: int, times: int, *, at_end: bool) -> tuple[date, date] | None:
    if what in _DAYS:
        return _in_days(date(year, 1, 1), date(year, 12, 31), _DAYS[what], nth, times, at_end=at_end)
    months = _MONTHS[what] * times
    first = 13 - months if at_end else 1 + (nth - 1) * months
    last = first + months - 1
    if first < 1 or last > 12:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _in_days(first: date, last: date, length: int, nth: int, times: int, *, at_end: bool) -> tuple[date, date] | None:
    days = length * times
    start = last - timedelta(days=days - 1) if at_end else first + timedelta(days=(nth - 1) * days)
    end = start + timedelta(days=days - 1)
    return (start, end) if first <= start and end <= last else None
