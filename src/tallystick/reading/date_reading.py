"""What a stretch of text says of time, and what it is read against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reading.date_calendar import Period, year_of_day
from tallystick.reading.date_lexicon import PARTS_OF_DAY, WEEKDAYS
from tallystick.reading.date_patterns import Phrase

UNKNOWN_DAY: Final = "XXXX-XX-XX"
_UNKNOWN_VALUES: Final = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


class Reading(NamedTuple):
    """The days that a stretch of text stands for, what that rests on, and its TIMEX3 type.

    A range of two dates keeps them as its ``ends``.
    """

    start: int
    end: int
    period: Period
    basis: DateBasis
    type: str
    ends: tuple[Reading, ...] = ()

    @property
    def is_clock_time(self) -> bool:
        """True for a time of day whose day is told elsewhere."""
        return self.type == "TIME" and self.period.value.startswith("T")

    @property
    def is_day(self) -> bool:
        """True for a day of the calendar, known or not, with or without its hour."""
        return self.type in {"DATE", "TIME"} and self.period.precision is DatePrecision.DAY


@dataclass
class Context:
    """What a phrase is read against: the dateline, the years and days that the text has told, the tense.

    ``looks_ahead`` says of the date at an offset whether its sentence puts it in the future. ``may_lie_ahead`` is
    weaker: the sentence allows it. ``year_near`` gives the year that the text tells for the date at an offset.
    """

    anchor: date | None
    default_year: int | None
    looks_ahead: Callable[[int], bool]
    may_lie_ahead: Callable[[int], bool]
    year_near: Callable[[int], int | None]
    days: list[date] = field(default_factory=list)
    """Days told so far, in order of the text."""
    dates: list[Period] = field(default_factory=list)
    """Days, months and years told so far, in order of the text."""
    clock: int | None = None
    """The last time of the day told by the clock, in minutes since midnight."""
    quarter: tuple[int, int] | None = None
    """Number and year of the last quarter named that had ended by the dateline; None once a longer span is told."""

    @property
    def reference(self) -> date | None:
        """The day that "the next day" counts from: the last one told, or else the dateline."""
        return self.days[-1] if self.days else self.anchor

    def reference_for(self, unit: str) -> date | None:
        """The day in the period that "the next month" counts from: one told no coarser than the unit."""
        for period in reversed(self.dates):
            if period.start and (unit == "Y" or period.precision is not DatePrecision.YEAR):
                return period.start
        return self.anchor


Resolver = Callable[[Phrase, Context], list[Reading]]


def one_reading(phrase: Phrase, period: Period, basis: DateBasis, kind: str = "DATE") -> list[Reading]:
    """The whole phrase as one reading; without a basis if the calendar has no such day."""
    if period.start is None and period.end is None and period.precision is DatePrecision.UNKNOWN:
        basis = DateBasis.NONE
    return [Reading(phrase.start, phrase.end, period, basis, kind)]


def timed_reading(phrase: Phrase, period: Period, basis: DateBasis, part: str) -> list[Reading]:
    """The whole phrase as one reading, with a part of the day (MO, NI, …; may be empty) in its value."""
    if not part:
        return one_reading(phrase, period, basis)
    return one_reading(phrase, period._replace(value=f"{period.value}T{part}"), basis, "TIME")


def unknown_value(unit: str) -> str:
    """The TIMEX3 value of a period of a unit of which nothing is known."""
    return _UNKNOWN_VALUES.get(unit, UNKNOWN_DAY)


def part_of_day(phrase: Phrase) -> str:
    """The code of the part of the day that the phrase names; empty if none."""
    return next((PARTS_OF_DAY[word] for word in phrase.word("part").split() if word in PARTS_OF_DAY), "")


def year_from_digits(digits: int, anchor: date | None) -> int:
    """A year from its last two digits: the latest that is at most a year after the dateline (without one: 2049)."""
    latest = anchor.year + 1 if anchor else 2049
    return latest - (latest - digits) % 100


def in_calendar(year: int | None) -> int | None:
    """The year, or None if it lies outside the calendar (1 to 9999)."""
    return year if year and 1 <= year <= 9999 else None


def stated_year(phrase: Phrase, context: Context) -> int | None:
    """The year that the phrase itself tells: in full, in two digits, or as "last year" or "that year"."""
    if phrase.tells("year"):
        return phrase.number("year")
    if phrase.tells("short"):
        return in_calendar(year_from_digits(phrase.number("short"), context.anchor))
    direction = phrase.word("rel").partition(" ")[0]
    if direction == "that":
        return context.reference.year if context.reference else None
    if direction and context.anchor:
        return in_calendar(context.anchor.year + {"last": -1, "this": 0, "next": 1}[direction])
    return None


def not_after_dateline(period: Period, phrase: Phrase, context: Context) -> Period:
    """The part of a current week, month or year that has passed, unless the sentence looks ahead."""
    anchor = context.anchor
    if not (anchor and period.start and period.end and period.start <= anchor < period.end):
        return period
    return period if context.looks_ahead(phrase.start) else period._replace(end=anchor)


_SOON: Final = 120
"""Days within which a day that may lie ahead is taken to do so, if it else lay most of a year back."""


def year_from_dateline(month: int, day: int, phrase: Phrase, context: Context) -> int | None:
    """The year of a day and month: that of the last such day before the dateline, unless something looks ahead.

    The day after the dateline counts as past: that much is a matter of time zones.
    """
    anchor = context.anchor
    if anchor is None:
        return None
    ahead = year_of_day(anchor, month, day, ahead=True)
    back = year_of_day(anchor, month, day, ahead=False)
    if ahead is None or back is None:
        return back or ahead
    distance = (date(ahead, month, day) - anchor).days
    if distance <= 1 or context.looks_ahead(phrase.start):
        return ahead
    if phrase.tells("weekday"):
        return _year_of_weekday(phrase, month, day, ahead, back) if distance <= 7 else back
    return ahead if distance <= _SOON and context.may_lie_ahead(phrase.start) else back


def _year_of_weekday(phrase: Phrase, month: int, day: int, ahead: int, back: int) -> int:
    """The one of two years in which the day falls on the week day that the phrase names; else the earlier."""
    weekday = WEEKDAYS[phrase.word("weekday")]
    fits = date(ahead, month, day).weekday() == weekday != date(back, month, day).weekday()
    return ahead if fits else back
