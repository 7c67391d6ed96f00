"""What a page was asked for: which incidents, in which order, which page of them. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from tallystick.errors import Code, TallystickError
from tallystick.web.catalogue.facets import FACET, FACETS
from tallystick.web.listing.columns import read_columns

SORTS = {
    "date": "first_day",
    "killed": "killed",
    "injured": "injured",
    "sources": "sources",
    "mentions": "mentions",
    "conflicts": "conflicts",
    "confidence": "confidence",
    "status": "certainty",
    "joined": "joined",
}
"""By what incidents can be sorted, and the number that each goes by."""

PAGE_SIZES = (50, 100, 250, 500)
KEYS = frozenset(FACET) | {"since", "until", "q", "background", "sort", "page", "size", "columns"}
"""The parameters of an address that a filter is read from."""

_BACKGROUND = ("", "no", "only")


@dataclass(frozen=True)
class Filter:
    """Which incidents. ``chosen`` gives for each facet the values of which an incident must have one; ``since`` and
    ``until`` are days, both inclusive, between which it may have happened; ``query`` are words to search for.
    ``background`` is ``no`` to leave out what is told as history, ``only`` for nothing else, empty for both.
    ``sort`` is one of ``SORTS``, with a minus for the greatest first; ``page`` counts from 1. ``columns`` are those of
    the table, in their order, empty for the usual ones.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    query: str = ""
    background: str = ""
    sort: str = "-date"
    page: int = 1
    size: int = PAGE_SIZES[0]
    columns: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True if nothing narrows the incidents down."""
        return not (self.chosen or self.since or self.until or self.query or self.background)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The filter as the parameters of an address, without what goes without saying."""
        told = [(facet.name, value) for facet in FACETS for value in self.chosen.get(facet.name, ())]
        told += [(name, day.isoformat()) for name, day in (("since", self.since), ("until", self.until)) if day]
        plain = (("q", self.query), ("background", self.background), ("sort", self.sort), ("size", str(self.size)))
        usual = {"sort": "-date", "size": str(PAGE_SIZES[0])}
        told += [(name, value) for name, value in plain if value and value != usual.get(name)]
        told += [("columns", ",".join(self.columns))] if self.columns else []
        return told + ([("page", str(self.page))] if self.page > 1 else [])

    def address(self, path: str = "") -> str:
        """A path with this filter."""
        query = urlencode(self.pairs, safe=",")
        return f"{path}?{query}" if query else path or "?"

    def with_value(self, facet: str, value: str) -> Filter:
        """The filter with one value more of a facet, from the first page on."""
        values = (*self.chosen.get(facet, ()), value)
        return replace(self, chosen={**self.chosen, facet: tuple(dict.fromkeys(values))}, page=1)

    def without_value(self, facet: str, value: str) -> Filter:
        """The filter without a value of a facet, from the first page on."""
        values = tuple(each for each in self.chosen.get(facet, ()) if each != value)
        others = {name: held for name, held in self.chosen.items() if name != facet}
        return replace(self, chosen={**others, facet: values} if values else others, page=1)

    def without(self, facet: str) -> Filter:
        """The filter without any value of a facet."""
        return replace(self, chosen={name: held for name, held in self.chosen.items() if name != facet}, page=1)

    def sorted(self, sort: str) -> Filter:
        """The filter in another order, from the first page on."""
        return replace(self, sort=sort, page=1)

    def showing(self, columns: Sequence[str]) -> Filter:
        """The same with other columns."""
        return replace(self, columns=tuple(columns))

    def at(self, page: int) -> Filter:
        """Another page of the same."""
        return replace(self, page=page)


def read_filter(parameters: Iterable[tuple[str, str]]) -> Filter:
    """The filter that the parameters of an address ask for; those of other things are left alone.

    Raises:
        TallystickError: E801 if a value does not fit its parameter.

    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    chosen = {name: tuple(dict.fromkeys(values)) for name, values in given.items() if name in FACET}
    return Filter(
        chosen=chosen,
        since=_day("since", given.get("since")),
        until=_day("until", given.get("until")),
        query=" ".join(given.get("q", ())),
        background=_one_of("background", given.get("background"), _BACKGROUND),
        sort=_one_of("sort", given.get("sort"), ("-date", *(sign + name for name in SORTS for sign in ("", "-")))),
        page=_number("page", given.get("page"), default=1),
        size=int(_one_of("size", given.get("size"), tuple(map(str, PAGE_SIZES)))),
        columns=read_columns(given.get("columns", ())),
    )


def _day(name: str, values: Sequence[str] | None) -> date | None:
    if not values:
        return None
    try:
        return date.fromisoformat(values[-1])
    except ValueError:
        raise TallystickError(Code.E801, name=name, value=values[-1], wanted="a day, YYYY-MM-DD") from None


def _one_of(name: str, values: Sequence[str] | None, fit: tuple[str, ...]) -> str:
    """The value given, or else the first of those that fit."""
    if not values:
        return fit[0]
    if values[-1] not in fit:
        raise TallystickError(Code.E801, name=name, value=values[-1], wanted=f"one of {', '.join(filter(None, fit))}")
    return values[-1]


def _number(name: str, values: Sequence[str] | None, *, default: int) -> int:
    if not values:
        return default
    if not values[-1].isascii() or not values[-1].isdigit() or not 1 <= int(values[-1][:9]) <= 1_000_000:
        raise TallystickError(Code.E801, name=name, value=values[-1], wanted="a whole number from 1 on")
    return int(values[-1])
