"""Whether new words speak of an event that was told before."""

from __future__ import annotations

from tallystick.model.terms import EventKind, Modality
from tallystick.reading.contradictions import (
    are_alike,
    doer_of,
    fine_places_of,
    hit_other_things,
    is_cause,
    is_the_one,
    may_be_one,
    tells_by_itself,
)
from tallystick.reading.frame import Frame
from tallystick.reading.interception import is_interception
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import read_number
from tallystick.reading.phrases import is_definite, is_plural, object_of, passive_subject_of, subject_of
from tallystick.reading.retold import retells
from tallystick.reading.sums import sums_up_harm
from tallystick.reading.told_apart import (
    crosses_item,
    is_numbered,
    is_partitive,
    is_told_as_new,
    tells_of_a_further_deed,
)


def find_antecedent(frame: Frame, earlier: list[Frame]) -> Frame | None:
    """The earlier event that a frame's words speak of again; None if they tell a new one."""
    if not earlier or is_told_as_new(frame.head) or is_partitive(frame.head) or is_numbered(frame.head):
        return None
    harm_only = all(t.strength == "effect" for t in frame.triggers)
    if harm_only and sums_up_harm(frame):
        return None
    for previous in sorted(earlier, key=lambda other: _likeness(frame, other), reverse=True):
        if not may_be_one(frame, previous):
            continue
        if harm_only and crosses_item(previous.sentence, frame.sentence):
            return None
        if _speaks_of(frame, previous) and not _moves_on(frame, previous):
            return previous
        if is_cause(frame, previous) or (previous is _lead(earlier) and retells(frame, previous)):
            return previous
    return None


def _likeness(frame: Frame, previous: Frame) -> tuple[bool, bool, int]:
    """By what an earlier event is likelier meant: the doer, then the word, then how near it was told."""
    return _is_by_the_same(frame, previous), _names_again(frame, previous), _told_last(previous)


def _is_by_the_same(frame: Frame, previous: Frame) -> bool:
    """True if both tell a doer that is known, and the same: "its strikes" are those that it was told to have made."""
    doer, other = doer_of(frame), doer_of(previous)
    return doer is not None and other is not None and doer.actor_id is not None and doer.actor_id == other.actor_id


def _names_again(frame: Frame, previous: Frame) -> bool:
    """True for "the attack" behind words that called the event an attack: it is that rather than a later blast.

    So is "the bombardment" behind a shelling.
    """
    if not is_the_one(frame.head):
        return False
    alike = frame.kind is previous.kind and frame.kind is not EventKind.ATTACK_UNSPECIFIED
    return alike or any(t.lemma_ == frame.head.lemma_ for s in previous.stretches for t in s)


def _told_last(frame: Frame) -> int:
    """Where the words end that spoke of an event last."""
    return max(s.end for s in frame.stretches)


def _lead(earlier: list[Frame]) -> Frame | None:
    """The news that opens the report."""
    return next((f for f in earlier if not f.background and not f.is_setting), None)


def _moves_on(frame: Frame, previous: Frame) -> bool:
    """True for a deed at a place of its own behind one that has none, but not for "the attack in Gao"."""
    if not fine_places_of(frame) or fine_places_of(previous) or not tells_by_itself(frame):
        return False
    return not (is_the_one(frame.head) and are_alike(frame.kind, previous.kind))


def _speaks_of(frame: Frame, previous: Frame) -> bool:
    return (
        _points_back(frame)
        or _uses_same_weapon(frame, previous)
        or _continues(frame, previous)
        or _counts_weapons_again(frame, previous)
        or _adds_detail(frame, previous)
    )


def names_same_site(frame: Frame) -> bool:
    """True if the frame's target is "the base", "the same site", "it": the place told before."""
    for token in frame.span:
        if token.lower_ in words_of("retelling", "same_site") and token.i not in {t.token.i for t in frame.triggers}:
            if token.lower_ in ("it", "there"):
                if token.dep_ in ("pobj", "dobj", "advmod") or (token.dep_ == "nsubjpass"):
                    return True
            elif is_definite(token) and token.dep_ in ("pobj", "dobj", "nsubjpass", "obj"):
                return True
    return False


def _points_back(frame: Frame) -> bool:
    head = frame.head
    if all(t.strength in ("effect", "weak") for t in frame.triggers):
        return True
    if head.pos_ in ("NOUN", "PROPN"):
        if is_definite(head) and not is_plural(head):
            return True
        if is_plural(head) and not any(c.lower_ in ("its", "their", "both", "the") for c in head.lefts):
            return False
        return is_plural(head) and is_definite(head)
    subject = passive_subject_of(head) or subject_of(head)
    if subject is None:
        return head.dep_ in ("advcl", "acl", "xcomp", "conj")
    if subject.lower_ in words_of("retelling", "pronouns") | words_of("retelling", "parts"):
        return not tells_of_a_further_deed(frame.sentence)
    return subject.tag_ == "CD" or read_number(subject.lower_) is not None


def _uses_same_weapon(frame: Frame, previous: Frame) -> bool:
    """True for "the drone hit …" behind "a drone was launched …"."""
    subject = (passive_subject_of(frame.head) or subject_of(frame.head)) if frame.head.pos_ == "VERB" else None
    if subject is None or not is_definite(subject):
        return False
    kinds = {w.kind for w in frame.weapons if w.head == subject.i}
    return bool(kinds & {w.kind for w in previous.weapons})


def _continues(frame: Frame, previous: Frame) -> bool:
    """True for a further stretch of the same sentence that tells no new place, day, weapon or doer."""
    if previous.sentence.start != frame.sentence.start or frame.is_setting or previous.is_setting:
        return False
    return _is_bare(frame) and frame.head.pos_ == "VERB" and not frame.weapons


def _counts_weapons_again(frame: Frame, previous: Frame) -> bool:
    """True for "16 drones, nine over A and seven over B" behind an attack with drones on A."""
    alone = all(t.strength == "weapon" for t in frame.triggers)
    return alone and not frame.dates and bool({w.kind for w in frame.weapons} & {w.kind for w in previous.weapons})


def _adds_detail(frame: Frame, previous: Frame) -> bool:
    """True for "rockets struck the boat's engine room" behind an attack on the boat.

    It tells no place or day of its own, and nothing says that it is another deed.
    """
    if not _is_bare(frame) or frame.is_setting or is_plural(previous.head) or frame.head.pos_ != "VERB":
        return False
    if is_interception(frame.head) and not {w.kind for w in frame.weapons} & {w.kind for w in previous.weapons}:
        return False
    if frame.modality is not Modality.ACTUAL or previous.modality is not Modality.ACTUAL:
        return False
    if not are_alike(frame.kind, previous.kind) or tells_of_a_further_deed(frame.sentence):
        return False
    known = [subject_of(frame.head), passive_subject_of(frame.head), object_of(frame.head)]
    return not hit_other_things(frame, previous) or any(
        n is not None and n.pos_ == "NOUN" and is_definite(n) for n in known
    )


def _is_bare(frame: Frame) -> bool:
    return not frame.places and not frame.dates
