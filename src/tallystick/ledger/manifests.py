"""What a ledger holds, sealed in the heads of its two chains."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from tallystick import __version__
from tallystick.ledger import schema
from tallystick.ledger.chain import head_of
from tallystick.ledger.custody import login_name
from tallystick.model.manifest import Head, Manifest


def manifest(connection: Connection) -> Manifest:
    """The seal of what is on file."""
    count = select(func.count())
    return Manifest(
        at=datetime.now(UTC).replace(microsecond=0),
        by=login_name(),
        tool=f"tallystick {__version__}",
        reports=connection.scalar(count.select_from(schema.report)) or 0,
        originals=connection.scalar(count.select_from(schema.archive)) or 0,
        custody=head_of(connection, schema.custody.c.number),
        journal=head_of(connection, schema.decision.c.id),
    )


def changes(connection: Connection, sealed: Manifest) -> Iterator[str]:
    """Which of the two chains is not on file as it was sealed; what was added since does not count."""
    chains = {
        "custody entry": (sealed.custody, schema.custody.c.number),
        "decision": (sealed.journal, schema.decision.c.id),
    }
    for called, (due, number) in chains.items():
        found = head_of(connection, number, at=due.number) if due.number else Head(number=0, chain="")
        if found.number != due.number:
            yield f"{called} {due.number} is missing"
        elif found != due:
            yield f"{called} {due.number}, or one before it, is not what was sealed"
