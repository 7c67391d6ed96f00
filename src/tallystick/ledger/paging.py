"""The nouns that were derived, page by page in the order of their ids."""

from __future__ import annotations

from typing import TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table, func, select

from tallystick.ledger import schema
from tallystick.ledger.payload import noun_from
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.claim import Claim
from tallystick.model.incident import Tombstone
from tallystick.model.mention import StatementMention
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally

N = TypeVar("N", bound=Noun)

_TABLES: dict[type[Noun], Table] = {
    Actor: schema.actor,
    Claim: schema.claim,
    Relation: schema.relation,
    StatementMention: schema.statement,
    Tally: schema.tally,
    Tombstone: schema.tombstone,
}


PAGE = 500_000
"""Characters of JSON after which a page ends, however many nouns were asked for: one check of a count may hold the ids
of thousands of incidents.
"""


def page(connection: Connection, noun: type[N], *, after: str, most: int) -> tuple[N, ...]:
    """The nouns whose ids come after one, at least one of them if there is any, and fewer than asked for where they
    are long. Raises KeyError for a noun that has no table of its own.
    """
    table, adapter = _TABLES[noun], TypeAdapter(noun)
    query = select(table.c.payload).where(table.c.id > after).order_by(table.c.id).limit(most)
    found: list[N] = []
    length = 0
    with connection.execute(query.execution_options(yield_per=10)) as rows:
        for payload in rows.scalars():
            found.append(noun_from(adapter, payload))
            length += len(payload)
            if length >= PAGE:
                break
    return tuple(found)


def follows(connection: Connection, noun: type[Noun], *, after: str) -> bool:
    """Whether there is one whose id comes after that. Raises as ``page`` does."""
    table = _TABLES[noun]
    return connection.scalar(select(table.c.id).where(table.c.id > after).limit(1)) is not None


def get(connection: Connection, noun: type[N], noun_id: str) -> N | None:
    """The noun of that id; null if there is none. Raises as ``page`` does."""
    table = _TABLES[noun]
    payload = connection.scalar(select(table.c.payload).where(table.c.id == noun_id))
    return None if payload is None else noun_from(TypeAdapter(noun), payload)


def count(connection: Connection, noun: type[Noun]) -> int:
    """How many there are. Raises as ``page`` does."""
    return connection.scalar(select(func.count()).select_from(_TABLES[noun])) or 0
