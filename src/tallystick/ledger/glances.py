"""Incidents at a glance: the fields by which they are found, sorted and counted, read fast and many at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, select

from tallystick.ledger import schema
from tallystick.ledger.index import chunks_of


class GlancedActor(NamedTuple):
    """An actor: ``id`` is null for a name that the knowledge base does not hold."""

    name: str
    id: str | None = None


class GlancedPlace(NamedTuple):
    """A place, as in ``model.place``."""

    id: str
    name: str
    precision: str
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float = 0


class GlancedCount(NamedTuple):
    """A number of people or things."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


class GlancedAttribution(NamedTuple):
    """Who is said to have done it, in which role, on what basis and how sure that is (codes)."""

    role: str
    basis: str
    confidence: str
    actors: tuple[GlancedActor, ...] = ()


class Glance(NamedTuple):
    """An incident without its quotes and reasons; all codes are plain text.

    ``conflicts`` are the fields on which reports disagree. ``joins`` tell how sure it is, from 0 to 1, that two of its
    mentions are of one incident, and ``may_be`` that another incident is this one. ``origins`` are the names of those
    who originally reported it.
    """

    id: str
    kind: str
    date_precision: str
    outcome: str
    status: str
    review_state: str
    weapons: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    place: GlancedPlace | None = None
    target: str | None = None
    target_actor: GlancedActor | None = None
    perpetrator: GlancedActor | None = None
    claimed_by: tuple[GlancedActor, ...] = ()
    attributed_to: tuple[GlancedAttribution, ...] = ()
    killed: GlancedCount | None = None
    injured: GlancedCount | None = None
    background: bool = False
    responds_to: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    joins: tuple[float, ...] = ()
    may_be: tuple[float, ...] = ()
    sources: int = 1
    origins: tuple[str, ...] = ()


def written_after(connection: Connection, number: int) -> Iterator[Glance]:
    """The incidents that a derivation wrote after the one of that number, what was written first before the rest."""
    table = schema.incident
    # Any other order has SQLite go over all incidents, to be spared the sorting.
    query = select(table.c.payload).where(table.c.written > number).order_by(table.c.written)
    for payload in connection.scalars(query, execution_options={"yield_per": 2_000}):
        yield glance_at(payload)


def of(connection: Connection, incident_ids: Collection[str]) -> Iterator[Glance]:
    """Those of the incidents that stand."""
    table = schema.incident
    for chunk in chunks_of(incident_ids):
        for payload in connection.scalars(select(table.c.payload).where(table.c.id.in_(chunk))):
            yield glance_at(payload)


def glance_at(payload: str) -> Glance:
    """A look at the incident that a payload holds, which is not checked: it was when it was filed."""
    # The fast parser takes no lone surrogates.
    told = json.loads(payload) if "\\ud" in payload else orjson.loads(payload)
    get = told.get
    return Glance(
        id=told["id"],
        kind=told["kind"],
        date_precision=told["date_precision"],
        outcome=told["outcome"],
        status=told["status"],
        review_state=told["review_state"],
        weapons=tuple(get("weapons", ())),
        start=_day(get("start")),
        end=_day(get("end")),
        place=_place(get("place")),
        target=get("target"),
        target_actor=_actor(get("target_actor")),
        perpetrator=_actor(get("perpetrator")),
        claimed_by=_actors(get("claimed_by", ())),
        attributed_to=tuple([_attribution(each) for each in get("attributed_to", ())]),
        killed=_count(get("killed")),
        injured=_count(get("injured")),
        background=get("background", False),
        responds_to=tuple(get("responds_to", ())),
        mentions=tuple(get("mentions", ())),
        conflicts=tuple([each["field"] for each in get("conflicts", ())]),
        joins=tuple([each["score"] for each in get("joins", ())]),
        may_be=tuple([each["score"] for each in get("may_be", ())]),
        sources=get("sources", 1),
        origins=tuple([each["name"] for each in get("origins", ())]),
    )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _actor(told: dict[str, Any] | None) -> GlancedActor | None:
    return GlancedActor(told["name"], told.get("id")) if told else None


def _actors(told: Collection[dict[str, Any]]) -> tuple[GlancedActor, ...]:
    return tuple([GlancedActor(each["name"], each.get("id")) for each in told])


def _attribution(told: dict[str, Any]) -> GlancedAttribution:
    return GlancedAttribution(told["role"], told["basis"], told["confidence"], _actors(told.get("actors", ())))


def _place(told: dict[str, Any] | None) -> GlancedPlace | None:
    if not told:
        return None
    return GlancedPlace(**{name: told[name] for name in GlancedPlace._fields if name in told})


def _count(told: dict[str, Any] | None) -> GlancedCount | None:
    return GlancedCount(told.get("low"), told.get("best"), told.get("high")) if told else None
