"""What the reader was least sure of, in order."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from tallystick.ledger import index_schema, schema
from tallystick.ledger.payload import noun_from
from tallystick.model.relation import Relation
from tallystick.model.terms import ReviewState

_RELATION = TypeAdapter(Relation)
_IN_ORDER = (schema.mention.c.confidence, schema.mention.c.id)


def least_sure_events(connection: Connection, *, most: int) -> list[tuple[str, float]]:
    """The event mentions of incidents that nobody has passed, with how sure the reader was."""
    mention, telling, incident = schema.mention, index_schema.telling, schema.incident
    query = (
        select(mention.c.id, mention.c.confidence)
        .join(telling, telling.c.mention_id == mention.c.id)
        .join(incident, incident.c.id == telling.c.incident_id)
        .where(mention.c.kind == "event", incident.c.review_state == ReviewState.MACHINE.value)
        .order_by(*_IN_ORDER)
        .limit(most)
    )
    return [(row.id, row.confidence) for row in connection.execute(query)]


def least_sure_relations(connection: Connection) -> Iterator[Relation]:
    """The relations that reports tell, as last derived."""
    mention, relation = schema.mention, schema.relation
    query = (
        select(relation.c.payload)
        .join(mention, mention.c.id == relation.c.id)
        .where(mention.c.kind == "relation")
        .order_by(*_IN_ORDER)
    )
    for payload in connection.scalars(query, execution_options={"yield_per": 50}):
        yield noun_from(_RELATION, payload)
