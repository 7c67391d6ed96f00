"""What and whom an event hits."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.document import Document
from tallystick.reading.doer_nouns import is_done_to_owner
from tallystick.reading.frame import Frame
from tallystick.reading.interception import is_interception
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import is_stored, participant_of, weapon_heads
from tallystick.reading.phrases import (
    object_of,
    objects_of_prepositions,
    passive_subject_of,
    subject_of,
)

_AT_TARGET = frozenset(
    {"on", "against", "at", "upon", "toward", "towards", "into", "over", "near", "inside", "in", "for"}
)
_DIRECT = frozenset({"on", "against", "at", "upon", "toward", "towards", "into", "over"})
_BURSTS = frozenset({"explode", "detonate", "burst", "blow", "crash", "fall", "land", "slam"})
_BURST_AT = frozenset({"outside", "near", "inside", "in", "beside", "under"})


def find_targets(document: Document, frame: Frame, *, taken: set[int]) -> list[Participant]:
    """What was aimed at or hit, and people hurt, without those whose words start at ``taken``."""
    targets: list[Participant] = []
    seen: set[int] = set()
    for trigger in frame.triggers:
        for token in _targets_of(trigger.token, frame):
            for one in _and_listed(token, frame):
                if (
                    one.i in seen
                    or one.i in weapon_heads(frame)
                    or one.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
                ):
                    continue
                if _is_no_target(document, one) or one.lemma_.lower() in words_of("triggers", "nouns"):
                    continue
                seen.add(one.i)
                if one.pos_ == "PRON" or (one.pos_ == "NUM" and not document.place_at.get(one.i)):
                    continue
                if _is_number_of_weapons(one, frame) or is_stored(one):
                    continue
                hurt = trigger.strength == "effect" and (_are_people(one) or _is_done_to_people(trigger.token))
                made = participant_of(document, one, Role.VICTIM if hurt else Role.TARGET)
                if made.quote.start not in taken and all(not made.quote.overlaps(t.quote) for t in targets):
                    targets.append(made)
        if any(t.role is Role.TARGET for t in targets) and trigger.strength in ("noun", "verb"):
            break
    return targets


def _are_people(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words_of("cues", "people") or lemma in words_of("roles", "counted")


def _is_done_to_people(verb: Token) -> bool:
    return verb.lemma_.lower() in words_of("roles", "done_to_people")


def _is_no_target(document: Document, token: Token) -> bool:
    """True for a date, and for "occasions" in "on several occasions"."""
    return token.i in document.date_at or token.lemma_.lower() in words_of("roles", "no_targets")


def _is_number_of_weapons(token: Token, frame: Frame) -> bool:
    """True for "dozens" in "fired dozens of rockets"."""
    heads = weapon_heads(frame)
    return any(c.lower_ == "of" and any(g.i in heads for g in c.rights) for c in token.rights)


def _targets_of(token: Token, frame: Frame) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "ADJ"):
        if is_interception(token) and lemma not in ("destroy", "shoot"):
            yield from objects_of_prepositions(token, _AT_TARGET - {"for"})
            return
        passive, thing = passive_subject_of(token), object_of(token)
        if lemma not in words_of("roles", "goes_off"):
            suffered = [noun for noun in (passive, thing) if noun is not None and noun.i not in weapon_heads(frame)]
            yield from suffered
            if suffered and lemma in words_of("roles", "done_to_people"):
                # Who is killed "on a busy street" is the target, and the street is where.
                return
        reach = _DIRECT | ({"for"} if lemma == "go" else set()) | (_BURST_AT if lemma in _BURSTS else set())
        yield from objects_of_prepositions(token, reach)
        if thing is not None:
            yield from objects_of_prepositions(thing, _DIRECT)
        return
    if lemma in words_of("roles", "done_to_nouns"):
        yield from objects_of_prepositions(token, frozenset({"of"}))
    if is_done_to_owner(token):
        yield from (c for c in token.lefts if c.dep_ == "poss")
    yield from objects_of_prepositions(token, _DIRECT)
    if token.dep_ == "pobj" and token.head.lower_ == "under" and token.head.head.pos_ == "VERB":
        subject = subject_of(token.head.head)
        if subject is not None:
            yield subject
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "VERB":
        if object_of(verb) is not None and verb.lemma_.lower() in ("hit", "target", "strike", "damage", "destroy"):
            yield object_of(verb)  # type: ignore[misc]
        yield from objects_of_prepositions(verb, _AT_TARGET - {"in", "for"})
    elif token.dep_ in ("dobj", "obj"):
        is_arson = verb.lemma_ == "set" and token.lower_ == "fire"
        yield from objects_of_prepositions(verb, frozenset({"to"}) if is_arson else _DIRECT)
    for child in token.rights:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in ("target", "hit", "strike", "aim", "direct"):
            thing = object_of(child)
            if thing is not None:
                yield thing
            yield from objects_of_prepositions(child, _DIRECT)


def _and_listed(token: Token, frame: Frame) -> Iterator[Token]:
    yield token
    for child in token.rights:
        if child.dep_ == "conj" and child.i < frame.segment.end:
            yield from _and_listed(child, frame)
