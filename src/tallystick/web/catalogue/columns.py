"""The incidents of one moment as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.labels import Labels
from tallystick.web.catalogue.numbers import NUMBERS, POINT, Floats, Ints

Mask = npt.NDArray[np.bool_]
Kind = TypeVar("Kind", bound=np.generic)


class Ids(tuple[str, ...]):
    """The ids of the incidents, row by row."""

    @cached_property
    def ranks(self) -> Ints:
        """The place of each row, were they sorted by id."""
        ranks = np.empty(len(self), dtype=np.int32)
        ranks[sorted(range(len(self)), key=self.__getitem__)] = np.arange(len(self), dtype=np.int32)
        return ranks


class Pairs(NamedTuple):
    """Of a facet: which row has the value of which number. A row may have none, or several."""

    rows: Ints
    values: Ints


_NO_PAIRS = Pairs(np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32))


@dataclass(frozen=True)
class Columns:
    """All that is held of the incidents, row by row. A row keeps its number as long as the process runs; one whose
    incident stands no more is not ``alive``. Never changed: ``with_rows`` gives the columns of the next moment.
    """

    ids: Ids = field(default_factory=Ids)
    alive: Mask = field(default_factory=lambda: np.empty(0, dtype=np.bool_))
    numbers: Mapping[str, Ints] = field(default_factory=lambda: dict.fromkeys(NUMBERS, np.empty(0, dtype=np.int32)))
    points: Mapping[str, Floats] = field(default_factory=lambda: dict.fromkeys(POINT, np.empty(0, dtype=np.float32)))
    pairs: Mapping[str, Pairs] = field(default_factory=lambda: {facet.name: _NO_PAIRS for facet in FACETS})

    @property
    def size(self) -> int:
        """How many rows there are, those that stand no more among them."""
        return len(self.ids)

    @cached_property
    def by_day(self) -> Ints:
        """The rows that stand, latest first; those without a day last, and by id where the day is the same."""
        return self.sorted_by("first_day", descending=True)

    def sorted_by(self, name: str, *, descending: bool) -> Ints:
        """The rows that stand, by a number; where it is not told they come last, where it is the same, by id."""
        rows = np.flatnonzero(self.alive).astype(np.int32)
        keys = self.numbers[name][rows].astype(np.int64)
        ranks = self.ids.ranks[rows]
        untold = keys < 0
        return rows[np.lexsort((ranks, -keys if descending else keys, untold))]

    def with_rows(self, rows: Sequence[int], glances: Sequence[Glance], labels: Mapping[str, Labels]) -> Columns:
        """The columns with these incidents at these rows; a row beyond the last is a new one."""
        new = {row: glance.id for row, glance in zip(rows, glances, strict=True) if row >= self.size}
        # What was worked out of the ids is kept where none is new.
        ids = Ids((*self.ids, *(new[row] for row in sorted(new)))) if new else self.ids
        size = len(ids)
        at = np.array(rows, dtype=np.int32)
        alive = _grown(self.alive, size)
        alive[at] = True
        numbers = {name: _grown(self.numbers[name], size) for name in NUMBERS}
        for name, read in NUMBERS.items():
            numbers[name][at] = [read(glance) for glance in glances]
        points = {name: _grown(self.points[name], size) for name in POINT}
        for name, where in POINT.items():
            points[name][at] = [where(glance) for glance in glances]
        stale = np.zeros(size, dtype=np.bool_)
        stale[at] = True
        pairs = {facet.name: self._pairs_without(facet.name, stale) for facet in FACETS}
        for facet in FACETS:
            told = [
                (row, labels[facet.name].number(value, label))
                for row, glance in zip(rows, glances, strict=True)
                for value, label in dict(facet.values(glance)).items()
            ]
            added = np.array(told, dtype=np.int32).reshape(-1, 2).T
            kept = pairs[facet.name]
            pairs[facet.name] = Pairs(*(np.concatenate(both) for both in zip(kept, added, strict=True)))
        return Columns(ids, alive, numbers, points, pairs)

    def without(self, rows: Sequence[int]) -> Columns:
        """The columns, where these rows stand no more."""
        alive = self.alive.copy()
        alive[np.array(rows, dtype=np.int32)] = False
        gone = ~alive
        pairs = {name: self._pairs_without(name, gone) for name in self.pairs}
        return Columns(self.ids, alive, self.numbers, self.points, pairs)

    def _pairs_without(self, name: str, stale: Mask) -> Pairs:
        held = self.pairs[name]
        keep = ~stale[held.rows]
        return Pairs(held.rows[keep], held.values[keep])


def _grown(column: npt.NDArray[Kind], size: int) -> npt.NDArray[Kind]:
    grown = np.zeros(size, dtype=column.dtype)
    grown[: len(column)] = column
    return grown
