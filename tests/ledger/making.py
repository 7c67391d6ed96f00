"""Nouns made by hand for the tests of the ledger."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from tallystick.ledger import Ledger
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident, MintedId
from tallystick.model.mention import EventMention
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.relation import Relation
from tallystick.model.report import Report
from tallystick.model.terms import DatelineBasis, EventKind, PlacePrecision, Predicate

READER = "by-hand-1"


def report(text: str, **fields: Any) -> Report:
    return Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, **fields)


def taken(text: str, **fields: Any) -> tuple[Report, bytes]:
    return report(text, **fields), text.encode()


def many(count: int) -> list[tuple[Report, bytes]]:
    return [
        taken(
            f"Shells fell on village {n}.",
            path=f"{n}.txt",
            published_on=date(2031, 5, 1 + n % 28),
            published_basis=DatelineBasis.HEADER,
        )
        for n in range(count)
    ]


def quote(of: Report) -> Quote:
    return Quote(report_id=of.id, start=0, end=6, exact=of.text[:6])


def mention(of: Report, **fields: Any) -> EventMention:
    values = {
        "id": f"m-{of.id[:12]}",
        "report_id": of.id,
        "quote": quote(of),
        "trigger": quote(of),
        "confidence": 0.75,
        "reader": READER,
        "event_kind": EventKind.SHELLING,
    }
    return EventMention.model_validate({**values, **fields})


def minted(of: Report, batch: int = 1) -> MintedId:
    return MintedId(id=f"i-{of.id[:12]}", anchor=quote(of), ordinal=0, batch=batch)


def incident(incident_id: str, **fields: Any) -> Incident:
    return Incident.model_validate({"id": incident_id, "kind": EventKind.SHELLING, **fields})


def relation() -> Relation:
    of = report("Arm is a front for Hand.")
    return Relation(
        id="m-1",
        report_id=of.id,
        quote=quote(of),
        confidence=0.75,
        reader=READER,
        subject=ActorRef(name="Arm"),
        predicate=Predicate.FRONT_FOR,
        object=ActorRef(name="Hand"),
    )


def place(country: str = "XA") -> Place:
    return Place(id=f"iso:{country}", name="Somewhere", country=country, precision=PlacePrecision.COUNTRY)


def read_all(ledger: Ledger) -> None:
    for report_id in ledger.unread(READER):
        ledger.save_reading(report_id, READER, [mention(ledger.report(report_id))])


def derive(ledger: Ledger) -> None:
    """An incident for each report, with an id given once."""
    record = ledger.record()
    batch_of = ledger.batch_of()
    known = {one.anchor.report_id: one for one in ledger.minted()}
    ids = [known.get(of.id) or minted(of, batch_of[of.id]) for of in record.reports]
    incidents = tuple(incident(one.id, mentions=(f"m-{one.anchor.report_id[:12]}",)) for one in ids)
    ledger.save_derived(Record(reports=record.reports, incidents=incidents), ids)


def content(ledger: Ledger) -> tuple[object, ...]:
    """All that a ledger holds, but for when it was taken in."""
    return ledger.record().model_dump_json(), ledger.minted(), ledger.batch_of(), ledger.journal()
