"""The incident ids that were once given."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from tallystick.ledger import schema
from tallystick.ledger.index import chunks_of
from tallystick.model.incident import MintedId
from tallystick.model.quote import Quote


def all_minted(connection: Connection) -> tuple[MintedId, ...]:
    """All ids ever given, sorted by id."""
    return _sorted(connection.execute(select(schema.minted_id)))


def minted_in(connection: Connection, report_ids: Collection[str]) -> tuple[MintedId, ...]:
    """The ids ever given for words of those reports, sorted by id."""
    table = schema.minted_id
    return _sorted(
        row
        for chunk in chunks_of(report_ids)
        for row in connection.execute(select(table).where(table.c.report_id.in_(chunk)))
    )


def _sorted(rows: Iterable[Row[Any]]) -> tuple[MintedId, ...]:
    found = [
        MintedId(
            id=row.incident_id,
            anchor=Quote(report_id=row.report_id, start=row.start_char, end=row.end_char, exact=row.exact),
            ordinal=row.ordinal,
            batch=row.batch,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda minted: minted.id))


def save(connection: Connection, minted: Iterable[MintedId]) -> None:
    """Adds those that are new.

    Raises:
        ValueError: if an id was given before for something else.

    """
    minted = list(minted)
    table = schema.minted_id
    given = (
        row
        for chunk in chunks_of({one.id for one in minted})
        for row in connection.execute(select(table).where(table.c.incident_id.in_(chunk)))
    )
    known = {one.id: one for one in _sorted(given)}
    new: dict[str, MintedId] = {}
    for one in minted:
        if known.get(one.id, one) != one or new.setdefault(one.id, one) != one:
            raise ValueError(f"incident id {one.id} was given before for something else")
    rows = [
        {
            "incident_id": one.id,
            "report_id": one.anchor.report_id,
            "start_char": one.anchor.start,
            "end_char": one.anchor.end,
            "exact": one.anchor.exact,
            "ordinal": one.ordinal,
            "batch": one.batch,
        }
        for one in new.values()
        if one.id not in known
    ]
    if rows:
        connection.execute(insert(schema.minted_id), rows)
