"""The sites at which incidents are on file, and how their incidents lie in time."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np

from tallystick.model.terms import PlacePrecision
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import PRECISIONS, Ints

_SITE = PRECISIONS.index(PlacePrecision.SITE)


@dataclass(frozen=True)
class SiteOnFile:
    """A site with incidents. ``country`` is ISO 3166-1 alpha-2; the days are the first and the last told, null if none
    is; ``rows`` are those of its incidents.
    """

    id: str
    name: str
    country: str | None
    first: date | None
    last: date | None
    rows: Ints

    @property
    def number(self) -> int:
        """How many incidents there are."""
        return len(self.rows)


@dataclass(frozen=True)
class Month:
    """A month with incidents that began in it."""

    first: date
    number: int

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])


def list_sites(found: Found) -> list[SiteOnFile]:
    """The sites of the incidents that fit, by their names: no site stands before another for what happened there."""
    columns = found.moment.columns
    if not columns.size:
        return []
    wanted = found.mask & (columns.numbers["precision"] == _SITE)
    places, labels = columns.pairs["place"], found.moment.labels["place"]
    kept = wanted[places.rows]
    rows, values = places.rows[kept], places.values[kept]
    order = np.argsort(values, kind="stable")
    rows, values = rows[order], values[order]
    numbers, starts = np.unique(values, return_index=True)
    country_of = _countries(found)
    sites = [
        _site(found, labels.values[number], labels.label(number), held, country_of[held[0]])
        for number, held in zip(numbers.tolist(), np.split(rows, starts[1:]), strict=False)
    ]
    return sorted(sites, key=lambda site: (site.name.casefold(), site.id))


def months_of(found: Found, site: SiteOnFile) -> list[Month]:
    """The months in which incidents began at a site, in order; those without a known day are left out."""
    days = found.moment.columns.numbers["first_day"][site.rows]
    told = Counter(date.fromordinal(day).replace(day=1) for day in days.tolist() if day > 0)
    return [Month(first, told[first]) for first in sorted(told)]


def _countries(found: Found) -> Ints:
    """The number of the country of each row; -1 where it has none."""
    country = found.moment.columns.pairs["country"]
    numbers = np.full(found.moment.columns.size, -1, dtype=np.int32)
    numbers[country.rows] = country.values
    return numbers


def _site(found: Found, place_id: str, name: str, rows: Ints, country: int) -> SiteOnFile:
    columns = found.moment.columns
    code = found.moment.labels["country"].values[country] if country >= 0 else "none"
    first, last = columns.numbers["first_day"][rows], columns.numbers["last_day"][rows]
    return SiteOnFile(
        id=place_id,
        name=name,
        country=None if code == "none" else code,
        first=_day(int(first[first > 0].min())) if (first > 0).any() else None,
        last=_day(int(last.max())),
        rows=rows,
    )


def _day(number: int) -> date | None:
    return date.fromordinal(number) if number > 0 else None
