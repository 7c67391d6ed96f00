"""The actors that the mentions name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from tallystick.attribution.named import named_in
from tallystick.attribution.unknown_names import candidate_of, longest
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import Actor
from tallystick.model.mention import Mention
from tallystick.model.terms import ActorType


def list_actors(mentions: Iterable[Mention], *, knowledge: KnowledgeBase) -> tuple[Actor, ...]:
    """Every actor met, sorted by id, with the names under which it was met.

    A name that the knowledge base does not hold stays, as ``known`` false, under an id made from the name.
    """
    names: dict[str, set[str]] = defaultdict(set)
    types: dict[str, ActorType] = {}
    strangers: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for one in named_in(mention):
            names[one.actor_id].add(one.name)
            types.setdefault(one.actor_id, one.type)
            if not knowledge.has(one.actor_id):
                strangers[one.actor_id].append(mention)
    return tuple(
        actor_met(key, names[key], types[key], strangers[key], _reports(strangers[key]), knowledge=knowledge)
        for key in sorted(names)
    )


def actor_met(
    key: str, names: Set[str], kind: ActorType, naming: Sequence[Mention], reports: int, *, knowledge: KnowledgeBase
) -> Actor:
    """An actor met under these names.

    ``kind`` is the type that the first mention of one unknown gives it; ``naming`` and ``reports``, what names one
    unknown, are as ``candidate_of`` takes them.
    """
    if knowledge.has(key):
        known = knowledge.actor(key)
        aliases = tuple(sorted(names - {known.name, ""}))
        return Actor(id=key, name=known.name, type=known.type, aliases=aliases, known=True)
    name = longest(names)
    return Actor(
        id=key,
        name=name,
        type=kind,
        aliases=tuple(sorted(names - {name})),
        known=False,
        candidate=candidate_of(key, name, naming, reports=reports, knowledge=knowledge),
    )


def _reports(mentions: Iterable[Mention]) -> int:
    return len({mention.report_id for mention in mentions})
