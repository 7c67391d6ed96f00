"""Inputs that could not be taken in or read, as of the last time each was tried."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from tallystick.ledger import schema
from tallystick.model.report import Failure


def save(connection: Connection, failed: Iterable[Failure], tried: Iterable[str]) -> None:
    """Forgets what was said before of the paths tried or failed, and adds these."""
    new = sorted(set(failed), key=_order)
    for path in sorted({*tried, *(failure.path for failure in new)}):
        connection.execute(delete(schema.failure).where(schema.failure.c.path == path))
    if new:
        connection.execute(insert(schema.failure), [failure.model_dump() for failure in new])


def latest(connection: Connection) -> tuple[Failure, ...]:
    """All failures, sorted by path, code and message."""
    rows = connection.execute(select(schema.failure.c.path, schema.failure.c.code, schema.failure.c.message))
    return tuple(sorted((Failure(**row._mapping) for row in rows), key=_order))


def _order(failure: Failure) -> tuple[str, str, str]:
    return failure.path, failure.code, failure.message
