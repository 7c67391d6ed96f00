"""All rows of some packs, for checks that look at several of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.pack import Pack
from tallystick.knowledge.publishers import KnownPublisher
from tallystick.knowledge.rows import Fault, Row, scan_rows
from tallystick.knowledge.sites import Site
from tallystick.model.relation import KnownRelation

Entry = TypeVar("Entry", bound=BaseModel)
AnyRow = Row[KnownActor] | Row[KnownRelation] | Row[Site] | Row[KnownPublisher]


@dataclass(frozen=True)
class Contents:
    """The rows of some packs that could be read, and a fault for each that could not."""

    actors: tuple[Row[KnownActor], ...]
    relations: tuple[Row[KnownRelation], ...]
    sites: tuple[Row[Site], ...]
    publishers: tuple[Row[KnownPublisher], ...]
    faults: tuple[Fault, ...]

    @property
    def rows(self) -> Iterator[tuple[str, AnyRow]]:
        """Every row that has an id of its own, behind that id (of a publisher: its domain)."""
        yield from ((row.entry.id, row) for row in self.actors)
        yield from ((row.entry.id, row) for row in self.sites)
        yield from ((row.entry.domain, row) for row in self.publishers)


def read_contents(packs: Iterable[Pack]) -> Contents:
    """The contents of packs. What does not fit is told, not raised."""
    listed, faults = tuple(packs), list[Fault]()

    def rows(kind: str, model: type[Entry]) -> tuple[Row[Entry], ...]:
        kept = []
        for pack in listed:
            for item in scan_rows(pack, kind, model):
                if isinstance(item, Fault):
                    faults.append(item)
                else:
                    kept.append(item)
        return tuple(kept)

    return Contents(
        actors=rows("actors", KnownActor),
        relations=rows("relations", KnownRelation),
        sites=rows("sites", Site),
        publishers=rows("publishers", KnownPublisher),
        faults=tuple(faults),
    )
