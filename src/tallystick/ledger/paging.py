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


def page(connection: Connection, noun: type[N], *, after: str, most: int) -> tuple[N, ...]:
    """The nouns whose ids come after one. Raises KeyError for a noun that has no table of its own."""
    table, adapter = _TABLES[noun], TypeAdapter(noun)
    query = select(table.c.payload).where(table.c.id > after).order_by(table.c.id).limit(most)
    return tuple(noun_from(adapter, payload) for payload in connection.scalars(query))


def get(connection: Connection, noun: type[N], noun_id: str) -> N | None:
    """The noun of that id; null if there is none. Raises as ``page`` does."""
    table = _TABLES[noun]
    payload = connection.scalar(select(table.c.payload).where(table.c.id == noun_id))
    return None if payload is None else noun_from(TypeAdapter(noun), payload)


def count(connection: Connection, noun: type[Noun]) -> int:
    """How many there are. Raises as ``page`` does."""
    return connection.scalar(select(func.count()).select_from(_TABLES[noun])) or 0
