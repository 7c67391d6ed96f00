"""Dates in Arabic text: of the Gregorian and the Islamic calendar, week days, and days told from the dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from hijridate import Hijri

from tallystick.knowledge.arabic_calendar import arabic_calendar
from tallystick.model.expression import DateExpression, Timex
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.model.when import When
from tallystick.reading.arabic.day_numbers import day_number_at
from tallystick.reading.arabic.phrases import Phrases, Stretch, phrases_in, words_in, words_in_parts
from tallystick.reading.arabic.relative_dates import relative_times
from tallystick.reading.arabic.words import Word, fold
from tallystick.reading.date_calendar import (
    Period,
    add_days,
    day_period,
    make_day,
    month_period,
    no_period,
    part_of_month_period,
    weekday_on_or_before,
    year_of_day,
    year_period,
)

_YEARS = range(1900, 2100)
_HIJRI_YEARS = range(1343, 1501)  # those of the Umm al-Qura tables in hijridate
_YEAR_WORDS = frozenset(map(fold, ("عام", "سنة")))
_OF = frozenset(map(fold, ("من", "شهر")))
_TO = frozenset(map(fold, ("و", "إلى", "حتى")))
_IN = frozenset(map(fold, ("في", "خلال", "منذ", "شهر")))


class _Found(NamedTuple):
    """A date from word ``first`` to ``last`` (inclusive), from code point ``start``."""

    first: int
    last: int
    start: int
    period: Period
    basis: DateBasis
    assumed: bool = False


def find_dates(report: Report, words: Sequence[Word], *, default_year: int | None = None) -> tuple[DateExpression, ...]:
    """The dates of a report in order, none overlapping. A day without a year takes it from the dateline.

    ``default_year`` is the year of a day and month for which the report tells none; what rests on it is marked.
    """
    found: list[DateExpression] = []
    reader = _Reader(words, report.published_on, default_year)
    at = 0
    while at < len(words):
        date_here = next(reader.read(at), None)
        if date_here is None:
            at += 1
            continue
        found.append(_expression(date_here, words, report))
        at = date_here.last + 1
    return tuple(found)


class _Reader:
    def __init__(self, words: Sequence[Word], published: date | None, default_year: int | None) -> None:
        self._words = words
        self._published = published
        self._default_year = default_year

    def read(self, at: int) -> Iterator[_Found]:
        """The dates that may begin at a word, the fullest first."""
        yield from self._numeric(at)
        first = at
        weekday = _weekday_at(self._words, at)
        if weekday is not None:
            at = weekday[0].last + 1
        for day in (*self._hijri(at), *self._day_of_month(at)):
            yield day if weekday is None else day._replace(first=first, start=weekday[0].start)
        if weekday is not None:
            period = self._on_weekday(weekday[1])
            yield _Found(first, weekday[0].last, weekday[0].start, period, DateBasis.WEEKDAY)
            return
        yield from self._relative(at)
        yield from self._month(at)
        yield from self._year(at)

    def _numeric(self, at: int) -> Iterator[_Found]:
        """2023-11-07 and 7/11/2023."""
        numbers = [self._number(i) for i in range(at, at + 3)]
        if len(numbers) < 3 or None in numbers or not self._are_joined(at, at + 2):
            return
        one, two, three = (n for n in numbers if n is not None)
        day = make_day(one, two, three) if one in _YEARS else make_day(three, two, one) if three in _YEARS else None
        if day is not None:
            yield _Found(at, at + 2, self._words[at].start, day_period(day), DateBasis.EXPLICIT)

    def _are_joined(self, first: int, last: int) -> bool:
        return all(self._words[i + 1].start - self._words[i].end == 1 for i in range(first, last))

    def _day_of_month(self, at: int) -> Iterator[_Found]:
        """17 تشرين الأول 2023, "17 of October/Tishrin", and الثالث والعشرين من فبراير."""
        counted = day_number_at(self._words, at)
        if counted is None:
            return
        day = counted.value
        month = self._month_behind(counted.last, phrases_in("months"))
        if month is None:
            return
        stretch, number = month
        last, year = self._year_behind(self._other_name(stretch.last, number))
        told = year or self._year_of_the_next(last) or self._year_of(number, day)
        made = make_day(told, number, day) if told else None
        assumed = year is None and self._published is None
        period = day_period(made) if made else no_period(f"XXXX-{number:02}-{day:02}", DatePrecision.DAY)
        last += self._is_last(last + 1)
        yield _Found(at, last, counted.start, period, DateBasis.EXPLICIT, assumed and made is not None)

    def _year_of_the_next(self, last: int) -> int | None:
        """The year of "between 1 January and 30 June 2020", told behind the second day only."""
        for at in (last + 1, last + 2):
            counted = day_number_at(self._words, at)
            if counted is not None and self._words[last + 1].is_one_of(_TO):
                month = self._month_behind(counted.last, phrases_in("months"))
                return None if month is None else self._year_behind(self._other_name(month[0].last, month[1]))[1]
        return None

    def _is_last(self, at: int) -> bool:
        """True for "last" behind a month: the one that lies behind, which a month without a year is anyway."""
        return at < len(self._words) and self._words[at].is_one_of(words_in("last") | words_in("current"))

    def _other_name(self, last: int, month: int) -> int:
        """Past the second name of a month: "تشرين الأول/أكتوبر"."""
        again = phrases_in("months").at(self._words, last + 1) if last + 1 < len(self._words) else None
        return again[0].last if again is not None and int(again[1]) == month else last

    def _hijri(self, at: int) -> Iterator[_Found]:
        day = self._number(at)
        month = self._month_behind(at, phrases_in("hijri_months"))
        if day is None or not 1 <= day <= 30 or month is None:
            return
        stretch, number = month
        year = self._number(stretch.last + 1)
        if year is None or year not in _HIJRI_YEARS:
            return
        try:
            made = Hijri(year, number, day).to_gregorian()
        except (ValueError, OverflowError):
            return
        gregorian = date(made.year, made.month, made.day)
        # Whether the new moon was seen differs by country: the day may be the next one.
        period = day_period(gregorian)._replace(end=add_days(gregorian, 1) or gregorian)
        yield _Found(at, stretch.last + 1, self._words[at].start, period, DateBasis.EXPLICIT)

    def _month_behind(self, at: int, months: Phrases[str]) -> tuple[Stretch, int] | None:
        behind = at + 1
        if behind < len(self._words) and self._words[behind].is_one_of(_OF):
            behind += 1
        found = months.at(self._words, behind) if behind < len(self._words) else None
        return (found[0], int(found[1])) if found is not None else None

    def _month(self, at: int) -> Iterator[_Found]:
        """تشرين الأول 2023, "the middle of" it; without a year that of the dateline, or the year before."""
        part = phrases_in("parts_of_time").at(self._words, at)
        begin = at
        if part is not None and at + 1 < len(self._words):
            at += 1 + self._words[at + 1].is_one_of(_OF)
        found = phrases_in("months").at(self._words, at) if at < len(self._words) else None
        if found is None:
            return
        stretch, month = found[0], int(found[1])
        last, year = self._year_behind(self._other_name(stretch.last, month))
        is_told_past = year is None and self._is_last(last + 1)
        if year is None and part is None and stretch.first == stretch.last and not (is_told_past or self._is_dated(at)):
            return  # one-word names of months are names and words too
        told = year or self._year_of(month, 1)
        period = no_period(f"XXXX-{month:02}", DatePrecision.MONTH)
        if told:
            period = part_of_month_period(told, month, part[1]) if part else month_period(told, month)
        assumed = year is None and self._published is None and told is not None
        start = part[0].start if part else stretch.start
        yield _Found(begin, last + is_told_past, start, period, DateBasis.EXPLICIT, assumed)

    def _is_dated(self, at: int) -> bool:
        before = self._words[at - 1] if at else None
        return before is not None and before.is_one_of(_IN)

    def _year(self, at: int) -> Iterator[_Found]:
        last = at + 1
        parts = words_in_parts("parts_of_time")
        if self._words[at].is_one_of(parts) and self._number(last) is None:
            last += 1
        elif not self._words[at].is_one_of(parts | _YEAR_WORDS):
            return
        year = self._number(last)
        if year is not None and year in _YEARS:
            yield _Found(at, last, self._words[at].start, year_period(year), DateBasis.EXPLICIT)

    def _year_behind(self, last: int) -> tuple[int, int | None]:
        for at in (last + 1, last + 2):
            year = self._number(at)
            if year is not None and year in _YEARS and (at == last + 1 or self._words[at - 1].is_one_of(_YEAR_WORDS)):
                return at, year
        return last, None

    def _year_of(self, month: int, day: int) -> int | None:
        if self._published is None:
            return self._default_year
        return year_of_day(self._published, month, day, ahead=False)

    def _on_weekday(self, weekday: int) -> Period:
        day = weekday_on_or_before(self._published, weekday) if self._published else None
        return day_period(day) if day else no_period("XXXX-WXX-" + str(weekday + 1), DatePrecision.DAY)

    def _relative(self, at: int) -> Iterator[_Found]:
        for last, start, period in relative_times(self._words, at, self._published):
            weekday = _weekday_at(self._words, last + 1) if last + 1 < len(self._words) else None
            is_same = weekday is not None and period.start is not None and period.start.weekday() == weekday[1]
            yield _Found(at, last + is_same, start, period, DateBasis.RELATIVE_TO_DATELINE)

    def _number(self, at: int) -> int | None:
        return self._words[at].number if 0 <= at < len(self._words) else None


def _weekday_at(words: Sequence[Word], at: int) -> tuple[Stretch, int] | None:
    """A week day, "يوم" before it or not. Some are number words: those need their article."""
    first = at
    opener = next((form for form in words[at].forms if form.letters in words_in("day_words")), None)
    if opener is not None and at + 1 < len(words):
        at += 1
    found = next((_weekdays()[f.letters] for f in words[at].names if f.letters in _weekdays()), None)
    if found is None:
        return None
    start = opener.start if opener is not None and at > first else words[at].start
    return Stretch(first, at, start), found


@cache
def _weekdays() -> dict[str, int]:
    return {fold(word): number for number, words in arabic_calendar()["weekdays"].items() for word in words}


def _expression(found: _Found, words: Sequence[Word], report: Report) -> DateExpression:
    quote = quote_from(report.id, report.text, found.start, words[found.last].end)
    start, end, precision, value = found.period
    when = When(
        start=start,
        end=end,
        precision=precision,
        basis=found.basis,
        year_assumed=found.assumed,
        timex=value,
        quote=quote,
    )
    return DateExpression(quote=quote, when=when, timex=Timex(type="DATE", value=value))
