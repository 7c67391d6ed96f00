"""The journal and the custody: numbered without a gap, and each entry linked to the one before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, select

from tallystick.ledger import schema
from tallystick.ledger.chain import START, link
from tallystick.ledger.custody import ENTRY
from tallystick.ledger.payload import noun_from
from tallystick.ledger.verify.finding import Faults
from tallystick.ledger.verify.rows import streamed


def journal(connection: Connection) -> Faults:
    """The decisions are numbered from 1 without a gap, and none is other than it was when the next was taken."""
    return _chain(connection, "decision", schema.decision.c.id)


def custody(connection: Connection) -> Faults:
    """The same of the entries of the chain of custody."""
    return _chain(connection, "custody entry", schema.custody.c.number)


def _chain(connection: Connection, called: str, number: Column[Any]) -> Faults:
    before = START
    table = number.table
    rows = streamed(connection, select(number.label("number"), table.c.payload, table.c.chain).order_by(number))
    for due, row in enumerate(rows, start=1):
        if row.number != due:
            yield f"{called} {due} is missing"
            return
        yield None if row.chain == link(before, row.payload) else f"{called} {due}: was changed, or one before it"
        before = row.chain


def sources(connection: Connection) -> Faults:
    """Every source has its entry in the chain of custody, and the entry names what the source names."""
    source, entry = schema.report_source.c, schema.custody.c
    columns = (source.id, source.report_id, source.raw_sha256, entry.payload)
    rows = streamed(connection, select(*columns).outerjoin(schema.custody, entry.source_id == source.id))
    for row in rows:
        if row.payload is None:
            yield f"source {row.id}: has no entry in the chain of custody"
            continue
        try:
            told = noun_from(ENTRY, row.payload)
        except ValueError:
            yield f"source {row.id}: its entry in the chain of custody cannot be read"
            continue
        if (told.source_id, told.report_id, told.raw_sha256) != (row.id, row.report_id, row.raw_sha256):
            yield f"source {row.id}: the chain of custody says otherwise"
        else:
            yield None
