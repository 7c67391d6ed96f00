"""Whose turn it is to save: what a derivation was made from, and whether another was saved meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from tallystick.ledger import schema


@dataclass(frozen=True)
class Turn:
    """A moment of a ledger: how many derivations were saved, and the last decision and reading, by number."""

    number: int
    decision: int
    reading: int


class OvertakenError(Exception):
    """Another derivation was saved since this one began; it may rest on more. Derive again."""


def now(connection: Connection) -> Turn:
    """The moment that a derivation begins from."""
    return Turn(
        number=last(connection).number,
        decision=connection.scalar(select(func.max(schema.decision.c.id))) or 0,
        reading=connection.scalar(select(func.max(schema.reading.c.number))) or 0,
    )


def last(connection: Connection) -> Turn:
    """The moment that the derived state on file was made from."""
    row = connection.execute(select(schema.turn)).one()
    return Turn(number=row.number, decision=row.decision, reading=row.reading)


def take(connection: Connection, turn: Turn) -> Turn:
    """Notes that the derived state is now made from this moment, and gives the one before.

    Raises:
        OvertakenError: if a derivation was saved since this moment.

    """
    before = last(connection)
    if before.number != turn.number:
        raise OvertakenError
    row = {"number": turn.number + 1, "decision": turn.decision, "reading": turn.reading}
    connection.execute(update(schema.turn).values(row))
    return before
