"""The history of the incidents: what each derivation changed, and why. Entries are added, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select

from tallystick.ledger import schema
from tallystick.ledger.causes import News, explain
from tallystick.ledger.compare import State, changes_between
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.change import Change, DatedChange, Derivation

_CHANGE = TypeAdapter(Change)
_DERIVATION = TypeAdapter(Derivation)


def record(connection: Connection, before: State, after: State, news: News) -> None:
    """Adds what became of the incidents of these two states; nothing if they are alike.

    The states need hold only incidents and pointers that may differ.
    """
    found = list(changes_between(before, after))
    if not found:
        return
    derivation = Derivation(
        number=(connection.scalar(select(func.max(schema.derivation.c.number))) or 0) + 1,
        at=datetime.now(UTC),
        reports=len(news.reports),
        decisions=tuple(news.decisions),
        readers=tuple(sorted(set(news.readers.values()))),
    )
    at = derivation.at.isoformat(timespec="microseconds")
    row = {"number": derivation.number, "at": at, "payload": payload_of(derivation)}
    connection.execute(insert(schema.derivation).values(row))
    rows = [
        {
            "derivation": derivation.number,
            "incident_id": change.incident_id,
            "payload": payload_of(change, compact=True),
        }
        for change in explain(connection, found, news, before, after)
    ]
    connection.execute(insert(schema.change), rows)


def history(
    connection: Connection,
    *,
    incident_ids: Iterable[str] | None = None,
    after: datetime | int | None = None,
    until: datetime | int | None = None,
) -> tuple[DatedChange, ...]:
    """The changes, oldest first, then by incident id: those of the incidents given, made after one moment and up to
    another. A moment is a time with its zone, or the number of a derivation.
    """
    change, derivation = schema.change, schema.derivation
    query = select(change.c.payload, derivation.c.number, derivation.c.payload.label("of")).join(derivation)
    if incident_ids is not None:
        query = query.where(change.c.incident_id.in_(list(incident_ids)))
    if after is not None:
        query = query.where(derivation.c.number > after if isinstance(after, int) else derivation.c.at >= _text(after))
    if until is not None:
        query = query.where(derivation.c.number <= until if isinstance(until, int) else derivation.c.at < _text(until))
    rows = connection.execute(query.order_by(derivation.c.number, change.c.incident_id)).all()
    derivations = {row.number: row.of for row in rows}
    made = {number: noun_from(_DERIVATION, payload) for number, payload in derivations.items()}
    return tuple(DatedChange(derivation=made[row.number], change=noun_from(_CHANGE, row.payload)) for row in rows)


def _text(moment: datetime) -> str:
    """A time as the ledger writes it, so that two compare as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
