"""Incidents on file as counts go by them, read without what else they hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

import orjson
from sqlalchemy import Connection, select

from tallystick.ledger import schema
from tallystick.ledger.index import chunks_of
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.countable import Countable
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, ReviewState, Status, WeaponKind

N = TypeVar("N", bound=Noun)

_Told = Mapping[str, Any]


class FiledName(NamedTuple):
    """Another incident that one may be."""

    id: str


class FiledBlame(NamedTuple):
    """Those who are together said to have done it."""

    actors: tuple[ActorRef, ...]


class FiledCountable(NamedTuple):
    """A ``Countable`` as it is on file."""

    id: str
    kind: EventKind
    weapons: tuple[WeaponKind, ...]
    weapon_count: Range | None
    start: date | None
    end: date | None
    date_precision: DatePrecision
    date_basis: DateBasis
    place: Place | None
    target: str | None
    target_actor: ActorRef | None
    perpetrator: ActorRef | None
    claimed_by: tuple[ActorRef, ...]
    attributed_to: tuple[FiledBlame, ...]
    killed: Range | None
    injured: Range | None
    status: Status
    review_state: ReviewState
    background: bool
    mentions: tuple[str, ...]
    may_be: tuple[FiledName, ...]


def as_filed(incident: Countable) -> FiledCountable:
    """What of an incident bears on counts, in the form that is compared."""
    same = {name: getattr(incident, name) for name in FiledCountable._fields if name not in ("attributed_to", "may_be")}
    return FiledCountable(
        **same,
        attributed_to=tuple([FiledBlame(each.actors) for each in incident.attributed_to]),
        may_be=tuple([FiledName(each.id) for each in incident.may_be]),
    )


def countables_of(connection: Connection, incident_ids: Collection[str]) -> Iterator[FiledCountable]:
    """Those of the incidents that stand."""
    table, make = schema.incident, _Maker().countable
    for chunk in chunks_of(incident_ids):
        for payload in connection.scalars(select(table.c.payload).where(table.c.id.in_(chunk))):
            yield make(payload)


class _Maker:
    """Makes countables of payloads. Each actor, place and range that several incidents tell is made once."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def countable(self, payload: str) -> FiledCountable:
        """What a payload holds, which was checked when it was filed."""
        # The fast parser takes no lone surrogates.
        told: _Told = json.loads(payload) if "\\ud" in payload else orjson.loads(payload)
        return FiledCountable(
            id=told["id"],
            kind=EventKind(told["kind"]),
            weapons=tuple([WeaponKind(each) for each in told["weapons"]]),
            weapon_count=self._one(Range, told["weapon_count"]),
            start=_day(told["start"]),
            end=_day(told["end"]),
            date_precision=DatePrecision(told["date_precision"]),
            date_basis=DateBasis(told["date_basis"]),
            place=self._one(Place, told["place"]),
            target=told["target"],
            target_actor=self._one(ActorRef, told["target_actor"]),
            perpetrator=self._one(ActorRef, told["perpetrator"]),
            claimed_by=self._actors(told["claimed_by"]),
            attributed_to=tuple([FiledBlame(self._actors(each["actors"])) for each in told["attributed_to"]]),
            killed=self._one(Range, told["killed"]),
            injured=self._one(Range, told["injured"]),
            status=Status(told["status"]),
            review_state=ReviewState(told["review_state"]),
            background=told["background"],
            mentions=tuple(told["mentions"]),
            may_be=tuple([FiledName(each["id"]) for each in told["may_be"]]),
        )

    def _actors(self, told: Collection[_Told]) -> tuple[ActorRef, ...]:
        return tuple([self._make(ActorRef.model_validate, each) for each in told])

    def _one(self, noun: type[N], told: _Told | None) -> N | None:
        return None if told is None else self._make(noun.model_validate, told)

    def _make(self, make: Callable[[_Told], N], told: _Told) -> N:
        # Nouns of different sorts have different fields, and those of a payload stand in one order.
        key = tuple(told.items())
        if key not in self._made:
            self._made[key] = make(told)
        made: N = self._made[key]
        return made


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
