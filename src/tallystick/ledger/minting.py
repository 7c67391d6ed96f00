"""The incident ids that were once given."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from tallystick.ledger import schema
from tallystick.model.incident import MintedId
from tallystick.model.quote import Quote


def all_minted(connection: Connection) -> tuple[MintedId, ...]:
    """All ids ever given, sorted by id."""
    found = [
        MintedId(
            id=row.incident_id,
            anchor=Quote(report_id=row.report_id, start=row.start_char, end=row.end_char, exact=row.exact),
            ordinal=row.ordinal,
            batch=row.batch,
        )
        for row in connection.execute(select(schema.minted_id))
    ]
    return tuple(sorted(found, key=lambda minted: minted.id))


def save(connection: Connection, minted: Iterable[MintedId]) -> None:
    """Adds those that are new.

    Raises:
        ValueError: if an id was given before for something else.

    """
    known = {one.id: one for one in all_minted(connection)}
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
