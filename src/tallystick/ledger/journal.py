"""The journal of decisions: entries are added, never changed."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, func, insert, select

from tallystick.errors import Code, TallystickError
from tallystick.ledger import names, schema
from tallystick.ledger.chain import head_of, link
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.change_words import decision_in_words
from tallystick.model.decision import Act, Decision, undone

_DECISION = TypeAdapter(Decision)

# What was read of the journal of a database: the entries, and the row of the last.
_read: WeakKeyDictionary[Engine, tuple[tuple[Decision, ...], str]] = WeakKeyDictionary()


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
    name = _name_concerned(connection, decision)
    held = names.decided(connection).get(name) if name is not None else None
    before = head_of(connection, schema.decision.c.id).chain
    payload = payload_of(decision)
    row = {"id": decision.id, "payload": payload, "name": name, "chain": link(before, payload)}
    connection.execute(insert(schema.decision).values(row))
    if name is not None and names.decided(connection).get(name) != held:
        names.mark_reports_naming(connection, name, before=held)
    return decision


def entries(connection: Connection) -> tuple[Decision, ...]:
    """All entries, oldest first. Those that were read before are not read again, since none is ever changed."""
    table = schema.decision
    held, last = _read.get(connection.engine, ((), ""))
    if held and connection.scalar(select(table.c.payload).where(table.c.id == held[-1].id)) != last:
        # What was read was not committed, or not yet at the moment that is looked at; or a backup took its place.
        held = ()
    after = held[-1].id if held else 0
    new = connection.scalars(select(table.c.payload).where(table.c.id > after).order_by(table.c.id)).all()
    if new:
        held = (*held, *(noun_from(_DECISION, payload) for payload in new))
        _read[connection.engine] = (held, new[-1])
    return held


def _name_concerned(connection: Connection, decision: Decision) -> str | None:
    """The name that a decision, or what it takes back, is on."""
    if decision.undoes is None:
        return decision.name
    table = schema.decision
    return connection.scalar(select(table.c.name).where(table.c.id == decision.undoes))


def _check_not_undone(connection: Connection, number: int) -> None:
    journal = entries(connection)
    undo = undone(journal).get(number)
    if undo is not None:
        raise TallystickError(Code.E314, id=number, undo=decision_in_words(journal[undo - 1]))
