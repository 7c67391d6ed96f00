"""The actors whose names or types what is new can change."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.attribution.actors import actor_met
from tallystick.derivation.rows import namings_of
from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger.index import Naming, Placed
from tallystick.ledger.standing import Standing
from tallystick.model.actor import Actor
from tallystick.model.mention import Mention
from tallystick.model.terms import ActorType


def actors_met(
    standing: Standing, mentions: Iterable[Mention], gone: Iterable[Placed], *, knowledge: KnowledgeBase
) -> tuple[list[Actor], set[str]]:
    """The actors that are new or differ, and the ids of those whom nobody names any more."""
    gone = list(gone)
    new = namings_of(mentions)
    touched = {n.actor_id for n in new} | standing.namings([row.mention_id for row in gone])
    left_out = {row.report_id for row in gone}
    named: dict[str, list[Naming]] = {actor_id: [] for actor_id in touched}
    for naming in (*standing.names_of(touched, but_in=left_out), *new):
        named[naming.actor_id].append(naming)
    before = {actor.id: actor for actor in standing.actors(touched)}
    found = [_met(actor_id, namings, knowledge) for actor_id, namings in sorted(named.items()) if namings]
    unmet = {actor_id for actor_id, namings in named.items() if not namings}
    return [actor for actor in found if before.get(actor.id) != actor], unmet


def _met(actor_id: str, namings: list[Naming], knowledge: KnowledgeBase) -> Actor:
    first = min(namings, key=lambda n: (n.mention_id, n.number))
    return actor_met(actor_id, {n.name for n in namings}, ActorType(first.type), knowledge=knowledge)
