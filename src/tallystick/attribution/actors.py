"""The actors that the mentions name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import Actor, Participant
from tallystick.model.mention import (
    ClaimMention,
    EventMention,
    Mention,
    RelationMention,
    StatementMention,
    TallyMention,
)
from tallystick.model.terms import ActorType, ParticipantType, Predicate, Role

_NOT_ACTORS = (ParticipantType.FACILITY, ParticipantType.PLACE, ParticipantType.VEHICLE)
_TYPES = {
    ParticipantType.PERSON: ActorType.PERSON,
    ParticipantType.STATE: ActorType.STATE,
    ParticipantType.GROUP_OF_PEOPLE: ActorType.GROUP_OF_PEOPLE,
}


def list_actors(mentions: Iterable[Mention], *, knowledge: KnowledgeBase) -> tuple[Actor, ...]:
    """Every actor met, sorted by id, with the names under which it was met.

    A name that the knowledge base does not hold stays, as ``known`` false, under an id made from the name.
    """
    names: dict[str, set[str]] = defaultdict(set)
    types: dict[str, ActorType] = {}
    for mention in mentions:
        for key, name, kind in named_in(mention):
            names[key].add(name)
            types.setdefault(key, kind)
    return tuple(actor_met(key, names[key], types[key], knowledge=knowledge) for key in sorted(names))


def named_in(mention: Mention) -> Iterator[tuple[str, str, ActorType]]:
    """The actors that a mention names: the id, the name as written, and the type as far as the mention tells it."""
    for actor_id, name, kind in _written_in(mention):
        key = actor_id or f"unknown:{fold_name(name).replace(' ', '-')}"
        if key != "unknown:":
            yield key, name, kind


def actor_met(key: str, names: Set[str], kind: ActorType, *, knowledge: KnowledgeBase) -> Actor:
    """An actor met under these names; ``kind`` is the type that the first mention of one unknown gives it."""
    if knowledge.has(key):
        known = knowledge.actor(key)
        aliases = tuple(sorted(names - {known.name}))
        return Actor(id=key, name=known.name, type=known.type, aliases=aliases, known=True)
    first = sorted(names, key=_shown_first)[0]
    return Actor(id=key, name=first, type=kind, aliases=tuple(sorted(names - {first})), known=False)


def _written_in(mention: Mention) -> list[tuple[str | None, str, ActorType]]:
    match mention:
        case EventMention():
            found = [
                _participant(p) for p in mention.participants if p.type not in _NOT_ACTORS and p.role is not Role.VICTIM
            ]
            if mention.reporter is not None:
                found.append((mention.reporter.actor_id, mention.reporter.name, ActorType.UNKNOWN))
            found += [
                (p.actor_id, p.name, ActorType.UNKNOWN)
                for p in mention.participants
                if p.type in _NOT_ACTORS and p.actor_id is not None
            ]
            return found
        case ClaimMention():
            return [_participant(mention.claimant)]
        case TallyMention():
            refs = [mention.counter, mention.scope.actor, mention.scope.target]
            return [(r.id, r.name, ActorType.UNKNOWN) for r in refs if r is not None]
        case RelationMention():
            refs = (
                [mention.subject] if mention.predicate is Predicate.ESTABLISHED else [mention.subject, mention.object]
            )
            return [(r.id, r.name, ActorType.UNKNOWN) for r in refs if r is not None]
        case StatementMention():
            return [(mention.by.id, mention.by.name, ActorType.UNKNOWN)] if mention.by is not None else []


def _participant(participant: Participant) -> tuple[str | None, str, ActorType]:
    return participant.actor_id, participant.name, _TYPES.get(participant.type, ActorType.UNKNOWN)


def _shown_first(name: str) -> tuple[int, str]:
    return -len(name), name
