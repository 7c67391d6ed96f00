"""The time of something, as an interval of days that says how it was read."""

from __future__ import annotations

import re
from datetime import date
from typing import Self

from pydantic import model_validator

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import DateBasis, DatePrecision

_HOURS = {"MO": (3, 12), "AF": (12, 18), "EV": (16, 23), "NI": (18, 30)}
"""The parts of the day in TIMEX3 as reports use the words, in hours from midnight: dawn is a morning, a night goes on
to the next day. They overlap, since one report's evening is another's night."""


def clock_of(timex: str) -> int | None:
    """The time of the day in a TIMEX3 value, in minutes since midnight; null if it tells none by the clock."""
    found = re.search(r"T(\d\d):(\d\d)", timex)
    return 60 * int(found[1]) + int(found[2]) if found else None


class When(Noun):
    """Days from ``start`` to ``end``, both inclusive; null where the report does not tell.

    An open interval ("since October 17") has a null ``end``. The doubt of a time zone is kept by an
    interval of two days with precision ``day``. ``year_assumed`` is true where neither text nor dateline gives the
    year, and it was taken from the reports beside this one. ``timex`` is the TIMEX3 value of the words that tell it,
    as finely as they do: ``2023-11-09T19:15``, and ``XXXX-WXX-3`` for a Wednesday that nothing dates.
    """

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis = DateBasis.NONE
    year_assumed: bool = False
    timex: str | None = None
    quote: Quote | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a time cannot end ({self.end}) before it starts ({self.start})")
        return self

    @property
    def is_known(self) -> bool:
        """True if the report tells at least one end of the interval."""
        return self.start is not None or self.end is not None

    @property
    def weekday(self) -> int | None:
        """The day of the week, from 1 for Monday to 7, of a time that tells nothing else of the day."""
        found = re.match(r"XXXX-WXX-(\d)", self.timex or "")
        return int(found[1]) if found else None

    @property
    def hours(self) -> tuple[int, int] | None:
        """The earliest and the latest time of the day that the words tell, in minutes from midnight; those of a night
        may lie beyond the next. Null where they tell none.
        """
        timex = self.timex or ""
        if (clock := clock_of(timex)) is not None:
            return clock, clock
        part = re.search(r"T(MO|AF|EV|NI)", timex)
        first, last = _HOURS[part[1]] if part else (None, None)
        return None if first is None or last is None else (60 * first, 60 * last)

    def overlaps(self, other: When, *, slack_days: int = 0) -> bool:
        """True if the two intervals share a day, or lie within ``slack_days`` of each other; unknown ends are open."""
        if self.start and other.end and (self.start - other.end).days > slack_days:
            return False
        return not (other.start and self.end and (other.start - self.end).days > slack_days)
