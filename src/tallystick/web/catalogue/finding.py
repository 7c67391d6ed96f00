"""Which incidents fit a filter, in which order, and how many there are of each value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tallystick.web.catalogue.catalogue import Moment
from tallystick.web.catalogue.columns import Mask
from tallystick.web.catalogue.facets import FACETS, Facet
from tallystick.web.catalogue.numbers import Ints
from tallystick.web.filters import SORTS, Filter

MOST_VALUES = 200
"""Of one facet on a page: what is rarer is found by searching."""


@dataclass(frozen=True)
class Count:
    """How many incidents have a value of a facet, were that facet not narrowed down."""

    value: str
    label: str
    number: int
    is_chosen: bool


class Found:
    """The incidents of one moment that fit a filter."""

    def __init__(self, moment: Moment, wanted: Filter) -> None:
        self.moment = moment
        self.wanted = wanted
        self._columns = moment.columns
        self._by_facet = {name: self._with_one_of(name, values) for name, values in wanted.chosen.items()}
        self._rest = self._fits_rest()
        self.mask: Mask = self._but_for(None)
        self.number = int(self.mask.sum())

    def ids(self) -> list[str]:
        """The ids on the page asked for, in the order asked for."""
        start = (self.wanted.page - 1) * self.wanted.size
        return [self._columns.ids[row] for row in self.rows()[start : start + self.wanted.size]]

    def all_ids(self) -> list[str]:
        """The ids on all pages, in the order asked for."""
        return [self._columns.ids[row] for row in self.rows()]

    def rows(self) -> Ints:
        """The rows in the order asked for."""
        name, descending = SORTS[self.wanted.sort.lstrip("-")], self.wanted.sort.startswith("-")
        by_latest = name == "first_day" and descending
        order = self._columns.by_day if by_latest else self._columns.sorted_by(name, descending=descending)
        return order[self.mask[order]]

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.number // self.wanted.size))

    def counts(self, facet: Facet, *, most: int | None = None) -> list[Count]:
        """How many fit with each value of a facet, the commonest first; the values chosen among them, be it none. With
        ``most`` only so many of the commonest, and those chosen.
        """
        labels = self.moment.labels[facet.name]
        chosen = self.wanted.chosen.get(facet.name, ())
        pairs = self._columns.pairs.get(facet.name)
        if pairs is None:
            return []
        fits = self._but_for(facet.name)
        numbers = np.bincount(pairs.values[fits[pairs.rows]], minlength=len(labels.values))
        common = np.flatnonzero(numbers)
        if most is not None and len(common) > most:
            common = common[np.argpartition(-numbers[common], most)[:most]]
        shown = set(common.tolist()) | {at for value in chosen if (at := labels.find(value)) is not None}
        counts = [
            Count(labels.values[at], labels.label(at), int(numbers[at]), labels.values[at] in chosen) for at in shown
        ]
        return sorted(counts, key=lambda count: (-count.number, count.label))

    def all_counts(self, *, most: int | None = None) -> Sequence[tuple[Facet, list[Count]]]:
        """Every facet with its counts, in the order in which they are shown."""
        return [(facet, self.counts(facet, most=most)) for facet in FACETS]

    def _but_for(self, name: str | None) -> Mask:
        """Which rows fit all but one facet."""
        fits = self._rest.copy()
        for facet, mask in self._by_facet.items():
            if facet != name:
                fits &= mask
        return fits

    def _with_one_of(self, name: str, values: Sequence[str]) -> Mask:
        columns, labels = self._columns, self.moment.labels[name]
        mask = np.zeros(columns.size, dtype=np.bool_)
        numbers = [number for value in values if (number := labels.find(value)) is not None]
        if name in columns.pairs and numbers:
            pairs = columns.pairs[name]
            mask[pairs.rows[np.isin(pairs.values, numbers)]] = True
        return mask

    def _fits_rest(self) -> Mask:
        columns, wanted = self._columns, self.wanted
        fits = columns.alive.copy()
        if not columns.size:
            return fits
        # One without a known day may have happened on any.
        first, last = columns.numbers["first_day"], columns.numbers["last_day"]
        if wanted.since is not None:
            fits &= (last >= wanted.since.toordinal()) | (last < 0)
        if wanted.until is not None:
            fits &= (first <= wanted.until.toordinal()) | (first < 0)
        if wanted.background:
            fits &= (columns.numbers["background"] == 1) == (wanted.background == "only")
        if wanted.query:
            said = np.zeros(columns.size, dtype=np.bool_)
            found = self.moment.wording.find(wanted.query)
            said[found[found < columns.size]] = True
            fits &= said
        return fits
