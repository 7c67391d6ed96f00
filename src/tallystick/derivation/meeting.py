"""The actors whose names, types or words what is new can change."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.attribution.actors import actor_met
from tallystick.attribution.named import named_in
from tallystick.attribution.unknown_names import MOST_QUOTES
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
    mentions = list(mentions)
    new = namings_of(mentions)
    touched = {n.actor_id for n in new} | standing.namings([row.mention_id for row in gone])
    left_out = frozenset(row.report_id for row in gone)
    named: dict[str, list[Naming]] = {actor_id: [] for actor_id in touched}
    for naming in (*standing.names_of(touched, but_in=left_out), *new):
        named[naming.actor_id].append(naming)
    before = {actor.id: actor for actor in standing.actors(touched)}
    naming_now: dict[str, list[Mention]] = {actor_id: [] for actor_id in touched}
    for mention in mentions:
        for actor_id in {one.actor_id for one in named_in(mention)}:
            naming_now[actor_id].append(mention)
    found = [
        _met(standing, actor_id, namings, naming_now[actor_id], left_out, knowledge)
        for actor_id, namings in sorted(named.items())
        if namings
    ]
    unmet = {actor_id for actor_id, namings in named.items() if not namings}
    return [actor for actor in found if before.get(actor.id) != actor], unmet


def _met(
    standing: Standing,
    actor_id: str,
    namings: list[Naming],
    mentions: list[Mention],
    left_out: frozenset[str],
    knowledge: KnowledgeBase,
) -> Actor:
    """The actor by how it is named; ``mentions`` are those that are new."""
    first = min(namings, key=lambda n: (n.mention_id, n.number))
    names = {n.name for n in namings}
    reports = 0
    if not knowledge.has(actor_id):
        on_file = standing.first_to_name(actor_id, but_in=left_out, most=MOST_QUOTES)
        reports = standing.count_reports_naming(actor_id, but_in=left_out) + len({m.report_id for m in mentions})
        mentions = [*mentions, *standing.mentions(on_file)]
    return actor_met(actor_id, names, ActorType(first.type), mentions, reports, knowledge=knowledge)
