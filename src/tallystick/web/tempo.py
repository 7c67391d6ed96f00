"""How many incidents began in each week, by kind, and how many of them are said to answer an attack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tallystick.web.catalogue.finding import Found

MOST_WEEKS = 40
LEAST_WEEKS = 16
MOST_KINDS = 6


@dataclass(frozen=True)
class Layer:
    """A kind of event, or all the rarer kinds together (``value`` is null): how many incidents in each week."""

    value: str | None
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Tempo:
    """The Mondays of the last weeks, and what began in each. The commonest kind comes first, all the rarer ones last.
    ``answers`` are those said to answer an attack; ``earlier`` lie before the first week, ``undated`` have no day.
    """

    weeks: tuple[date, ...]
    layers: tuple[Layer, ...]
    answers: tuple[int, ...]
    earlier: int
    undated: int

    @property
    def totals(self) -> tuple[int, ...]:
        """How many incidents in each week."""
        return tuple(map(sum, zip(*(layer.numbers for layer in self.layers), strict=True)))

    def last_day(self, week: int) -> date:
        """The Sunday of a week."""
        return self.weeks[week] + timedelta(days=6)


def count_by_week(found: Found) -> Tempo:
    """The incidents that fit, by the week of the first day on which each may have happened."""
    columns = found.moment.columns
    rows = np.flatnonzero(found.mask)
    first = columns.numbers["first_day"][rows] if len(rows) else rows
    dated = first >= 0
    if not dated.any():
        return Tempo((), (), (), 0, len(rows))
    # The first day of the calendar, whose number is 1, was a Monday.
    week = (first[dated] - 1) // 7
    last = int(week.max())
    start = max(min(int(week.min()), last - LEAST_WEEKS + 1), last - MOST_WEEKS + 1)
    shown = rows[dated][week >= start]
    at = week[week >= start] - start
    size = last - start + 1
    kind = np.zeros(columns.size, dtype=np.int32)
    pairs = columns.pairs["event_type"]
    kind[pairs.rows] = pairs.values
    values = found.moment.labels["event_type"].values
    table = np.bincount(kind[shown] * size + at, minlength=len(values) * size).reshape(len(values), size)
    order = np.argsort(-table.sum(axis=1), kind="stable")
    told = [number for number in order[:MOST_KINDS] if table[number].any()]
    layers = [Layer(values[number], tuple(table[number].tolist())) for number in told]
    if (rest := table[order[MOST_KINDS:]].sum(axis=0)).any():
        layers.append(Layer(None, tuple(rest.tolist())))
    answering = at[columns.numbers["answers"][shown] > 0]
    return Tempo(
        weeks=tuple(date.fromordinal((start + number) * 7 + 1) for number in range(size)),
        layers=tuple(layers),
        answers=tuple(np.bincount(answering, minlength=size).tolist()),
        earlier=int(dated.sum()) - len(shown),
        undated=len(rows) - int(dated.sum()),
    )
