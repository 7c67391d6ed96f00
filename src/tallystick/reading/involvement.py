"""How a report says that an organisation had a hand in violence: by its own word, on that of others, or as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import ClaimMention, EventMention, Mention
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, Involvement, Modality, ParticipantType, Role
from tallystick.reading.lexicon import words_of
from tallystick.reading.telling import AUTHORITIES

_PEOPLE = (ActorType.PERSON, ActorType.GROUP_OF_PEOPLE, ActorType.MEDIA)
_BODIES = (ParticipantType.ORGANISATION, ParticipantType.STATE)
# What says most stands first: who claims it needs no accuser, an authority's word weighs more than another's.
_ORDER = tuple(Involvement)


class Involved(Noun):
    """An organisation and how it is said to be involved, with the words that say so.

    ``by`` is who says so, null where nobody is named or the report says it itself.
    """

    actor: ActorRef
    involvement: Involvement
    by: ActorRef | None = None
    quote: Quote


def read_involvement(
    mentions: Sequence[Mention], actors: Sequence[ActorExpression], *, knowledge: KnowledgeBase
) -> tuple[Involved, ...]:
    """Every organisation that the mentions of one report involve, once, by what says most; sorted by actor.

    Who is named in the words of an event and has no part in it that is told is only possibly involved.
    """
    found: dict[str, Involved] = {}
    for one in (*_told(mentions, knowledge), *_named_beside(mentions, actors)):
        before = found.get(_key(one.actor))
        if before is None or _ORDER.index(one.involvement) < _ORDER.index(before.involvement):
            found[_key(one.actor)] = one
    return tuple(found[k] for k in sorted(found))


def is_authority(actor: ActorRef, *, knowledge: KnowledgeBase) -> bool:
    """True for a government, an army, a police force, a court, and whoever speaks for one.

    A name that the knowledge base does not hold is judged by its words ("the district prosecutor").
    """
    if actor.id is not None and knowledge.has(actor.id):
        return knowledge.actor(actor.id).type in AUTHORITIES
    words = set(re.findall(r"\w+", actor.name.lower()))
    return bool(words & words_of("speech", "officials")) and not words & words_of("speech", "unofficial")


def _key(actor: ActorRef) -> str:
    return actor.id or fold_name(actor.name)


def _told(mentions: Sequence[Mention], knowledge: KnowledgeBase) -> Iterator[Involved]:
    for mention in mentions:
        if isinstance(mention, ClaimMention) and mention.claimant.type in _BODIES:
            yield _involved(mention.claimant, Involvement.CLAIMED)
        elif isinstance(mention, EventMention):
            yield from _told_by(mention, knowledge)


def _told_by(event: EventMention, knowledge: KnowledgeBase) -> Iterator[Involved]:
    for one in (p for p in event.participants if p.type in _BODIES):
        if one.role is Role.CLAIMANT:
            yield _involved(one, Involvement.CLAIMED)
        elif one.role is Role.ACCUSED and one.accused_by is not None:
            yield _accused(one, one.accused_by, knowledge)
        elif one.role is Role.DENIER:
            yield _involved(one, Involvement.ACCUSED)
        elif one.role is Role.PERPETRATOR:
            yield _doer(one, event, knowledge)


def _doer(doer: Participant, event: EventMention, knowledge: KnowledgeBase) -> Involved:
    told = event.reporter
    reporter = None if told is None else ActorRef(id=told.actor_id, name=told.name)
    if reporter is not None and _key(reporter) == _key(doer.actor):
        return _involved(doer, Involvement.CLAIMED)
    attributors = (p.actor for p in event.participants if p.role is Role.ATTRIBUTOR)
    by = next((a for a in attributors if _key(a) != _key(doer.actor)), reporter if doer.alleged else None)
    if by is not None:
        return _accused(doer, by, knowledge)
    is_doubted = doer.alleged or event.modality is Modality.ALLEGED
    return _involved(doer, Involvement.ACCUSED if is_doubted else Involvement.STATED_AS_FACT)


def _accused(one: Participant, by: ActorRef, knowledge: KnowledgeBase) -> Involved:
    of_authority = is_authority(by, knowledge=knowledge)
    return _involved(one, Involvement.ACCUSED_BY_AUTHORITIES if of_authority else Involvement.ACCUSED, by)


def _involved(one: Participant, involvement: Involvement, by: ActorRef | None = None) -> Involved:
    return Involved(actor=one.actor, involvement=involvement, by=by, quote=one.quote)


def _named_beside(mentions: Sequence[Mention], actors: Sequence[ActorExpression]) -> Iterator[Involved]:
    events = [m for m in mentions if isinstance(m, EventMention)]
    parts = [(p.quote.start, p.quote.end) for e in events for p in e.participants]
    for named in actors:
        start, end = named.quote.start, named.quote.end
        if named.type in _PEOPLE or any(a < end and start < b for a, b in parts):
            continue
        if any(e.quote.start <= start and end <= e.quote.end for e in events):
            actor = named.actor
            yield Involved(actor=actor, involvement=Involvement.POSSIBLE, quote=named.quote)
