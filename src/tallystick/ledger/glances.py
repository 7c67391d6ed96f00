"""Incidents at a glance: the fields by which they are found, sorted and counted, read fast and many at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, ConfigDict, TypeAdapter
from sqlalchemy import Connection, select

from tallystick.ledger import schema
from tallystick.ledger.payload import noun_from


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GlancedActor(_Part):
    """An actor: ``id`` is null for a name that the knowledge base does not hold."""

    id: str | None = None
    name: str


class GlancedPlace(_Part):
    """A place, as in ``model.place``."""

    id: str
    name: str
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str
    radius_km: float = 0


class GlancedCount(_Part):
    """A number of people or things."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


class GlancedAttribution(_Part):
    """Who is said to have done it, in which role, on what basis and how sure that is (codes)."""

    actors: tuple[GlancedActor, ...] = ()
    role: str
    basis: str
    confidence: str


class GlancedName(_Part):
    """One who originally reported it."""

    name: str


class GlancedField(_Part):
    """A field on which reports disagree."""

    field: str


class GlancedJoin(_Part):
    """How sure it is that two mentions are of one incident, from 0 to 1."""

    score: float


class Glance(_Part):
    """An incident without its quotes and reasons; all codes are plain text."""

    id: str
    kind: str
    weapons: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    date_precision: str
    place: GlancedPlace | None = None
    target: str | None = None
    target_actor: GlancedActor | None = None
    perpetrator: GlancedActor | None = None
    claimed_by: tuple[GlancedActor, ...] = ()
    attributed_to: tuple[GlancedAttribution, ...] = ()
    killed: GlancedCount | None = None
    injured: GlancedCount | None = None
    outcome: str
    status: str
    review_state: str
    background: bool = False
    responds_to: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    conflicts: tuple[GlancedField, ...] = ()
    joins: tuple[GlancedJoin, ...] = ()
    sources: int = 1
    origins: tuple[GlancedName, ...] = ()


_GLANCE = TypeAdapter(Glance)


def written_after(connection: Connection, number: int) -> Iterator[Glance]:
    """The incidents that a derivation wrote after the one of that number, in the order of their ids."""
    table = schema.incident
    query = select(table.c.payload).where(table.c.written > number).order_by(table.c.id)
    for payload in connection.scalars(query, execution_options={"yield_per": 2_000}):
        yield noun_from(_GLANCE, payload)
