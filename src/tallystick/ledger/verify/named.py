"""What each noun on file names, and where that must be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from sqlalchemy import Column, Table

from tallystick.ledger import schema
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.change import Change, Derivation, Subject
from tallystick.model.claim import Claim
from tallystick.model.decision import Decision
from tallystick.model.incident import Incident, Tombstone
from tallystick.model.mention import ClaimMention, EventMention, Mention, RelationMention, StatementMention
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally

# A column, and a value that it must hold.
Reference: TypeAlias = tuple[Column[Any], object]


def _of_mention(mention: Mention) -> Iterator[Reference]:
    named: list[str] = []
    if isinstance(mention, EventMention):
        named += [*mention.counted_apart, *(i for link in mention.links for i in link.mention_ids)]
    if isinstance(mention, ClaimMention):
        named += mention.covers
    yield from _all(schema.mention.c.id, named)


def _of_decision(decision: Decision) -> Iterator[Reference]:
    if decision.incident_id is not None:
        yield schema.minted_id.c.incident_id, decision.incident_id
    if decision.undoes is not None:
        yield schema.decision.c.id, decision.undoes


def _of_incident(incident: Incident) -> Iterator[Reference]:
    yield schema.minted_id.c.incident_id, incident.id
    yield from _all(schema.mention.c.id, incident.mentions)
    for join in incident.joins:
        yield from _all(schema.mention.c.id, (join.left, join.right))
    for conflict in incident.conflicts:
        yield from _all(schema.mention.c.id, (i for value in conflict.values for i in value.mention_ids))
    yield from _all(schema.mention.c.id, (i for each in incident.sourced for i in each.mention_ids))
    yield from _all(schema.incident.c.id, (*incident.responds_to, *(other.id for other in incident.may_be)))


def _of_tombstone(tombstone: Tombstone) -> Iterator[Reference]:
    yield schema.minted_id.c.incident_id, tombstone.id


def _of_claim(claim: Claim) -> Iterator[Reference]:
    yield schema.mention.c.id, claim.id
    yield from _all(schema.incident.c.id, claim.covers.incident_ids)
    yield from _all(schema.claim.c.id, [i for i in (claim.superseded_by, *(s.claim_id for s in claim.life)) if i])


def _of_tally(tally: Tally) -> Iterator[Reference]:
    yield schema.mention.c.id, tally.id
    told = tally.reconciliation
    # A tally is reconciled anew when it is read: until then it may name an incident that now points on.
    yield from _all(schema.minted_id.c.incident_id, (*told.inside, *told.vague, *(o.incident_id for o in told.outside)))


def _of_read(mention: RelationMention | StatementMention) -> Iterator[Reference]:
    yield schema.mention.c.id, mention.id


def _of_change(change: Change) -> Iterator[Reference]:
    if change.subject is Subject.INCIDENT:
        yield from _all(schema.minted_id.c.incident_id, filter(None, (change.id, change.points_to)))
    if change.subject is Subject.REPORT:
        yield schema.report.c.id, change.id
    yield from _all(schema.report.c.id, change.reports)
    yield from _all(schema.decision.c.id, change.decisions)


def _none(_: Noun) -> Iterator[Reference]:
    return iter(())


def _all(column: Column[Any], values: Iterable[object]) -> Iterator[Reference]:
    return ((column, value) for value in values)


@dataclass(frozen=True)
class Kept:
    """A table that keeps nouns as payloads, what they are called, how they are read, and what each names."""

    nouns: str
    table: Table
    adapter: TypeAdapter[Any]
    names: Callable[[Any], Iterator[Reference]]


KEPT = (
    Kept("mentions", schema.mention, TypeAdapter(Mention), _of_mention),
    Kept("journal", schema.decision, TypeAdapter(Decision), _of_decision),
    Kept("derivations", schema.derivation, TypeAdapter(Derivation), _none),
    Kept("changes", schema.change, TypeAdapter(Change), _of_change),
    Kept("incidents", schema.incident, TypeAdapter(Incident), _of_incident),
    Kept("tombstones", schema.tombstone, TypeAdapter(Tombstone), _of_tombstone),
    Kept("claims", schema.claim, TypeAdapter(Claim), _of_claim),
    Kept("tallies", schema.tally, TypeAdapter(Tally), _of_tally),
    Kept("relations", schema.relation, TypeAdapter(Relation), _of_read),
    Kept("statements", schema.statement, TypeAdapter(StatementMention), _of_read),
    Kept("actors", schema.actor, TypeAdapter(Actor), _none),
)
