"""The time of something, as an interval of days that says how it was read."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import model_validator

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import DateBasis, DatePrecision


class When(Noun):
    """Days from ``start`` to ``end``, both inclusive; null where the report does not tell.

    An open interval ("since October 17") has a null ``end``. The doubt of a time zone is kept by an
    interval of two days with precision ``day``. ``year_assumed`` is true where neither text nor dateline gives the
    year, and it was taken from the reports beside this one.
    """

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis = DateBasis.NONE
    year_assumed: bool = False
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

    def overlaps(self, other: When, *, slack_days: int = 0) -> bool:
        """True if the two intervals share a day, or lie within ``slack_days`` of each other; unknown ends are open."""
        if self.start and other.end and (self.start - other.end).days > slack_days:
            return False
        return not (other.start and self.end and (other.start - self.end).days > slack_days)
