"""The journal of decisions: entries are added, never changed."""

from __future__ import annotations

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select

from tallystick.errors import Code, TallystickError
from tallystick.ledger import schema
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.change_words import decision_in_words
from tallystick.model.decision import Act, Decision, undone

_DECISION = TypeAdapter(Decision)


def append(connection: Connection, draft: Decision) -> Decision:
    """Adds a decision under the next free number, which is given to it, counted from 1.

    Raises:
        TallystickError: E304 if it undoes a decision that the journal does not hold, E314 one that is taken back.
        ValueError: if it is an undo that names no decision, or names one without being an undo.

    """
    if (draft.act is Act.UNDO) != (draft.undoes is not None):
        raise ValueError("an undo, and nothing else, names the decision that it takes back")
    last = connection.scalar(select(func.max(schema.decision.c.id))) or 0
    if draft.undoes is not None and not 1 <= draft.undoes <= last:
        raise TallystickError(Code.E304, id=draft.undoes)
    if draft.undoes is not None:
        _check_not_undone(connection, draft.undoes)
    decision = draft.model_copy(update={"id": last + 1})
    connection.execute(insert(schema.decision).values(id=decision.id, payload=payload_of(decision)))
    return decision


def entries(connection: Connection) -> tuple[Decision, ...]:
    """All entries, oldest first."""
    payloads = connection.scalars(select(schema.decision.c.payload).order_by(schema.decision.c.id))
    return tuple(noun_from(_DECISION, payload) for payload in payloads)


def _check_not_undone(connection: Connection, number: int) -> None:
    journal = entries(connection)
    undo = undone(journal).get(number)
    if undo is not None:
        raise TallystickError(Code.E314, id=number, undo=decision_in_words(journal[undo - 1]))
