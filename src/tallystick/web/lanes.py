"""Incidents over time in lanes: how many fall into each stretch of days, and which they are where they are few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import Ints

UNITS = ("day", "week", "month", "year")
BY = {
    "place": "place",
    "province": "province",
    "country": "country",
    "actor": "actor1",
    "claimant": "claimant",
    "kind": "event_type",
}
"""What lanes can stand for, and the facet of each."""

MOST_LANES = 24
MOST_STRETCHES = 120
_WANTED_STRETCHES = 70


@dataclass(frozen=True)
class Cell:
    """The incidents of one lane that begin in one stretch: their ids, the surest status among them (rank), and the last
    stretch that any of them may reach.
    """

    stretch: int
    ids: tuple[str, ...]
    certainty: int
    reach: int


@dataclass(frozen=True)
class Lane:
    """A lane: the value it stands for, its name, how many incidents it holds, and its cells from left to right."""

    value: str
    label: str
    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Lanes:
    """The first day of each stretch, and the lanes, the fullest first. ``undated`` have no day, ``earlier`` lie before
    the first stretch, ``beside`` are in lanes for which there is no room.
    """

    unit: str
    days: tuple[date, ...]
    lanes: tuple[Lane, ...]
    undated: int
    earlier: int
    beside: int

    def last_day(self, stretch: int) -> date:
        """The last day of a stretch."""
        if stretch + 1 < len(self.days):
            return self.days[stretch + 1] - timedelta(days=1)
        return _next(self.days[stretch], self.unit) - timedelta(days=1)


def lay_out(found: Found, *, by: str, unit: str | None) -> Lanes:
    """The incidents that fit, in lanes. Without a unit it is the finest that a page has room for.
    ``by`` is one of ``BY``, ``unit`` one of ``UNITS``.
    """
    columns = found.moment.columns
    rows = np.flatnonzero(found.mask).astype(np.int32)
    if not len(rows):
        return Lanes(unit or "day", (), (), 0, 0, 0)
    first, last = columns.numbers["first_day"], columns.numbers["last_day"]
    dated = rows[first[rows] >= 0]
    if not len(dated):
        return Lanes(unit or "day", (), (), len(rows), 0, 0)
    since = found.wanted.since.toordinal() if found.wanted.since else int(first[dated].min())
    until = found.wanted.until.toordinal() if found.wanted.until else int(first[dated].max())
    chosen = unit or _finest(since, until)
    days = _stretches(since, max(since, until), chosen)[-MOST_STRETCHES:]
    starts = np.array([day.toordinal() for day in days])
    shown = dated[(last[dated] >= starts[0]) & (first[dated] < _next(days[-1], chosen).toordinal())]
    stretch = np.clip(np.searchsorted(starts, first[shown], side="right") - 1, 0, None)
    reach = np.clip(np.searchsorted(starts, last[shown], side="right") - 1, 0, None)
    at = np.full(columns.size, -1, dtype=np.int32)
    at[shown] = np.arange(len(shown), dtype=np.int32)
    lanes = list(_lanes(found, BY[by], at, stretch, reach))
    kept = tuple(lanes[:MOST_LANES])
    return Lanes(
        unit=chosen,
        days=tuple(days),
        lanes=kept,
        undated=len(rows) - len(dated),
        earlier=len(dated) - len(shown),
        beside=sum(lane.number for lane in lanes[MOST_LANES:]),
    )


def _lanes(found: Found, facet: str, at: Ints, stretch: Sequence[int], reach: Sequence[int]) -> Iterator[Lane]:
    columns, labels = found.moment.columns, found.moment.labels[facet]
    pairs = columns.pairs[facet]
    inside = at[pairs.rows] >= 0
    rows, values = pairs.rows[inside], pairs.values[inside]
    fullest = np.bincount(values, minlength=len(labels.values))
    for number in np.argsort(-fullest, kind="stable"):
        if not fullest[number]:
            return
        own = rows[values == number]
        cells: dict[int, list[int]] = {}
        for row in own.tolist():
            cells.setdefault(int(stretch[at[row]]), []).append(row)
        yield Lane(
            value=labels.values[number],
            label=labels.label(int(number)),
            number=int(fullest[number]),
            cells=tuple(
                Cell(
                    stretch=where,
                    ids=tuple(columns.ids[row] for row in held),
                    certainty=min(int(columns.numbers["certainty"][row]) for row in held),
                    reach=max(int(reach[at[row]]) for row in held),
                )
                for where, held in sorted(cells.items())
            ),
        )


def _finest(since: int, until: int) -> str:
    days = until - since + 1
    return next(
        (unit for unit, length in zip(UNITS, (1, 7, 30.4), strict=False) if days / length <= _WANTED_STRETCHES), "year"
    )


def _stretches(since: int, until: int, unit: str) -> list[date]:
    """The first days of the stretches from one day to another; there are at least six."""
    day = _begin(date.fromordinal(since), unit)
    found = [day]
    while len(found) < 6 or found[-1].toordinal() <= until:
        found.append(_next(found[-1], unit))
    return found[:-1] if found[-1].toordinal() > until and len(found) > 6 else found


def _begin(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def _next(day: date, unit: str) -> date:
    if unit == "year":
        return day.replace(year=day.year + 1)
    if unit == "month":
        return (day + timedelta(days=31)).replace(day=1)
    return day + timedelta(days=7 if unit == "week" else 1)
