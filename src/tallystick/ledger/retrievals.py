"""What was fetched from the network, as of the last time all went well."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tallystick.ledger import schema
from tallystick.ledger.database import insert_new
from tallystick.model.retrieval import Retrieval


def keep(connection: Connection, retrieval: Retrieval) -> None:
    """Notes it, in place of what was noted before of its address."""
    table = schema.retrieval
    connection.execute(delete(table).where(table.c.address == retrieval.address))
    connection.execute(insert(table).values(_row(retrieval)))


def keep_new(connection: Connection, retrievals: Iterable[Retrieval]) -> None:
    """Notes those of addresses of which nothing was noted before."""
    insert_new(connection, schema.retrieval, list(map(_row, retrievals)))


def _row(retrieval: Retrieval) -> dict[str, Any]:
    return {**retrieval.model_dump(), "at": retrieval.at.astimezone(UTC).isoformat(timespec="seconds")}


def latest(connection: Connection, address: str) -> Retrieval | None:
    """What was noted last of an address; None if nothing was."""
    row = connection.execute(select(schema.retrieval).where(schema.retrieval.c.address == address)).mappings().first()
    return None if row is None else Retrieval.model_validate(dict(row))
