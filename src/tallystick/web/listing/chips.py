"""What narrows the incidents down, piece by piece, each with the way out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.publishing.words import day
from tallystick.web.catalogue.catalogue import Moment
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.templating import name_value

_BACKGROUND = {"no": "left out", "only": "nothing else"}


@dataclass(frozen=True)
class Chip:
    """One piece of a filter: what it is of, what it asks for, and the filter without it."""

    title: str
    words: str
    without: Filter


def chips_of(wanted: Filter, moment: Moment) -> Iterator[Chip]:
    """The pieces of a filter, in the order of the form."""
    if wanted.query:
        yield Chip("Search", wanted.query, replace(wanted, query="", page=1))
    if wanted.since:
        yield Chip("From", day(wanted.since), replace(wanted, since=None, page=1))
    if wanted.until:
        yield Chip("To", day(wanted.until), replace(wanted, until=None, page=1))
    if wanted.background:
        yield Chip("Told as history", _BACKGROUND[wanted.background], replace(wanted, background="", page=1))
    for facet in FACETS:
        labels = moment.labels[facet.name]
        for value in wanted.chosen.get(facet.name, ()):
            number = labels.find(value)
            label = value if number is None else labels.label(number)
            yield Chip(facet.title, name_value(facet, value, label), wanted.without_value(facet.name, value))


def ways_out(moment: Moment, chips: Sequence[Chip]) -> list[tuple[Chip, int]]:
    """Of a filter that nothing fits, the pieces without which something does, and how many; the most first."""
    numbers = ((chip, Found(moment, chip.without).number) for chip in chips)
    return sorted(((chip, number) for chip, number in numbers if number), key=lambda pair: -pair[1])
