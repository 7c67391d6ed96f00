"""Incidents, mentions and reports built by hand for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Link, TallyMention
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.tally import Tally
from tallystick.model.terms import Comparator, DatePrecision, EventKind, PlacePrecision, TallyUnit

STATE = ActorRef(id="ruritania", name="Ruritania")
ARMY = ActorRef(id="ruritanian-army", name="Ruritanian army")
REBELS = ActorRef(id="red-front", name="Red Front")
ALLIES = ActorRef(id="red-wing", name="Red Wing")
OTHERS = ActorRef(id="sylvania", name="Sylvania")

SIDES = {"ruritania": 1, "ruritanian-army": 1, "red-front": 2, "red-wing": 2, "sylvania": 3}


def same_side(left: ActorRef, right: ActorRef) -> bool | None:
    a, b = SIDES.get(left.id or ""), SIDES.get(right.id or "")
    return None if a is None or b is None else a == b


def in_area(incident: Countable, area: str) -> bool:
    return incident.place is not None and area in (incident.place.country, incident.place.id)


def quote(exact: str = "an attack", *, report_id: str = "r1", start: int = 0) -> Quote:
    return Quote(report_id=report_id, start=start, end=start + len(exact), exact=exact)


def report(report_id: str = "r1", *, published_on: date | None = date(2021, 6, 30)) -> Report:
    return Report(id=report_id, text="…", published_on=published_on)


def place(country: str = "RU", name: str = "Fort Nord") -> Place:
    return Place(id=f"site:{name.lower()}", name=name, country=country, precision=PlacePrecision.SITE)


def event(mention_id: str = "m1", *, report_id: str = "r1", links: tuple[Link, ...] = ()) -> EventMention:
    return EventMention(
        id=mention_id,
        report_id=report_id,
        quote=quote(report_id=report_id),
        trigger=quote(report_id=report_id),
        event_kind=EventKind.ATTACK_UNSPECIFIED,
        confidence=0.9,
        reader="test",
        links=links,
    )


def incident(incident_id: str = "i1", day: date | None = date(2021, 6, 10), **fields: object) -> Incident:
    base: dict[str, object] = {
        "id": incident_id,
        "kind": EventKind.ATTACK_UNSPECIFIED,
        "start": day,
        "end": day,
        "date_precision": DatePrecision.DAY if day else DatePrecision.UNKNOWN,
        "place": place(),
        "mentions": ("m1",),
    }
    return Incident.model_validate(base | fields)


def tally(value: int = 10, comparator: Comparator = Comparator.EXACT, **fields: object) -> TallyMention:
    base: dict[str, object] = {
        "id": "t1",
        "report_id": "r1",
        "quote": quote("counted attacks"),
        "unit": TallyUnit.ATTACKS,
        "since": date(2021, 6, 1),
        "comparator": comparator,
        "value": value,
        "confidence": 0.9,
        "reader": "test",
        "scope": {"target": STATE, "areas": ("RU",)},
    }
    return TallyMention.model_validate(base | fields)


def by_id(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """Checked tallies in the order of their ids."""
    return tuple(sorted(tallies, key=lambda tally: tally.id))
