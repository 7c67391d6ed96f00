"""Which reports changed since the last derivation, and what they were said to be before."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import JsonValue
from sqlalchemy import Connection, delete, func, insert, select

from tallystick.ledger import index_schema

_TABLE = index_schema.dirty_report


def mark(connection: Connection, report_id: str, *, before: Mapping[str, object]) -> None:
    """Notes that a report changed, and what of what is said of it was another before."""
    text = json.dumps(before, default=str)
    connection.execute(insert(_TABLE).values(report_id=report_id, before=text))


def latest(connection: Connection) -> int:
    """The number of the latest change."""
    return connection.scalar(select(func.max(_TABLE.c.number))) or 0


def marked(connection: Connection) -> frozenset[str]:
    """The reports that changed."""
    return frozenset(connection.scalars(select(_TABLE.c.report_id)))


def before(connection: Connection, up_to: int) -> dict[str, dict[str, JsonValue]]:
    """What was said before of each report that changed, of the fields that may differ now, up to that change."""
    found: dict[str, dict[str, JsonValue]] = {}
    rows = select(_TABLE.c.report_id, _TABLE.c.before).where(_TABLE.c.number <= up_to).order_by(_TABLE.c.number.desc())
    for row in connection.execute(rows):
        found.setdefault(row.report_id, {}).update(json.loads(row.before or "{}"))
    return found


def wash(connection: Connection, up_to: int) -> None:
    """Forgets the changes up to that number, which were derived from."""
    connection.execute(delete(_TABLE).where(_TABLE.c.number <= up_to))
