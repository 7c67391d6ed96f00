"""Who did it, and who fended it off."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.model.actor import Participant
from tallystick.model.terms import ActorType, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import is_doer, participant_of, weapon_heads
from tallystick.reading.phrases import (
    agent_of,
    objects_of_prepositions,
    passive_subject_of,
    says,
    subject_of,
)
from tallystick.reading.speakers import actor_named_by, author_of
from tallystick.reading.telling import find_speaker

INTERCEPTS = frozenset(
    {
        "down",
        "intercept",
        "neutralise",
        "neutralize",
        "thwart",
        "foil",
        "repel",
        "jam",
        "bring",
        "engage",
        "shoot",
        "deal",
        "detect",
        "stop",
        "destroy",
        "take",
    }
)
_ARMED = (
    ActorType.ARMED_FORCES,
    ActorType.CORPS,
    ActorType.COALITION,
    ActorType.MILITIA,
    ActorType.ARMED_GROUP,
    ActorType.UNNAMED_SET,
    ActorType.PARTY,
)
_FORCES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.CORPS, ActorType.COALITION)
_WHOSE = frozenset({"of"})
_MADE = ("-made", "-supplied", "-origin", "-built", "-designed")


def find_doer(document: Document, frame: Frame) -> Participant | None:
    """Who did it, as the words state it; None if nobody is named."""
    for trigger in sorted(frame.triggers, key=_noun_last):
        token = trigger.token
        for candidate in (*_doers_of(token), *_attackers_behind_from(document, token)):
            if candidate.head.i in weapon_heads(frame) and candidate.head != token:
                continue
            if _is_claimed_by_owner(document, candidate, frame):
                return None
            if is_doer(document, candidate) and candidate.i not in weapon_heads(frame):
                return participant_of(document, candidate, Role.PERPETRATOR)
    return _doer_of_weapon(document, frame) or _speaker_as_doer(document, frame)


def find_defender(document: Document, frame: Frame) -> Participant | None:
    """Who shot it down: told of the target's side, never of the attacker."""
    for trigger in frame.triggers:
        token = trigger.token
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in INTERCEPTS and (lemma != "shoot" or not _is_shooting_people(token, lemma)):
            subject = subject_of(token) or agent_of(token)
            if subject is not None and document.actor_at.get(subject.i) is not None:
                return participant_of(document, subject, Role.RESPONDER)
    return None


def _doers_of(token: Token) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    yield from _owner_before(token)
    if token.pos_ in ("VERB", "ADJ"):
        if lemma == "die":
            return
        if lemma in INTERCEPTS and lemma != "destroy" and not _is_shooting_people(token, lemma):
            return
        agent = agent_of(token)
        if agent is not None:
            yield from _with_owner(agent)
        is_passive = token.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
        subject = None if is_passive else subject_of(token)
        if subject is not None:
            yield from _with_owner(subject)
        return
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    for agent in objects_of_prepositions(token, frozenset({"by"})):
        yield from _with_owner(agent)
    yield from _agents_behind(token)
    is_suffered = lemma in words_of("roles", "suffered_nouns")
    owners = ("compound", "amod", "nmod") if is_suffered else ("poss", "compound", "amod", "nmod")
    yield from (c for c in token.lefts if c.dep_ in owners)
    verb = token.head
    if (
        token.dep_ in ("dobj", "obj")
        and verb.pos_ == "VERB"
        and verb.lemma_.lower() in words_of("triggers", "light")
        and not says(verb)
    ):
        subject = subject_of(verb)
        if subject is not None:
            yield subject
    yield from _partakers(token)
    if token.dep_ == "nsubjpass" and verb.pos_ == "VERB" and not says(verb):
        agent = agent_of(verb)
        if agent is not None:
            yield agent


def _partakers(noun: Token) -> Iterator[Token]:
    """Who took part in, or was involved in, a deed."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return
    verb = noun.head.head
    takes_part = verb.lemma_.lower() == "take" and any(c.lower_ == "part" for c in verb.rights)
    if takes_part or verb.lemma_.lower() in words_of("roles", "partakes"):
        doer = subject_of(verb) or passive_subject_of(verb)
        if doer is not None:
            yield doer


def _owner_before(token: Token) -> Iterator[Token]:
    """The army of "killed in army shelling of a town", where a parser takes the noun in -ing for a verb."""
    if token.tag_ != "VBG" or token.i < 2 or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "of":
        return
    before = token.nbor(-1)
    if before.dep_ == "pobj" and before.head.lower_ in ("in", "by", "during"):
        yield before


def _agents_behind(noun: Token) -> Iterator[Token]:
    """The doer of "an attack on the bridge by the security service", where a parser hangs "by" on the bridge."""
    for inner in noun.subtree:
        if inner.lower_ == "by" and noun.i < inner.i < noun.i + 12 and inner.head.pos_ in ("NOUN", "PROPN"):
            for agent in (g for g in inner.rights if g.dep_ == "pobj"):
                yield from _with_owner(agent)


def _attackers_behind_from(document: Document, noun: Token) -> Iterator[Token]:
    """The armed actors of "came under attack from the group": a land behind "from" is only where it came from."""
    for agent in objects_of_prepositions(noun, frozenset({"from"})):
        expression = document.actor_at.get(agent.i)
        if noun.pos_ in ("NOUN", "PROPN") and expression is not None and expression.type in _ARMED:
            yield agent


def _with_owner(noun: Token) -> Iterator[Token]:
    """A noun and whose it is ("Ukraine's security service")."""
    yield noun
    yield from (c for c in noun.lefts if c.dep_ in ("poss", "compound", "amod", "nmod"))


def _is_shooting_people(token: Token, lemma: str) -> bool:
    return lemma == "shoot" and not any(c.lower_ == "down" for c in token.children)


def _is_claimed_by_owner(document: Document, candidate: Token, frame: Frame) -> bool:
    """True for "its fighters" in a group's own word ("the group said its fighters had struck …"): a claim, no fact."""
    if not any(c.lower_ in ("its", "their", "our") for c in candidate.lefts if c.dep_ == "poss"):
        return False
    speaker = author_of(find_speaker(frame.head, frame.sentence))
    named = actor_named_by(document, speaker) if speaker is not None else None
    return named is not None and named.type not in (*_FORCES, ActorType.GOVERNMENT_BODY, ActorType.MEDIA)


def _speaker_as_doer(document: Document, frame: Frame) -> Participant | None:
    """The state force that tells its own deed ("the corps said it fired missiles at …").

    An armed group that does so makes a claim, which is not yet a fact.
    """
    head = frame.head
    verb = head if head.pos_ == "VERB" else head.head
    if verb != head and not (head.dep_ == "dobj" and verb.lemma_.lower() in words_of("triggers", "light")):
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in ("it", "they", "he", "we"):
        return None
    speaker = find_speaker(head, frame.sentence)
    expression = document.actor_at.get(speaker.i) if speaker is not None else None
    if speaker is None or expression is None or expression.type not in _FORCES or head.lemma_.lower() in INTERCEPTS:
        return None
    return participant_of(document, speaker, Role.PERPETRATOR)


def _doer_of_weapon(document: Document, frame: Frame) -> Participant | None:
    """The side whose weapon it is ("US F-15 jets struck", "a Houthi missile hit")."""
    for weapon in frame.weapons:
        head = frame.sentence.doc[weapon.head]
        if any(
            head.doc[i].lower_.endswith(_MADE) or head.doc[i].lower_ in ("made", "supplied", "origin")
            for i in range(head.left_edge.i, head.i)
        ):
            continue
        if head.head.lemma_.lower() in ("down", "intercept") and head.dep_ == "nsubj":
            continue
        for child in head.subtree:
            if (
                child.i < head.i
                and child.dep_ in ("compound", "amod", "poss", "nmod")
                and document.actor_at.get(child.i)
            ):
                return participant_of(document, child, Role.PERPETRATOR)
        for owner in objects_of_prepositions(head, _WHOSE):
            expression = document.actor_at.get(owner.i)
            if expression is not None and expression.type in (*_ARMED, ActorType.STATE):
                return participant_of(document, owner, Role.PERPETRATOR)
    return None


def _noun_last(trigger: object) -> int:
    return 1 if getattr(trigger, "strength", "") == "weapon" else 0
