"""Who did it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.terms import ActorType, Role
from tallystick.reading.ascribing import tells_own_deed
from tallystick.reading.blame import is_suspected
from tallystick.reading.document import Document
from tallystick.reading.doer_nouns import doer_nouns
from tallystick.reading.doubt import is_left_open
from tallystick.reading.frame import Frame
from tallystick.reading.interception import is_interception
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import (
    as_alleged,
    as_possible,
    is_doer,
    is_told_apart,
    participant_of,
    weapon_heads,
)
from tallystick.reading.phrases import is_definite, objects_of_prepositions, subject_of
from tallystick.reading.speaker_finding import find_speaker
from tallystick.reading.speakers import actor_named_by, author_of
from tallystick.reading.trigger import Trigger
from tallystick.reading.weapon_owners import owner_of_weapon

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


def find_doers(document: Document, frame: Frame) -> tuple[Participant, ...]:
    """Who did it, as the words tell it: more than one where they are told together; none if nobody is named.

    Who is only suspected is marked ``alleged``.
    """
    noun = _doer_noun(document, frame)
    if noun is None:
        return ()
    named = tuple(_names_of(noun)) or (noun, *_fellows(document, noun))
    doers = (participant_of(document, one, Role.PERPETRATOR) for one in named)
    unique = {p.actor_id or p.name: p for p in doers}
    if is_suspected(noun) or _is_alleged_deed(frame, noun):
        return tuple(map(as_alleged, unique.values()))
    return tuple(map(as_possible, unique.values())) if is_left_open(noun) else tuple(unique.values())


def find_identity(document: Document, sentence: Span) -> list[Participant]:
    """Who the attackers told before are ("The gunmen were members of the group", "The attackers belonged to it")."""
    verb = next((t for t in sentence if t.lemma_.lower() in ("be", *words_of("roles", "belongs"))), None)
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None or subject.lemma_.lower() not in words_of("roles", "doers"):
        return []
    if not is_definite(subject) or any(c.dep_ == "neg" for c in verb.children):
        return []
    told = next((document.actor_at[t.i] for t in verb.subtree if t.i > verb.i and t.i in document.actor_at), None)
    group = document.head_of(told) if told is not None and told.type in _ARMED and told.actor_id is not None else None
    if group is None or group.sent != verb.sent:
        return []
    doer = participant_of(document, group, Role.PERPETRATOR)
    return [doer.model_copy(update={"alleged": _is_unsure(sentence)})]


def _is_unsure(sentence: Span) -> bool:
    """True for "were believed to be members of the group"."""
    return any(
        t.lemma_.lower() in words_of("roles", "believes") or t.lower_ in words_of("cues", "alleged") for t in sentence
    )


def _doer_noun(document: Document, frame: Frame) -> Token | None:
    weapons = weapon_heads(frame)
    for trigger in sorted(frame.triggers, key=_noun_last):
        token = trigger.token
        for candidate in (*doer_nouns(token), *_attackers_behind_from(document, token)):
            if (candidate.head.i in weapons and candidate.head != token) or _is_land_of_place(document, candidate):
                continue
            if _is_claimed_by_owner(document, candidate, frame) or tells_own_deed(document, candidate):
                return None
            if is_doer(document, candidate) and candidate.i not in weapons and not _fends_off(frame, candidate):
                return _whole(document, candidate)
    return owner_of_weapon(document, frame) or _speaker_as_doer(document, frame)


def _fends_off(frame: Frame, noun: Token) -> bool:
    """True for the army of "killed by the Syrian army, which repelled their attack": that attack is not its deed."""
    deeds = (t.token for t in frame.triggers if t.token.dep_ in ("dobj", "obj"))
    return any(is_interception(deed.head) and subject_of(deed.head) in (noun, noun.head) for deed in deeds)


def _is_land_of_place(document: Document, owner: Token) -> bool:
    """True for the state of "Nigeria's Maiduguri blast", which is where the town lies."""
    state, noun = document.actor_at.get(owner.i), owner.head
    if state is None or state.type is not ActorType.STATE or owner.i > noun.i:
        return False
    between = (document.place_at.get(i) for i in range(owner.i + 1, noun.i))
    lands = {e.place.country for e in between if e is not None and e.place is not None and e.place.country}
    return state.actor_id is not None and state.actor_id.upper() in lands


def _whole(document: Document, noun: Token) -> Token:
    """The noun that heads the words of an actor ("snipers" for the "pro-government" of "pro-government snipers")."""
    expression = document.actor_at.get(noun.i)
    head = document.head_of(expression) if expression is not None and expression.actor_id is None else None
    whole = noun if head is None else head
    return next(_groups_of(document, whole), whole) if head is not None else noun


def _groups_of(document: Document, people: Token) -> Iterator[Token]:
    """The named group of "local guerrillas of the group"."""
    for group in objects_of_prepositions(people, frozenset({"of", "from"})):
        expression = document.actor_at.get(group.i)
        is_group = expression is not None and expression.actor_id is not None and expression.type in _ARMED
        if is_group and not is_told_apart(people, group):
            yield group


def _fellows(document: Document, noun: Token) -> Iterator[Token]:
    """Who did it together with the doer ("the army and its allies"): actors of the same list.

    So are the Russians of "Russian and Syrian regime airstrikes", whom a parser hangs on the other word.
    """
    own = document.actor_at.get(noun.i)
    span = None if own is None else document.span_of(own.quote)
    if own is not None and own.type in _FORCES and span is not None and span.start > noun.sent.start + 1:
        before = noun.doc[span.start - 2]
        told = document.actor_at.get(before.i)
        is_listed = noun.doc[span.start - 1].lower_ == "and" and told is not None and told.type in _FORCES
        if is_listed and before.dep_ in ("amod", "compound", "nmod", "poss") and noun.head.i > noun.i:
            yield before
    for child in noun.conjuncts:
        expression = document.actor_at.get(child.i)
        if child.i > noun.i and expression is not None and expression.type in (*_ARMED, *_FORCES):
            yield child


def _is_alleged_deed(frame: Frame, noun: Token) -> bool:
    """True for "allegedly carried out by the group": a word of doubt beside the verb that names the doer."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    doubts = words_of("cues", "alleged") | words_of("roles", "hearsay")
    return (
        verb is not None
        and any(c.dep_ == "advmod" and c.lower_ in doubts for c in verb.lefts)
        and verb.sent == frame.sentence
    )


def _attackers_behind_from(document: Document, noun: Token) -> Iterator[Token]:
    """The armed actors of "came under attack from the group": a land behind "from" is only where it came from."""
    for agent in objects_of_prepositions(noun, frozenset({"from"})):
        expression = document.actor_at.get(agent.i)
        if noun.pos_ in ("NOUN", "PROPN") and expression is not None and expression.type in _ARMED:
            yield agent


def _is_claimed_by_owner(document: Document, candidate: Token, frame: Frame) -> bool:
    """True for "its fighters" in a group's own word ("the group said its fighters had struck …"): a claim, no fact."""
    if not any(c.lower_ in ("its", "their", "our") for c in candidate.lefts if c.dep_ == "poss"):
        return False
    speaker = author_of(find_speaker(frame.head, frame.sentence))
    named = actor_named_by(document, speaker) if speaker is not None else None
    return named is not None and named.type not in (*_FORCES, ActorType.GOVERNMENT_BODY, ActorType.MEDIA)


def _speaker_as_doer(document: Document, frame: Frame) -> Token | None:
    """The state force that tells its own deed ("the corps said it fired missiles at …").

    An armed group that does so makes a claim, which is not yet a fact.
    """
    head = frame.head
    verb = head if head.pos_ == "VERB" else head.head
    if verb != head and not (head.dep_ == "dobj" and verb.lemma_.lower() in words_of("roles", "does")):
        return None
    subject = subject_of(verb)
    if subject is None or is_interception(head) or not _speaks_of_itself(subject):
        return None
    speaker = find_speaker(head, frame.sentence)
    expression = document.actor_at.get(speaker.i) if speaker is not None else None
    return speaker if expression is not None and expression.type in _FORCES else None


def _names_of(people: Token) -> Iterator[Token]:
    """The names of "two men identified as X and Y"."""
    for clause in people.rights:
        if clause.dep_ == "acl" and clause.lemma_.lower() in words_of("roles", "identifies"):
            for name in objects_of_prepositions(clause, frozenset({"as"})):
                yield from (n for n in (name, *name.conjuncts) if n.pos_ == "PROPN")


def _speaks_of_itself(subject: Token) -> bool:
    """True for "it" and "its jets"."""
    if subject.lower_ in ("it", "they", "he", "we"):
        return True
    return any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for c in subject.lefts)


def _noun_last(trigger: Trigger) -> int:
    return 1 if trigger.strength == "weapon" else 0
