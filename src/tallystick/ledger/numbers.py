"""How far a ledger is, in three numbers: by them others see that it changed, without reading what."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from tallystick.ledger import schema


class Numbers(NamedTuple):
    """The last decision in the journal, how many derivations were saved, and the last that changed something."""

    decision: int
    turn: int
    derivation: int


def now(connection: Connection) -> Numbers:
    """The numbers as they are, found by the indices alone."""
    decision = select(func.coalesce(func.max(schema.decision.c.id), 0)).scalar_subquery()
    turn = select(schema.turn.c.number).scalar_subquery()
    derivation = select(func.coalesce(func.max(schema.derivation.c.number), 0)).scalar_subquery()
    row = connection.execute(select(decision, turn, derivation)).one()
    return Numbers(row[0], row[1], row[2])
