"""The history of a ledger: what each derivation changed, and why. Entries are added, never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, TypeAdapter
from sqlalchemy import Connection, func, insert, select

from tallystick.ledger import schema
from tallystick.ledger.causes import News
from tallystick.ledger.index import chunks_of
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.change import Change, DatedChange, Derivation, Subject, What


class GlancedChange(BaseModel):
    """What became of what sort of thing, without its fields and reasons."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    subject: Subject = Subject.INCIDENT
    what: What


_CHANGE = TypeAdapter(Change)
_GLANCED = TypeAdapter(GlancedChange)
_DERIVATION = TypeAdapter(Derivation)


def record(connection: Connection, found: Sequence[Change], news: News, *, of: int | None = None) -> int | None:
    """Adds these changes to the derivation ``of`` that number if it is the last, else to a new one, and gives its
    number; nothing is added if there are none.
    """
    if not found:
        return of
    last = connection.scalar(select(func.max(schema.derivation.c.number))) or 0
    if of is None or of != last:
        _begin(connection, last + 1, news)
        of = last + 1
    rows = [
        {"derivation": of, "subject_id": change.id, "payload": payload_of(change, compact=True)} for change in found
    ]
    connection.execute(insert(schema.change), rows)
    return of


def _begin(connection: Connection, number: int, news: News) -> None:
    derivation = Derivation(
        number=number,
        at=datetime.now(UTC),
        reports=len(news.reports),
        decisions=tuple(news.decisions),
        readers=tuple(sorted(set(news.readers.values()))),
    )
    at = derivation.at.isoformat(timespec="microseconds")
    row = {"number": derivation.number, "at": at, "payload": payload_of(derivation)}
    connection.execute(insert(schema.derivation).values(row))


def history(
    connection: Connection,
    *,
    ids: Collection[str] | None = None,
    after: datetime | int | None = None,
    until: datetime | int | None = None,
) -> tuple[DatedChange, ...]:
    """The changes, oldest first, then by id: of what has these ids, if given, made after one moment and up to another.
    A moment is a time with its zone, or the number of a derivation.
    """
    change, derivation = schema.change, schema.derivation
    query = select(change.c.payload, change.c.subject_id, derivation.c.number, derivation.c.payload.label("of"))
    query = query.join(derivation)
    if after is not None:
        query = query.where(derivation.c.number > after if isinstance(after, int) else derivation.c.at >= _text(after))
    if until is not None:
        query = query.where(derivation.c.number <= until if isinstance(until, int) else derivation.c.at < _text(until))
    queries = [query] if ids is None else [query.where(change.c.subject_id.in_(chunk)) for chunk in chunks_of(ids)]
    found = (row for each in queries for row in connection.execute(each))
    rows = sorted(found, key=lambda row: (row.number, row.subject_id))
    derivations = {row.number: row.of for row in rows}
    made = {number: noun_from(_DERIVATION, payload) for number, payload in derivations.items()}
    return tuple(DatedChange(derivation=made[row.number], change=noun_from(_CHANGE, row.payload)) for row in rows)


def ids_since(connection: Connection, moment: datetime) -> frozenset[str]:
    """The ids of what was changed from that moment on."""
    change, derivation = schema.change, schema.derivation
    query = select(change.c.subject_id).join(derivation).where(derivation.c.at >= _text(moment)).distinct()
    return frozenset(connection.scalars(query))


def latest(connection: Connection, *, most: int) -> tuple[Derivation, ...]:
    """The last derivations that changed something, the latest first."""
    table = schema.derivation
    payloads = connection.scalars(select(table.c.payload).order_by(table.c.number.desc()).limit(most))
    return tuple(noun_from(_DERIVATION, payload) for payload in payloads)


def glanced(connection: Connection, number: int) -> Iterator[tuple[str, GlancedChange]]:
    """What the derivation of that number changed, by id and in the order of the ids."""
    table = schema.change
    query = select(table.c.subject_id, table.c.payload).where(table.c.derivation == number).order_by(table.c.subject_id)
    for subject_id, payload in connection.execute(query, execution_options={"yield_per": 2_000}):
        yield subject_id, noun_from(_GLANCED, payload)


def incidents_changed_after(connection: Connection, number: int, *, most: int) -> tuple[str, ...]:
    """The ids of the incidents that derivations after that number changed, in their order, at most so many."""
    table = schema.change
    query = select(table.c.subject_id).distinct().order_by(table.c.subject_id).limit(most)
    return tuple(connection.scalars(query.where(table.c.derivation > number, table.c.subject_id.startswith("inc-"))))


def last_numbers(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """The number of the last derivation that changed what has each of these ids."""
    change = schema.change
    query = select(change.c.subject_id, func.max(change.c.derivation)).group_by(change.c.subject_id)
    return {
        subject_id: number
        for chunk in chunks_of(ids)
        for subject_id, number in connection.execute(query.where(change.c.subject_id.in_(chunk)))
    }


def _text(moment: datetime) -> str:
    """A time as the ledger writes it, so that two compare as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
