"""Whom "it", "they" and "its" mean: the actor that speaks, or that the sentence before was about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_phrases import Kind, organ_id, read_phrase, type_of_organ
from tallystick.reading.actor_text import ActorText, keys_of

_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_PERSONAL = frozenset({"his", "her"})
_OWNING = frozenset({"its", "their", "his", "her"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGLE = frozenset({ActorType.STATE, ActorType.GOVERNMENT_BODY, ActorType.ORGANISATION, ActorType.MEDIA})
_PEOPLE = frozenset({ActorType.PERSON, ActorType.GROUP_OF_PEOPLE, ActorType.UNNAMED_SET})


def find_pronouns(text: ActorText, board: Board) -> Iterator[Found]:
    """The pronouns of a report that mean an actor of it, in order, each with the ground."""
    for i in range(len(text)):
        key = text.key(i)
        if key not in _SINGULAR | _PLURAL or not board.is_free(i, i):
            continue
        meant = meant_by(text, board, i)
        if meant is not None:
            name = meant.name or text.between(meant.first, meant.last)
            why = f'"{text.written(i)}" points back to {name}'
            yield replace(meant, first=i, last=i, name=name, why=why, backer_id=None)


def find_owned(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """What "its" and "their" own that acts for the owner, in order: "its fighters", "their forces", "its spokesman"."""
    for i in range(len(text)):
        if text.key(i) not in _OWNING or not text.is_joined(i + 1):
            continue
        phrase = read_phrase(text, i + 1)
        plain = None if phrase is not None else _owned_noun(text, i + 1)
        last = phrase.last if phrase is not None else plain
        if last is None or (phrase is not None and phrase.kind in (Kind.PLACE, Kind.PEOPLE, Kind.MEDIA)):
            continue
        held = board.at(last)
        if held is not None and (held.actor_id is not None or held.backer_id is not None or held.last > last):
            continue
        owner = meant_by(text, board, i)
        if owner is None or owner.actor_id is None or (phrase is not None and phrase.sponsored):
            continue
        name = knowledge.actor(owner.actor_id).name
        if phrase is not None and phrase.kind is Kind.ROLE:
            sort = ActorType.PERSON
            yield Found(
                i + 1, last, sort, f"speaks or acts for {name}", owner.actor_id, acts_for=owner.acts_for or owner.type
            )
            continue
        actor_id, kind = owner.actor_id, owner.acts_for or owner.type
        if knowledge.actor(actor_id).type is ActorType.STATE and phrase is not None and phrase.kind is Kind.ORGAN:
            actor_id = organ_id(knowledge.actor(owner.actor_id), phrase.organ, knowledge)
            kind = type_of_organ(phrase.organ)
        why = f'"{text.between(i, last)}" points back to {name}'
        yield Found(i + 1, last, kind, why, actor_id, knowledge.actor(actor_id).name)


def meant_by(text: ActorText, board: Board, i: int) -> Found | None:
    """The actor that a pronoun means, where the build of the sentence tells; null where it does not."""
    token = text.token(i)
    if token.dep_ == "expl" or _is_empty(token):
        return None
    above = _subject_above(token)
    if above is not None:
        own = _actor_of(text, board, above)
    else:
        own = None if _is_object(token) else _subject_of_sentence_before(text, board, token)
    return own if own is not None and _agrees(text, own, i) else None


def _is_empty(token: Token) -> bool:
    """True for the "it" of "it is said", "it was raining", "it took hours"."""
    return token.lower_ == "it" and token.dep_ in _SUBJECTS and token.head.lemma_.lower() in keys_of("empty_it")


def _is_object(token: Token) -> bool:
    """True for an "it" or "them" that is no subject, and owns none."""
    top = token.head if token.dep_ == "poss" else token
    return top.dep_ not in _SUBJECTS


def _subject_above(token: Token) -> Token | None:
    """The subject of the clause that a pronoun's own hangs on: "The group said it …", "Hamas said its men …"."""
    if token.lower_ == "it" and _is_object(token):
        return None
    for above in token.ancestors:
        if above.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((c for c in above.lefts if c.dep_ in _SUBJECTS), None)
        if subject is not None and subject.tag_ in ("WDT", "WP"):
            continue
        if subject is not None and token not in subject.subtree and subject.i < token.i:
            return subject
    return None


def _subject_of_sentence_before(text: ActorText, board: Board, token: Token) -> Found | None:
    sentence = token.sent
    first = next((t for t in sentence if not t.is_space and not t.is_punct), None)
    if first is None or sentence.start == 0:
        return None
    opens = token.i - first.i <= 1 or token.dep_ in _SUBJECTS
    before = text.doc[sentence.start - 1].sent
    root = before.root
    subject = next((c for c in root.lefts if c.dep_ in _SUBJECTS), None)
    if not opens or subject is None:
        return None
    return _actor_of(text, board, subject)


def _actor_of(text: ActorText, board: Board, noun: Token) -> Found | None:
    """The actor that a subject names; of "fighters of X" that X."""
    if noun.lower_ in _SINGULAR | _PLURAL:
        return meant_by(text, board, text.word_at(noun.idx))
    found = board.at(text.word_at(noun.idx))
    told_with = [f for t in noun.conjuncts if (f := board.at(text.word_at(t.idx))) is not None]
    if found is not None and (members := [f.actor_id for f in (found, *told_with) if f.actor_id])[1:]:
        return replace(found, type=ActorType.UNNAMED_SET, actor_id=None, name=None, member_ids=tuple(members))
    if found is None:
        inner = [t for t in noun.subtree if t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head == noun]
        found = next((f for t in inner if (f := board.at(text.word_at(t.idx))) is not None), None)
    return found


def _agrees(text: ActorText, found: Found, i: int) -> bool:
    """True unless a single body is meant by "they" that is told as a place or a state, or people by "it"."""
    if text.key(i) in _PERSONAL:
        return found.acts_for is not None
    if found.type is ActorType.PERSON or found.acts_for is not None:
        return False
    if text.key(i) in _SINGULAR:
        return found.type not in _PEOPLE
    return found.type not in _SINGLE or text.key(i) != "they"


def _owned_noun(text: ActorText, i: int) -> int | None:
    """The noun behind "its" that acts for the owner and that no list of bodies has ("its men", "its jets")."""
    while i < len(text) and text.fits_phrase(i) and text.key(i) not in keys_of("owned") and text.is_joined(i + 1):
        i += 1
    return i if text.key(i) in keys_of("owned") else None
