"""Incidents found by their ids, their mentions, or what they tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, and_, or_, select

from tallystick.errors import Code, TallystickError
from tallystick.ledger import index_schema, schema
from tallystick.ledger.payload import noun_from
from tallystick.model.incident import Incident, Tombstone

_INCIDENT = TypeAdapter(Incident)
_TOMBSTONE = TypeAdapter(Tombstone)


def incidents(
    connection: Connection, *, equal: dict[str, Iterable[str] | None], since: date | None, until: date | None
) -> tuple[Incident, ...]:
    """The incidents with one of the given values in each given column, that may have happened in the window."""
    table = schema.incident
    query = select(table.c.payload)
    for column, values in equal.items():
        if values is not None:
            query = query.where(table.c[column].in_(list(values)))
    if since is not None:
        query = query.where(or_(table.c.last_day >= since, table.c.last_day.is_(None)))
    if until is not None:
        query = query.where(or_(table.c.first_day <= until, table.c.first_day.is_(None)))
    found = (noun_from(_INCIDENT, payload) for payload in connection.scalars(query))
    return tuple(sorted(found, key=lambda incident: incident.id))


def ids_between(connection: Connection, since: date, until: date, *, countries: Collection[str]) -> frozenset[str]:
    """The ids of the incidents that share a day with ``since`` to ``until``, in one of these countries or in none that
    is told; without countries, anywhere.
    """
    table = schema.incident
    first, last = table.c.first_day, table.c.last_day
    shares_a_day = [
        and_(first <= until, last >= since),
        and_(first.is_(None), last.between(since, until)),
        and_(last.is_(None), first.between(since, until)),
    ]
    queries = (_of_countries(select(table.c.id).where(days), countries) for days in shares_a_day)
    return frozenset(id_ for query in queries for id_ in connection.scalars(query))


def ids_of_no_day(connection: Connection, *, countries: Collection[str]) -> frozenset[str]:
    """The ids of the incidents of which no day is told, in one of these countries alike."""
    table = schema.incident
    query = select(table.c.id).where(table.c.first_day.is_(None), table.c.last_day.is_(None))
    return frozenset(connection.scalars(_of_countries(query, countries)))


def _of_countries(query: Select[Any], countries: Collection[str]) -> Select[Any]:
    country = schema.incident.c.country
    return query.where(or_(country.in_(countries), country.is_(None))) if countries else query


def incident_if_any(connection: Connection, incident_id: str) -> Incident | None:
    """The incident of that id; null if there is none, also where the id points on."""
    payload = connection.scalar(select(schema.incident.c.payload).where(schema.incident.c.id == incident_id))
    return None if payload is None else noun_from(_INCIDENT, payload)


def incident_of_mention(connection: Connection, mention_id: str) -> Incident:
    """The incident that a mention tells.

    Raises:
        TallystickError: E315 if there is none.

    """
    payload, telling = schema.incident.c.payload, index_schema.telling.c
    if connection.scalar(select(index_schema.basis.c.inputs)) is not None:
        placed = select(telling.incident_id).where(telling.mention_id == mention_id)
        query = select(payload).where(schema.incident.c.id == placed.scalar_subquery())
    else:
        query = select(payload).where(payload.contains(f'"{mention_id}"', autoescape=True))
    found = (noun_from(_INCIDENT, text) for text in connection.scalars(query))
    for one in found:
        if mention_id in one.mentions:
            return one
    raise TallystickError(Code.E315, id=mention_id)


def incident(connection: Connection, incident_id: str) -> tuple[Incident, Tombstone | None]:
    """The incident of that id or, where the id points on, the one it points to and the first tombstone met.

    Raises:
        TallystickError: E302 if the id was never shown, E330 if it was, and stands for none any more.

    """
    way = _way_from(connection, incident_id)
    found = incident_if_any(connection, way[-1].points_to or "" if way else incident_id)
    if found is None and way and way[-1].points_to is None:
        raise TallystickError(Code.E330, id=incident_id, why=way[-1].why)
    if found is None:
        raise TallystickError(Code.E302, id=incident_id)
    return found, way[0] if way else None


def last_id(connection: Connection, incident_id: str) -> str:
    """Where an id leads to: the incident, or the last id on the way where none stands.

    Raises:
        TallystickError: E302 if the id was never shown.

    """
    way = _way_from(connection, incident_id)
    if not way and incident_if_any(connection, incident_id) is None:
        raise TallystickError(Code.E302, id=incident_id)
    return (way[-1].points_to or way[-1].id) if way else incident_id


def _way_from(connection: Connection, incident_id: str) -> list[Tombstone]:
    """The tombstones from an id on."""
    way: list[Tombstone] = []
    current: str | None = incident_id
    while current is not None and current not in {tombstone.id for tombstone in way}:
        payload = connection.scalar(select(schema.tombstone.c.payload).where(schema.tombstone.c.id == current))
        if payload is None:
            break
        way.append(noun_from(_TOMBSTONE, payload))
        current = way[-1].points_to
    return way


def ids_pointing_to(connection: Connection, incident_id: str) -> tuple[str, ...]:
    """The ids whose tombstones lead to that one, over however many, sorted; without itself."""
    found: set[str] = {incident_id}
    edge = {incident_id}
    while edge:
        query = select(schema.tombstone.c.id).where(schema.tombstone.c.points_to.in_(edge))
        edge = set(connection.scalars(query)) - found
        found |= edge
    return tuple(sorted(found - {incident_id}))
