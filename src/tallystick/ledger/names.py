"""Names that no knowledge base holds, and the actors that people said bear them: what a mention names, so decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from tallystick.knowledge.names import fold_name
from tallystick.ledger import dirt, index_schema, schema
from tallystick.ledger.payload import noun_from
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.decision import Decision, in_force
from tallystick.model.mention import Mention
from tallystick.model.names import actors_by_name, unknown_id

N = TypeVar("N", bound=Noun)

_DECISION = TypeAdapter(Decision)


def with_decided_names(connection: Connection, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, in which every name that a person said is that of a known actor points to the actor."""
    actors = decided(connection)
    if not actors:
        return iter(mentions)
    return (_pointing(mention, actors) for mention in mentions)


def decided(connection: Connection) -> Mapping[str, ActorRef]:
    """The actors that people said bear a name, by the name, folded."""
    table = schema.decision
    # Any name comes after the empty text: so the index finds the few entries that have one.
    payloads = connection.scalars(select(table.c.payload).where(table.c.name >= ""))
    return actors_by_name(in_force(noun_from(_DECISION, payload) for payload in payloads))


def mark_reports_naming(connection: Connection, name: str, *, before: ActorRef | None) -> None:
    """Notes that the reports that give a name, folded, are to be derived from anew. ``before`` is the actor that the
    name pointed to, if it pointed to one.
    """
    naming = index_schema.naming
    actor_ids = [unknown_id(name), *([before.id] if before is not None and before.id is not None else [])]
    reports = connection.scalars(select(naming.c.report_id).where(naming.c.actor_id.in_(actor_ids)).distinct())
    for report_id in sorted(reports):
        dirt.mark(connection, report_id, before={})


def _pointing(noun: N, actors: Mapping[str, ActorRef]) -> N:
    """The noun, with every actor in it, however deep, that bears one of the names without an id."""
    if isinstance(noun, ActorRef) and noun.id is None and (actor := actors.get(fold_name(noun.name))):
        return cast("N", actor)
    changed: dict[str, object] = {}
    for field in type(noun).model_fields:
        value = getattr(noun, field)
        if isinstance(value, Noun):
            found: object = _pointing(value, actors)
        elif isinstance(value, tuple) and any(isinstance(each, Noun) for each in value):
            found = tuple(_pointing(each, actors) if isinstance(each, Noun) else each for each in value)
        else:
            continue
        if found != value:
            changed[field] = found
    if isinstance(noun, Participant) and noun.actor_id is None and (actor := actors.get(fold_name(noun.name))):
        changed |= {"actor_id": actor.id, "name": actor.name}
    return noun.model_copy(update=changed) if changed else noun
