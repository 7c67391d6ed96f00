"""Running totals: what one counter said over time, and what is on file inside the same count."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import Comparator, TallyUnit


class RunningPoint(Noun):
    """One quoted total. ``on_file`` is how many incidents inside the count had happened by that day.

    ``mark`` is ``revised`` where the counter's later total is lower, ``contradicted`` where the counter is quoted with
    another total, same day and same scope, so that they cannot both hold; ``why`` then says which.
    """

    tally_id: str
    day: date
    value: int
    comparator: Comparator
    on_file: int
    quote: Quote
    mark: Literal["revised", "contradicted"] | None = None
    why: str | None = None


class CurvePoint(Noun):
    """How many incidents inside the count had happened by the end of a day."""

    day: date
    incidents: int


class RunningTotal(Noun):
    """The totals of one counter over one scope from one day on, by day; and the ledger's own curve of the incidents
    inside it, which rises on each day on which one happened. ``undated`` are those inside whose day is not told: they
    are in no point of the curve. ``counter`` is null where no report says who counted: ``told_by`` names who quotes.
    """

    counter: str | None
    told_by: str | None
    unit: TallyUnit
    since: date | None
    areas: tuple[str, ...] = ()
    points: tuple[RunningPoint, ...]
    curve: tuple[CurvePoint, ...]
    undated: int = 0
