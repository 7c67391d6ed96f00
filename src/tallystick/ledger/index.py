"""What a derivation leaves for the next: where each mention stands, which pairs were kept, who is named where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, Table, delete, insert, select

from tallystick.ledger import index_schema as schema
from tallystick.ledger.database import insert_new
from tallystick.ledger.payload import payload_of
from tallystick.model.incident import Incident
from tallystick.model.place import Place
from tallystick.model.presence import Presence

T = TypeVar("T")

MOST_IDS = 5_000
"""In one query: databases take no more than some 30,000 values."""


class Placed(NamedTuple):
    """A mention that was derived from, and the incident that it is of, if it is of one.

    ``sort`` is the mention's kind, or of an event how closely it tells when and where; ``ordinal`` tells apart events
    that share their trigger words. The days are the first and the last on which it can have happened, both null where
    these are too many to look it up by; of such, ``weekday`` is the day of the week that it tells, from 1 for Monday.
    """

    mention_id: str
    report_id: str
    sort: str
    ordinal: int = 0
    incident_id: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    place_id: str | None = None
    weekday: int | None = None


class Tie(NamedTuple):
    """Two mentions whose comparison was kept, and its weight in log2 odds."""

    left_id: str
    right_id: str
    weight: float


class Naming(NamedTuple):
    """An actor as a mention names it; ``number`` counts the namings of one mention from 0."""

    mention_id: str
    number: int
    report_id: str
    actor_id: str
    name: str
    type: str
    is_described: bool


@dataclass(frozen=True)
class Index:
    """What is filed beside what was derived. ``places`` are all that the mentions tell, and may be on file already. The
    mappings give by incident and by relation the keys of actors, and who is where.
    """

    placed: Sequence[Placed] = ()
    places: Sequence[Place] = ()
    ties: Sequence[Tie] = ()
    namings: Sequence[Naming] = ()
    doers: Mapping[str, Collection[str]] = field(default_factory=dict)
    presences: Mapping[str, Presence] = field(default_factory=dict)
    relation_ends: Mapping[str, Collection[str]] = field(default_factory=dict)


def clear(connection: Connection) -> None:
    """Empties the index."""
    for table in (
        schema.telling, schema.place, schema.tie, schema.naming, schema.claimant, schema.presence, schema.relation_end,
        schema.reference,
    ):  # fmt: skip
        connection.execute(delete(table))


def add(connection: Connection, index: Index) -> None:
    """Files what is new; what it takes the place of is to be taken out before."""
    put(connection, schema.telling, [row._asdict() for row in index.placed])
    insert_new(connection, schema.place, [_place_row(place) for place in index.places])
    put(connection, schema.tie, [row._asdict() for row in index.ties])
    put(connection, schema.naming, [row._asdict() for row in index.namings])
    put(connection, schema.claimant, _pairs(index.doers, "incident_id", "actor_key"))
    put(connection, schema.presence, [{"incident_id": i, "payload": payload_of(p)} for i, p in index.presences.items()])
    put(connection, schema.relation_end, _pairs(index.relation_ends, "relation_id", "actor_key"))


def add_references(connection: Connection, incidents: Iterable[Incident]) -> None:
    """Files which other incidents each of these names."""
    named = {i.id: {*i.responds_to, *(other.id for other in i.may_be)} for i in incidents}
    put(connection, schema.reference, _pairs(named, "incident_id", "names_id"))


def reports_of(connection: Connection, mention_ids: Collection[str]) -> set[str]:
    """The reports that tell these mentions, as filed."""
    table = schema.telling
    return {
        report_id
        for chunk in chunks_of(mention_ids)
        for report_id in connection.scalars(select(table.c.report_id).where(table.c.mention_id.in_(chunk)))
    }


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def take_out(connection: Connection, column: Column[Any], ids: Iterable[object]) -> None:
    """Deletes the rows with one of these values."""
    for chunk in chunks_of(ids):
        connection.execute(delete(column.table).where(column.in_(chunk)))


def chunks_of(ids: Iterable[T]) -> Iterator[list[T]]:
    """The ids in lists that one query takes."""
    listed = list(ids)
    for start in range(0, len(listed), MOST_IDS):
        yield listed[start : start + MOST_IDS]


def _place_row(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "country": place.country,
        "latitude": place.latitude,
        "payload": payload_of(place),
    }


def _pairs(found: Mapping[str, Collection[str]], one: str, other: str) -> list[dict[str, Any]]:
    return [{one: left, other: right} for left, rights in found.items() for right in sorted(set(rights))]
