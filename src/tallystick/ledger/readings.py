"""What the readers found: the mentions of each report, by the reader that read it last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pydantic import JsonValue, TypeAdapter
from sqlalchemy import Connection, and_, delete, func, insert, select

from tallystick.ledger import dirt, schema, turn
from tallystick.ledger.index import chunks_of
from tallystick.ledger.names import with_decided_names
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.mention import Mention

_MENTION: TypeAdapter[Mention] = TypeAdapter(Mention)


def unread(connection: Connection, reader: str, *, dated: bool | None = None) -> tuple[str, ...]:
    """The ids of the reports that this reader, of this version, has not read; sorted. ``dated`` leaves out the reports
    without a day of publication, or all others.
    """
    report, reading = schema.report, schema.reading
    read_by = and_(reading.c.report_id == report.c.id, reading.c.reader == reader)
    query = select(report.c.id).outerjoin(reading, read_by).where(reading.c.report_id.is_(None))
    if dated is not None:
        query = query.where(report.c.published_on.is_not(None) if dated else report.c.published_on.is_(None))
    return tuple(sorted(connection.scalars(query)))


def read_by(connection: Connection, reader: str) -> tuple[str, ...]:
    """The ids of the reports whose reading on file is this reader's; sorted."""
    reading = schema.reading
    return tuple(sorted(connection.scalars(select(reading.c.report_id).where(reading.c.reader == reader))))


def save(connection: Connection, report_id: str, reader: str, mentions: Sequence[Mention]) -> None:
    """Puts this reading in place of any older one of the report.

    Raises:
        ValueError: if a mention is of another report.

    """
    strange = [mention.id for mention in mentions if mention.report_id != report_id]
    if strange:
        raise ValueError(f"mention {strange[0]} is not of report {report_id}")
    number = max(turn.now(connection).reading, turn.last(connection).reading) + 1
    before = said(connection, [report_id])[report_id]
    connection.execute(delete(schema.reading).where(schema.reading.c.report_id == report_id))
    connection.execute(insert(schema.reading).values(report_id=report_id, reader=reader, number=number))
    rows = [
        {
            "id": m.id,
            "report_id": report_id,
            "kind": m.kind,
            "payload": payload_of(m),
            "confidence": m.confidence,
        }
        for m in mentions
    ]
    if rows:
        connection.execute(insert(schema.mention), rows)
    dirt.mark(connection, report_id, before=before)


def said(connection: Connection, report_ids: Collection[str]) -> dict[str, dict[str, JsonValue]]:
    """Of each of those reports who read it, null if nobody did, and how many mentions that gave."""
    reading, mention = schema.reading, schema.mention
    found: dict[str, dict[str, JsonValue]] = {i: {"read_by": None, "mentions": 0} for i in report_ids}
    for chunk in chunks_of(report_ids):
        count = (
            select(reading.c.report_id, reading.c.reader, func.count(mention.c.id))
            .outerjoin(mention, mention.c.report_id == reading.c.report_id)
            .where(reading.c.report_id.in_(chunk))
            .group_by(reading.c.report_id, reading.c.reader)
        )
        for report_id, reader, mentions in connection.execute(count):
            found[report_id] = {"read_by": reader, "mentions": mentions}
    return found


def all_mentions(connection: Connection) -> tuple[Mention, ...]:
    """All mentions, sorted by id."""
    payloads = connection.scalars(select(schema.mention.c.payload))
    return _sorted(connection, payloads)


def mentions_of(connection: Connection, mention_ids: Sequence[str]) -> tuple[Mention, ...]:
    """The mentions of those ids, sorted by id; those not on file are left out."""
    payloads = connection.scalars(select(schema.mention.c.payload).where(schema.mention.c.id.in_(mention_ids)))
    return _sorted(connection, payloads)


def _sorted(connection: Connection, payloads: Iterable[str]) -> tuple[Mention, ...]:
    mentions = with_decided_names(connection, (noun_from(_MENTION, payload) for payload in payloads))
    return tuple(sorted(mentions, key=lambda mention: mention.id))
