"""Who is named in a mention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tallystick.attribution.naming import is_name
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.mention import (
    ClaimMention,
    EventMention,
    Mention,
    RelationMention,
    StatementMention,
    TallyMention,
)
from tallystick.model.names import unknown_id
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ParticipantType, Predicate, Role

_NOT_ACTORS = (ParticipantType.FACILITY, ParticipantType.PLACE, ParticipantType.VEHICLE)
_TYPES = {
    ParticipantType.PERSON: ActorType.PERSON,
    ParticipantType.STATE: ActorType.STATE,
    ParticipantType.GROUP_OF_PEOPLE: ActorType.GROUP_OF_PEOPLE,
}


class Named(NamedTuple):
    """An actor as a mention names it: ``actor_id`` is made from the name where no knowledge base holds it, ``type`` is
    as far as the mention tells it, and ``described`` the name with the words that describe it. ``name`` is empty where
    the words for a known actor are no name of it ("coalition forces", "a Pentagon spokesman").
    """

    actor_id: str
    name: str
    type: ActorType
    described: Quote | None = None


def named_in(mention: Mention) -> Iterator[Named]:
    """The actors that a mention names. Who is neither known nor named ("gunmen", "a security source") is none."""
    for one in _written_in(mention):
        if one.actor_id:
            yield one if one.name and is_name(one.name) and one.type is not ActorType.PERSON else one._replace(name="")
        elif is_name(one.name) and (one.type is not ActorType.GROUP_OF_PEOPLE or " " in one.name):
            yield one._replace(actor_id=unknown_id(fold_name(one.name)))


def _written_in(mention: Mention) -> list[Named]:
    """The actors named, ids empty where no knowledge base holds them."""
    match mention:
        case EventMention():
            found = [
                _participant(p) for p in mention.participants if p.type not in _NOT_ACTORS and p.role is not Role.VICTIM
            ]
            if mention.reporter is not None:
                found.append(Named(mention.reporter.actor_id or "", mention.reporter.name, ActorType.UNKNOWN))
            found += [
                Named(p.actor_id, "", ActorType.UNKNOWN)
                for p in mention.participants
                if p.type in _NOT_ACTORS and p.actor_id is not None
            ]
            return found
        case ClaimMention():
            return [_participant(mention.claimant)]
        case TallyMention():
            return _refs(mention.counter, mention.scope.actor, mention.scope.target)
        case RelationMention():
            is_founding = mention.predicate is Predicate.ESTABLISHED
            return _refs(mention.subject) if is_founding else _refs(mention.subject, mention.object)
        case StatementMention():
            return _refs(mention.by)


def _participant(participant: Participant) -> Named:
    kind = _TYPES.get(participant.type, ActorType.UNKNOWN)
    # A known actor is called by its usual name; the quote tells by which it was met.
    written = participant.quote.exact if participant.actor_id is not None else participant.name
    name = written if is_name(written) else participant.name
    return Named(participant.actor_id or "", name, kind, participant.described)


def _refs(*refs: ActorRef | None) -> list[Named]:
    return [Named(ref.id or "", ref.name, ActorType.UNKNOWN) for ref in refs if ref is not None]
