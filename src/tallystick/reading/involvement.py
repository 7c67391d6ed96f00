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
from tallystick.reading.word_weighing import AUTHORITIES

_PEOPLE = (ActorType.PERSON, ActorType.GROUP_OF_PEOPLE, ActorType.MEDIA)
_DEEDS = (Role.CLAIMANT, Role.ACCUSED, Role.DENIER, Role.PERPETRATOR)
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
    bodies = _Bodies(actors, knowledge)
    for one in (*_told(mentions, bodies), *_named_beside(mentions, bodies)):
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


class _Bodies:
    """The organisations behind the participants of a report: "members of the front" are the front's."""

    def __init__(self, actors: Sequence[ActorExpression], knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.named = tuple(a for a in actors if a.type not in _PEOPLE and not _is_only_people(a))

    def behind(self, one: Participant) -> ActorRef | None:
        """The organisation that a participant is or belongs to; None for people of none that is named."""
        if one.type in _BODIES:
            return one.actor
        if one.actor_id is not None and self.knowledge.has(one.actor_id):
            body = self.knowledge.actor(one.actor_id)
            is_office_holder = one.type is ParticipantType.PERSON and body.type in AUTHORITIES
            return None if is_office_holder else ActorRef(id=body.id, name=body.name)
        return next((a.actor for a in self.named if a.quote.overlaps(one.quote)), None)


def _is_only_people(named: ActorExpression) -> bool:
    """True for "rebels", who are no organisation by that word alone, unlike "drug gangs" and "a death squad"."""
    if named.type is not ActorType.UNNAMED_SET:
        return False
    return not set(named.name.lower().split()) & words_of("roles", "bodies")


def _told(mentions: Sequence[Mention], bodies: _Bodies) -> Iterator[Involved]:
    for mention in mentions:
        if isinstance(mention, ClaimMention):
            if (claimant := bodies.behind(mention.claimant)) is not None:
                yield _involved(claimant, mention.claimant.quote, Involvement.CLAIMED)
        elif isinstance(mention, EventMention):
            yield from _told_by(mention, bodies)


def _told_by(event: EventMention, bodies: _Bodies) -> Iterator[Involved]:
    for one in event.participants:
        body = bodies.behind(one) if one.role in _DEEDS else None
        if body is None:
            continue
        if one.role is Role.CLAIMANT:
            yield _involved(body, one.quote, Involvement.CLAIMED)
        elif one.role is Role.ACCUSED and one.accused_by is not None:
            of_authority = is_authority(one.accused_by, knowledge=bodies.knowledge)
            yield _accused(body, one, one.accused_by, of_authority=of_authority)
        elif one.role is Role.DENIER:
            yield _involved(body, one.quote, Involvement.ACCUSED)
        elif one.role is Role.PERPETRATOR and one.inferred:
            yield _involved(body, one.quote, Involvement.POSSIBLE)
        elif one.role is Role.PERPETRATOR:
            yield _doer(body, one, event, bodies.knowledge)


def _doer(body: ActorRef, doer: Participant, event: EventMention, knowledge: KnowledgeBase) -> Involved:
    told = event.reporter
    reporter = None if told is None else ActorRef(id=told.actor_id, name=told.name)
    if reporter is not None and _key(reporter) == _key(body):
        return _involved(body, doer.quote, Involvement.CLAIMED)
    # Who only passes on that "suspected members of the group" did it need not be who suspects them.
    by = next((p for p in event.participants if p.role is Role.ATTRIBUTOR and _key(p.actor) != _key(body)), None)
    if by is not None:
        # A person without a name in the knowledge base is known by the title before it ("President Cristiani").
        titled = by.actor_id is None and is_authority(ActorRef(name=by.quote.exact), knowledge=knowledge)
        return _accused(body, doer, by.actor, of_authority=titled or is_authority(by.actor, knowledge=knowledge))
    if doer.possible:
        return _involved(body, doer.quote, Involvement.POSSIBLE)
    is_doubted = doer.alleged or event.modality is Modality.ALLEGED
    return _involved(body, doer.quote, Involvement.ACCUSED if is_doubted else Involvement.STATED_AS_FACT)


def _accused(body: ActorRef, one: Participant, by: ActorRef, *, of_authority: bool) -> Involved:
    involvement = Involvement.ACCUSED_BY_AUTHORITIES if of_authority else Involvement.ACCUSED
    return _involved(body, one.quote, involvement, by)


def _involved(body: ActorRef, quote: Quote, involvement: Involvement, by: ActorRef | None = None) -> Involved:
    return Involved(actor=body, involvement=involvement, by=by, quote=quote)


def _named_beside(mentions: Sequence[Mention], bodies: _Bodies) -> Iterator[Involved]:
    events = [m for m in mentions if isinstance(m, EventMention)]
    parts = [(p.quote.start, p.quote.end) for e in events for p in e.participants]
    for named in bodies.named:
        start, end = named.quote.start, named.quote.end
        if any(a < end and start < b for a, b in parts):
            continue
        if any(e.quote.start <= start and end <= e.quote.end for e in events):
            yield _involved(named.actor, named.quote, Involvement.POSSIBLE)
