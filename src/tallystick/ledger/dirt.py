"""Which reports changed since the last derivation."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select

from tallystick.ledger import index_schema

_TABLE = index_schema.dirty_report


def mark(connection: Connection, report_ids: Iterable[str]) -> None:
    """Notes that these reports changed."""
    rows = [{"report_id": report_id} for report_id in report_ids]
    if rows:
        connection.execute(insert(_TABLE), rows)


def latest(connection: Connection) -> int:
    """The number of the latest change."""
    return connection.scalar(select(func.max(_TABLE.c.number))) or 0


def marked(connection: Connection) -> frozenset[str]:
    """The reports that changed."""
    return frozenset(connection.scalars(select(_TABLE.c.report_id)))


def wash(connection: Connection, up_to: int) -> None:
    """Forgets the changes up to that number, which were derived from."""
    connection.execute(delete(_TABLE).where(_TABLE.c.number <= up_to))
