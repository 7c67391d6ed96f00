"""The chain of custody on file: entries are added, never changed, and each is linked to the one before."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from contextlib import suppress

from pydantic import TypeAdapter
from sqlalchemy import Connection, insert, select

from tallystick.ledger import schema
from tallystick.ledger.chain import head_of, link
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.custody import CustodyEntry

ENTRY = TypeAdapter(CustodyEntry)


def append(connection: Connection, entries: Sequence[CustodyEntry]) -> None:
    """Adds entries under the next free numbers, counted from 1."""
    head = head_of(connection, schema.custody.c.number)
    number, chain = head.number, head.chain
    for entry in entries:
        payload = payload_of(entry, compact=True)
        number, chain = number + 1, link(chain, payload)
        row = {"number": number, "source_id": entry.source_id, "payload": payload, "chain": chain}
        connection.execute(insert(schema.custody).values(row))


def of_report(connection: Connection, report_id: str) -> tuple[CustodyEntry, ...]:
    """The entries that tell how a report came in, oldest first."""
    table = schema.custody
    query = select(table.c.payload).join(schema.report_source, schema.report_source.c.id == table.c.source_id)
    query = query.where(schema.report_source.c.report_id == report_id).order_by(table.c.number)
    return tuple(noun_from(ENTRY, payload) for payload in connection.scalars(query))


def all_entries(connection: Connection) -> Iterator[CustodyEntry]:
    """All entries, oldest first, bit by bit; a damaged one, which ``verify`` tells, is left out."""
    query = select(schema.custody.c.payload).order_by(schema.custody.c.number)
    for payload in connection.scalars(query, execution_options={"yield_per": 500}):
        with suppress(ValueError):
            yield noun_from(ENTRY, payload)


def login_name() -> str | None:
    """Who runs the program, as the system knows them; null in a container that knows no names."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # the latter before Python 3.13
        return None
