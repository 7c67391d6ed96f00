"""Whether new words speak of an event that was told before."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.terms import DatePrecision, EventKind, Modality, Role
from tallystick.reading.frame import Frame
from tallystick.reading.numbers import read_number, read_ordinal
from tallystick.reading.phrases import is_definite, is_plural, object_of, passive_subject_of, subject_of
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
# What tells of a further deed, of itself or of another time or place.
_LATER = frozenset({
    "later", "after", "also", "then", "again", "too", "separately", "meanwhile", "elsewhere", "next", "earlier",
    "hours", "simultaneously", "twice", "times",
})  # fmt: skip
# Kinds that two tellings of one event may take for each other.
_FAMILIES = (
    frozenset({
        EventKind.AIRSTRIKE, EventKind.DRONE_ATTACK, EventKind.MISSILE_ATTACK, EventKind.ROCKET_ATTACK,
        EventKind.SHELLING, EventKind.MORTAR_ATTACK, EventKind.BOMBING, EventKind.RAID,
    }),
    frozenset({EventKind.BOMBING, EventKind.IED, EventKind.SUICIDE_BOMBING, EventKind.GRENADE_ATTACK}),
    frozenset({
        EventKind.SUICIDE_BOMBING, EventKind.RAID, EventKind.ARMED_CLASH, EventKind.SHOOTING, EventKind.AMBUSH,
        EventKind.EXECUTION, EventKind.ASSASSINATION, EventKind.ABDUCTION, EventKind.ARSON, EventKind.GRENADE_ATTACK,
    }),
)  # fmt: skip
_OPEN_KINDS = (EventKind.ATTACK_UNSPECIFIED, EventKind.OTHER_VIOLENCE)
# What is heard of a fight before it is told.
_NOISE = frozenset({"explosion", "blast", "gunfire", "shot", "shooting", "detonation"})
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
        if previous is earlier[-1] and _adds_detail(frame, previous):
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


def _adds_detail(frame: Frame, previous: Frame) -> bool:
    """True for "rockets struck the boat's engine room" right behind an attack on the boat.

    It tells no place or day of its own, comes in the next sentence or the one behind it, and names what it hits or
    who does it as something known; and nothing says that it is another deed.
    """
    if not _is_bare(frame) or frame.is_setting or previous.is_setting or is_plural(previous.head):
        return False
    if frame.head.pos_ != "VERB" or frame.modality is not Modality.ACTUAL or previous.modality is not Modality.ACTUAL:
        return False
    if EventKind.ATTACK_UNSPECIFIED not in (frame.kind, previous.kind) and frame.kind != previous.kind:
        return False
    between = frame.sentence.doc[previous.sentence.end : frame.sentence.start]
    if (
        sum(bool(t.is_sent_start) for t in between) > 1
        or "\n\n" in frame.sentence.doc[previous.sentence.end - 1 : frame.sentence.start + 1].text
    ):
        return False
    if {t.lower_ for t in frame.sentence} & (_NEW | _LATER):
        return False
    known = [subject_of(frame.head), passive_subject_of(frame.head), object_of(frame.head)]
    return any(noun is not None and noun.pos_ == "NOUN" and is_definite(noun) for noun in known)


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
    told_again = _is_the_one(frame.head) and are_of_one_family(frame.kind, previous.kind)
    if fine and not theirs and not told_again and _tells_by_itself(frame):
        return False
    retold = frame.head.head.lemma_ in ("put", "date", "place") and is_definite(frame.head)
    if frame.dates and previous.when.is_known and not retold:
        mine = frame.dates[0].when
        slack = 1 if is_dated_by_name(frame.head) else 0
        if mine.precision is DatePrecision.DAY and mine.is_known and not mine.overlaps(previous.when, slack_days=slack):
            return False
    doer = next((p for p in frame.participants if p.role.value == "perpetrator"), None)
    other = next((p for p in previous.participants if p.role.value == "perpetrator"), None)
    if any(p.role is Role.ATTRIBUTOR for p in frame.participants) and other is not None and other.actor_id is None:
        other = None
    elif doer is not None and other is not None and not _may_be_one(doer, other, frame.head):
        return False
    if (
        doer is not None
        and other is None
        and previous.kind is not EventKind.ATTACK_UNSPECIFIED
        and frame.head.pos_ == "VERB"
        and not (is_noise(previous) and frame.sentence.start == previous.sentence.start)
    ):
        return False
    mine_w = {w.kind for w in frame.weapons}
    theirs_w = {w.kind for w in previous.weapons}
    if _is_the_one(frame.head):
        return True
    return not (mine_w and theirs_w and not mine_w & theirs_w)


def are_of_one_family(kind: EventKind, other: EventKind) -> bool:
    """True if two tellings of one event may give it these kinds."""
    if kind == other or kind in _OPEN_KINDS or other in _OPEN_KINDS:
        return True
    return any(kind in family and other in family for family in _FAMILIES)


def is_dated_by_name(head: Token) -> bool:
    """True for "Tuesday's attack", whose day stands above that of the news of it."""
    return any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in head.lefts)


def is_noise(frame: Frame) -> bool:
    """True for "gunfire and explosions", which tell of a fight only what was heard of it."""
    return is_plural(frame.head) and frame.head.lemma_.lower() in _NOISE


def _may_be_one(doer: Participant, other: Participant, head: Token) -> bool:
    """True if two doers are one, or one is unnamed ("gunmen") and the deed is one told before ("the killings")."""
    if (doer.actor_id or doer.name) == (other.actor_id or other.name):
        return True
    return None in (doer.actor_id, other.actor_id) and head.pos_ == "NOUN" and is_definite(head)


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
