"""Incidents over time in lanes: how many fall into each stretch of days, and which they are where they are few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

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
MOST_NAMED = 400
"""With more incidents than these in the lanes shown, only those that stand alone in their stretch are named."""

_WANTED_STRETCHES = 70


@dataclass(frozen=True)
class Cell:
    """The incidents of one lane that begin in one stretch: how many, their ids where they are named, the surest status
    among them (rank), and the last stretch that any of them may reach.
    """

    stretch: int
    number: int
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
    """The first day of each stretch, and the lanes of one page, the fullest of all on the first. ``undated`` have no
    day, ``earlier`` lie before the first stretch or behind the last, ``before`` is the last day told of one that lies
    before; ``beside`` are in the lanes of other pages.
    """

    unit: str
    days: tuple[date, ...]
    lanes: tuple[Lane, ...]
    undated: int
    earlier: int
    beside: int
    page: int = 1
    pages: int = 1
    before: date | None = None

    @property
    def marks(self) -> int:
        """How many marks it takes to draw each cell."""
        return sum(len(lane.cells) for lane in self.lanes)

    def as_table(self) -> list[list[int]]:
        """How many incidents began in each stretch, in each lane."""
        table = [[0] * len(self.lanes) for _ in self.days]
        for at, lane in enumerate(self.lanes):
            for cell in lane.cells:
                table[cell.stretch][at] = cell.number
        return table

    def last_day(self, stretch: int) -> date:
        """The last day of a stretch."""
        if stretch + 1 < len(self.days):
            return self.days[stretch + 1] - timedelta(days=1)
        return _next(self.days[stretch], self.unit) - timedelta(days=1)


def lay_out(found: Found, *, by: str, unit: str | None, page: int = 1) -> Lanes:
    """The incidents that fit, in lanes. Without a unit it is the finest that a page has room for.
    ``by`` is one of ``BY``, ``unit`` one of ``UNITS``; ``page`` counts from 1.
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
    stretch, reach = (np.full(columns.size, -1, dtype=np.int32) for _ in range(2))
    stretch[shown] = np.clip(np.searchsorted(starts, first[shown], side="right") - 1, 0, None)
    reach[shown] = np.clip(np.searchsorted(starts, last[shown], side="right") - 1, 0, None)
    pairs = columns.pairs[BY[by]]
    inside = stretch[pairs.rows] >= 0
    rows, values = pairs.rows[inside], pairs.values[inside]
    fullest = np.bincount(values, minlength=len(found.moment.labels[BY[by]].values))
    order = np.argsort(-fullest, kind="stable")[: np.count_nonzero(fullest)]
    own = order[(page - 1) * MOST_LANES : page * MOST_LANES]
    passed = last[dated][last[dated] < starts[0]]
    return Lanes(
        unit=chosen,
        days=tuple(days),
        lanes=tuple(_lanes(found, BY[by], own, rows, values, stretch, reach)),
        undated=found.number - len(dated),
        earlier=len(dated) - len(shown),
        beside=int(fullest.sum() - fullest[own].sum()),
        page=page,
        pages=max(1, -(-len(order) // MOST_LANES)),
        before=date.fromordinal(int(passed.max())) if len(passed) else None,
    )


def _lanes(
    found: Found, facet: str, own: NDArray[np.intp], rows: Ints, values: Ints, stretch: Ints, reach: Ints
) -> Iterator[Lane]:
    """The lanes of the values of these numbers. ``rows`` and ``values`` are pairs, the rest is by row."""
    columns, labels = found.moment.columns, found.moment.labels[facet]
    lane_of = np.full(len(labels.values), -1, dtype=np.int64)
    lane_of[own] = np.arange(len(own))
    lane = lane_of[values]
    rows, lane = rows[lane >= 0], lane[lane >= 0]
    key = lane * MOST_STRETCHES + stretch[rows]
    order = np.argsort(key, kind="stable")
    rows, key = rows[order], key[order]
    keys, starts, numbers = np.unique(key, return_index=True, return_counts=True)
    certainty = np.minimum.reduceat(columns.numbers["certainty"][rows], starts) if len(starts) else starts
    reaches = np.maximum.reduceat(reach[rows], starts) if len(starts) else starts
    is_named = (numbers == 1) | (len(rows) <= MOST_NAMED)
    cells: dict[int, list[Cell]] = {}
    for at, where in enumerate(keys.tolist()):
        held = rows[starts[at] : starts[at] + numbers[at]] if is_named[at] else ()
        cells.setdefault(where // MOST_STRETCHES, []).append(
            Cell(
                stretch=where % MOST_STRETCHES,
                number=int(numbers[at]),
                ids=tuple(columns.ids[row] for row in held),
                certainty=int(certainty[at]),
                reach=int(reaches[at]),
            )
        )
    for number, value in enumerate(own.tolist()):
        held_by = tuple(cells[number])
        yield Lane(labels.values[value], labels.label(value), sum(cell.number for cell in held_by), held_by)


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
