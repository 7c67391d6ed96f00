"""Whether new words speak of an event that was told before."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import DatePrecision, EventKind, Role
from tallystick.reading.frame import Frame
from tallystick.reading.numbers import read_number, read_ordinal
from tallystick.reading.phrases import is_definite, is_plural, passive_subject_of, subject_of
from tallystick.reading.placing import rank_of

_PARTS = frozenset(
    {
        "one",
        "other",
        "another",
        "first",
        "second",
        "third",
        "both",
        "some",
        "most",
        "all",
        "none",
        "neither",
        "others",
        "rest",
        "each",
        "several",
        "many",
    }
)
_PRONOUNS = frozenset({"it", "they", "which", "that", "this", "these", "those"})
_NEW = frozenset(
    {
        "another",
        "second",
        "third",
        "fourth",
        "other",
        "further",
        "new",
        "separate",
        "additional",
        "similar",
        "fresh",
        "more",
        "subsequent",
        "different",
    }
)
_SAME_SITE = frozenset(
    {
        "base",
        "site",
        "facility",
        "airbase",
        "airport",
        "camp",
        "garrison",
        "field",
        "there",
        "it",
        "area",
        "town",
        "city",
        "village",
        "place",
        "installation",
        "outpost",
        "embassy",
        "airfield",
    }
)


def find_antecedent(frame: Frame, earlier: list[Frame]) -> Frame | None:
    """The earlier event that a frame's words speak of again; None if they tell a new one."""
    if not earlier or is_told_as_new(frame.head) or is_partitive(frame.head) or _is_count(frame.head):
        return None
    harm_only = all(t.strength == "effect" for t in frame.triggers)
    for previous in reversed(earlier[-12:]):
        if not can_be_same(frame, previous):
            continue
        if harm_only and (_is_sum(frame) or crosses_item(previous.sentence, frame.sentence)):
            return None
        again = _points_back(frame) or _uses_same_weapon(frame, previous)
        if again or _continues(frame, previous) or _counts_weapons_again(frame, previous):
            return previous
        if previous.sentence.start == frame.sentence.start:
            continue
        if not _is_bare(frame):
            return None
    return None


def crosses_item(earlier: Span, later: Span) -> bool:
    """True if a new item of a list begins between two sentences: what is said there is of something else."""
    between = earlier.doc[earlier.end - 1 : later.start + 1].text
    tail = between[between.rfind("\n") + 1 :].lstrip() if "\n" in between else ""
    return tail.startswith(("•", "-", "*", "–", "—", "·", "▪"))


def _is_sum(frame: Frame) -> bool:
    """True for "more than 300,000 have been killed since the war began", which is no single event's harm."""
    words = {t.lower_ for t in frame.sentence}
    return "since" in words or bool(words & {"conflict", "war", "pandemic", "virus", "epidemic"} and "has" in words)


def is_told_as_new(head: Token) -> bool:
    """True for "another attack", "two other strikes", "a second raid"."""
    return head.pos_ in ("NOUN", "PROPN") and any(c.lower_ in _NEW for c in head.lefts)


def is_partitive(head: Token) -> bool:
    """True for the set in "most of these attacks", which is no single event."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and is_plural(head) and head.head.head.lower_ in _PARTS


def _is_count(head: Token) -> bool:
    """True for "the second strike of the campaign", which numbers events and tells none."""
    return head.dep_ in ("attr", "appos") and any(read_ordinal(c.lower_) is not None for c in head.lefts)


def partition_subject(frame: Frame) -> Token | None:
    """The "one" or "the other" by which a frame tells one of several events told before."""
    for trigger in frame.triggers:
        token = trigger.token
        if token.pos_ != "VERB":
            continue
        subject = passive_subject_of(token) or subject_of(token)
        if subject is not None and subject.lower_ in (
            "one",
            "another",
            "other",
            "first",
            "second",
            "third",
            "two",
            "three",
            "others",
        ):
            return subject
    return None


def names_same_site(frame: Frame) -> bool:
    """True if the frame's target is "the base", "the same site", "it": the place told before."""
    for token in frame.span:
        if token.lower_ in _SAME_SITE and token.i not in {t.token.i for t in frame.triggers}:
            if token.lower_ in ("it", "there"):
                if token.dep_ in ("pobj", "dobj", "advmod") or (token.dep_ == "nsubjpass"):
                    return True
            elif is_definite(token) and token.dep_ in ("pobj", "dobj", "nsubjpass", "obj"):
                return True
    return False


def _points_back(frame: Frame) -> bool:
    head = frame.head
    strength = min(t.strength != "effect" for t in frame.triggers)
    if all(t.strength in ("effect", "weak") for t in frame.triggers):
        return True
    if head.pos_ in ("NOUN", "PROPN"):
        if is_definite(head) and not is_plural(head):
            return True
        if is_plural(head) and not any(c.lower_ in ("its", "their", "both", "the") for c in head.lefts):
            return False
        if is_plural(head) and is_definite(head):
            return True
        return not strength
    subject = passive_subject_of(head) or subject_of(head)
    if subject is None:
        return head.dep_ in ("advcl", "acl", "xcomp", "conj")
    if subject.lower_ in _PRONOUNS | _PARTS:
        return True
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


def _is_bare(frame: Frame) -> bool:
    return not frame.places and not frame.dates


def can_be_same(frame: Frame, previous: Frame) -> bool:
    """True unless place, day, doer or weapon of two tellings stand against their being of one event."""
    if frame.is_setting and previous.sentence.start == frame.sentence.start:
        return False
    fine = [e for e in frame.places if rank_of(e) <= 3]
    theirs = [e for e in previous.places if rank_of(e) <= 3]
    if fine and theirs and not _share_place(fine, theirs):
        return False
    if fine and not theirs and not _is_the_one(frame.head) and _tells_by_itself(frame):
        return False
    retold = frame.head.head.lemma_ in ("put", "date", "place") and is_definite(frame.head)
    if frame.dates and previous.when.is_known and not retold:
        mine = frame.dates[0].when
        if mine.precision is DatePrecision.DAY and mine.is_known and not mine.overlaps(previous.when):
            return False
    doer = next((p for p in frame.participants if p.role.value == "perpetrator"), None)
    other = next((p for p in previous.participants if p.role.value == "perpetrator"), None)
    if any(p.role is Role.ATTRIBUTOR for p in frame.participants) and other is not None and other.actor_id is None:
        other = None
    elif doer is not None and other is not None and (doer.actor_id or doer.name) != (other.actor_id or other.name):
        return False
    if (
        doer is not None
        and other is None
        and previous.kind is not EventKind.ATTACK_UNSPECIFIED
        and frame.head.pos_ == "VERB"
    ):
        return False
    mine_w = {w.kind for w in frame.weapons}
    theirs_w = {w.kind for w in previous.weapons}
    if _is_the_one(frame.head):
        return True
    return not (mine_w and theirs_w and not mine_w & theirs_w)


def _is_the_one(head: Token) -> bool:
    """True for "the attack", the one told before."""
    return head.pos_ == "NOUN" and is_definite(head) and not is_plural(head)


def _tells_by_itself(frame: Frame) -> bool:
    return all(t.strength not in ("effect", "weak") for t in frame.triggers)


def _share_place(mine: list, theirs: list) -> bool:  # type: ignore[type-arg]
    for a in mine:
        for b in theirs:
            if a.place.id == b.place.id:
                return True
            if (
                a.place.country == b.place.country
                and a.place.admin1
                and a.place.admin1 == b.place.admin1
                and (a.place.is_area or b.place.is_area)
            ):
                return True
    return False
