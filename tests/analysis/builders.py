"""Incidents, mentions and tallies built by hand for the tests of this room."""

from __future__ import annotations

from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Link
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.tally import Reconciliation, Tally
from tallystick.model.terms import (
    Comparator,
    DatePrecision,
    EventKind,
    LinkKind,
    PlacePrecision,
    TallyUnit,
    Verdict,
)

NORTH = ActorRef(id="north", name="North")
SOUTH = ActorRef(id="south", name="South")


def same_side(left: ActorRef, right: ActorRef) -> bool | None:
    return left.id == right.id


def quote(exact: str = "an attack", *, start: int = 0) -> Quote:
    return Quote(report_id="r1", start=start, end=start + len(exact), exact=exact)


def place(country: str = "RU", name: str = "Fort Nord") -> Place:
    return Place(id=f"site:{name.lower()}", name=name, country=country, precision=PlacePrecision.SITE)


def link(kind: LinkKind, *to: str, description: str = "these attacks") -> Link:
    return Link(kind=kind, mention_ids=to, description=description, quote=quote("in response", start=40))


def event(mention_id: str, *links: Link) -> EventMention:
    return EventMention(
        id=mention_id,
        report_id="r1",
        quote=quote(),
        trigger=quote(),
        event_kind=EventKind.ATTACK_UNSPECIFIED,
        confidence=0.9,
        reader="test",
        links=links,
    )


def incident(number: int, day: int | None = 10, **fields: object) -> Incident:
    when = date(2021, 6, day) if day else None
    base: dict[str, object] = {
        "id": f"i{number}",
        "kind": EventKind.ATTACK_UNSPECIFIED,
        "start": when,
        "end": when,
        "date_precision": DatePrecision.DAY if when else DatePrecision.UNKNOWN,
        "place": place(),
        "mentions": (f"m{number}",),
    }
    return Incident.model_validate(base | fields)


def tally(
    value: int, comparator: Comparator, inside: int, *, unit: TallyUnit = TallyUnit.ATTACKS, missing: int | None = 0
) -> Tally:
    return Tally.model_validate(
        {
            "id": "t1",
            "report_id": "r1",
            "quote": quote(),
            "unit": unit,
            "scope": {},
            "comparator": comparator,
            "value": value,
            "reconciliation": Reconciliation(
                inside=tuple(f"i{n}" for n in range(inside)), missing=missing, verdict=Verdict.INCOMPLETE, note="…"
            ),
        }
    )
