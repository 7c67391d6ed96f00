"""What stands against two tellings being of one event: place, day, doer, people hit, means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache

from spacy.tokens import Token

from tallystick.model.actor import Participant
from tallystick.model.expression import DateExpression, PlaceExpression
from tallystick.model.mention import CountedRange
from tallystick.model.terms import DatePrecision, EventKind, Modality, ParticipantType, Role
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import is_definite, is_plural
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.told_apart import is_dated_by_name

_FINE = 3  # a province: anything coarser is no place by which events are told apart
_CLAIMED_WITHIN = timedelta(days=3)  # a claim comes within days, and the news of it before the next attack
_MONTH_AND_DAY = re.compile(r"-\d\d-\d\d")
_OPEN_KINDS = (EventKind.ATTACK_UNSPECIFIED, EventKind.OTHER_VIOLENCE)


def may_be_one(frame: Frame, previous: Frame) -> bool:
    """True unless place, day, doer or weapon of two tellings stand against their being of one event."""
    if frame.is_setting and previous.sentence.start == frame.sentence.start and not is_cause(frame, previous):
        return False
    return not (
        _is_not_yet_told(frame, previous)
        or _are_elsewhere(frame, previous)
        or _are_of_other_days(frame, previous)
        or _have_other_doers(frame, previous)
        or _hit_other_people(frame, previous)
        or _hit_other_sides(frame, previous)
        or _are_several(frame, previous)
        or _use_other_weapons(frame, previous)
    )


def is_cause(setting: Frame, harm: Frame) -> bool:
    """True for the shooting of "a boy died after a shooting", which is what the boy died of."""
    return (
        not tells_by_itself(harm)
        and tells_by_itself(setting)
        and setting.segment.subordinate in words_of("cues", "after_words")
    )


def fine_places_of(frame: Frame) -> list[PlaceExpression]:
    """The places of a frame that are no coarser than a province."""
    return [e for e in frame.places if rank_of(e) <= _FINE]


def are_alike(kind: EventKind, other: EventKind) -> bool:
    """True if two tellings of one event may give it these kinds."""
    if kind == other or kind in _OPEN_KINDS or other in _OPEN_KINDS:
        return True
    return any(kind in family and other in family for family in _families())


def is_the_one(head: Token) -> bool:
    """True for "the attack", the one told before."""
    return head.pos_ == "NOUN" and is_definite(head) and not is_plural(head)


def tells_by_itself(frame: Frame) -> bool:
    """True if the words are of a deed, and not only of what came of it ("killed", "the incident")."""
    return any(t.strength not in ("effect", "weak") for t in frame.triggers)


@cache
def _families() -> tuple[frozenset[EventKind], ...]:
    return tuple(frozenset(map(EventKind, kinds)) for kinds in load_lexicon("retelling")["alike"])


def _is_not_yet_told(frame: Frame, previous: Frame) -> bool:
    """True if what was told before was planned, feared or threatened, and this happened."""
    return _happened(frame) and not _happened(previous) and not is_the_one(frame.head)


def _happened(frame: Frame) -> bool:
    return frame.modality in (Modality.ACTUAL, Modality.ALLEGED, Modality.DENIED)


def _are_elsewhere(frame: Frame, previous: Frame) -> bool:
    mine, theirs = fine_places_of(frame), fine_places_of(previous)
    return bool(mine and theirs) and not share_place(mine, theirs)


def _are_of_other_days(frame: Frame, previous: Frame) -> bool:
    retold = frame.head.head.lemma_ in ("put", "date", "place") and is_definite(frame.head)
    if not frame.dates or retold or _is_claimed_later(frame, previous):
        return False
    if not previous.when.is_known:
        return bool(previous.dates) and _are_other_days_of_a_year(frame.dates[0], previous.dates[0])
    mine = frame.dates[0].when
    slack = 1 if is_dated_by_name(frame.head) else 0
    told = mine.precision is DatePrecision.DAY and mine.is_known
    return told and not mine.overlaps(previous.when, slack_days=slack)


def _is_claimed_later(frame: Frame, previous: Frame) -> bool:
    """True for "claimed the attack on Tuesday" behind one of Monday: the day is that of the claim."""
    head, day, before = frame.head, frame.dates[0].when.start, previous.when.end
    claimed = head.head.lemma_ == "claim" and head.dep_ in ("dobj", "obj") and is_the_one(head)
    if not claimed or frame.places or day is None or before is None:
        return False
    return timedelta(0) < day - before <= _CLAIMED_WITHIN


def _are_other_days_of_a_year(one: DateExpression, other: DateExpression) -> bool:
    """True for "2 August" and "5 August", be the year told or not."""
    days = [e.timex.value[4:] for e in (one, other) if e.timex.value and e.when.precision is DatePrecision.DAY]
    return len(days) == 2 and all(_MONTH_AND_DAY.fullmatch(d) for d in days) and days[0] != days[1]


def _have_other_doers(frame: Frame, previous: Frame) -> bool:
    doer, other = doer_of(frame), doer_of(previous)
    if doer is not None and other is not None:
        blamed = any(p.role is Role.ATTRIBUTOR for p in frame.participants) and other.actor_id is None
        return not blamed and not _are_one_doer(doer, other, frame.head)
    return False


def doer_of(frame: Frame) -> Participant | None:
    """Who did it, as far as told."""
    return next((p for p in frame.participants if p.role is Role.PERPETRATOR), None)


def _are_one_doer(doer: Participant, other: Participant, head: Token) -> bool:
    """True if two doers are one, or nobody in particular ("gunmen", "armed men"), or one is unnamed and the deed is one
    told before ("the killings").
    """
    if (doer.actor_id or doer.name) == (other.actor_id or other.name) or (_is_anybody(doer) and _is_anybody(other)):
        return True
    return None in (doer.actor_id, other.actor_id) and head.pos_ == "NOUN" and is_definite(head)


def _is_anybody(doer: Participant) -> bool:
    """True for "gunmen" and "two attackers", who may be of any side; "soldiers" are of one."""
    people = doer.type in (ParticipantType.PERSON, ParticipantType.GROUP_OF_PEOPLE) and doer.actor_id is None
    named = any(word[:1].isupper() for word in doer.name.split()[1:])
    return people and not named and not set(doer.name.lower().split()) & words_of("retelling", "forces")


def _hit_other_people(frame: Frame, previous: Frame) -> bool:
    """True if both name somebody who was hit, and nobody whom both name; or if both tell how many died, and differ."""
    if is_the_one(frame.head):
        return False
    mine, theirs = _named_victims(frame), _named_victims(previous)
    if mine and theirs and not mine & theirs and tells_by_itself(frame):
        return True
    dead, before = frame.casualties.killed, previous.casualties.killed
    if dead is None or before is None or _may_be_equal(dead, before):
        return False
    return tells_by_itself(frame) or _is_done_by_another(frame, previous)


def _is_done_by_another(frame: Frame, previous: Frame) -> bool:
    """True for "the group killed a pilot" in a sentence that told before of other deaths, and not of the group."""
    doer = doer_of(frame)
    return doer is not None and doer.actor_id is not None and frame.sentence.start == previous.sentence.start


def _hit_other_sides(frame: Frame, previous: Frame) -> bool:
    """True if both tell whose things were hit, by known actors, and no side that both tell."""
    mine, theirs = _known_targets(frame), _known_targets(previous)
    return bool(mine and theirs) and not mine & theirs and not is_the_one(frame.head)


def _are_several(frame: Frame, previous: Frame) -> bool:
    """True for "its strikes" behind "a new assault", which is one."""
    return frame.head.pos_ == "NOUN" and is_plural(frame.head) and previous.head.tag_ == "NN"


def _known_targets(frame: Frame) -> set[str]:
    return {p.actor_id for p in frame.participants if p.role is Role.TARGET and p.actor_id is not None}


def _may_be_equal(one: CountedRange, other: CountedRange) -> bool:
    """True if one number may lie in both ranges."""
    lowest, highest = max(one.low or 0, other.low or 0), [c.high for c in (one, other) if c.high is not None]
    return not highest or lowest <= min(highest)


def hit_other_things(frame: Frame, previous: Frame) -> bool:
    """True if both tell who or what was hit, and nothing that both tell."""
    mine, theirs = names_in(frame, Role.TARGET, Role.VICTIM), names_in(previous, Role.TARGET, Role.VICTIM)
    return bool(mine and theirs) and not mine & theirs


def names_in(frame: Frame, *roles: Role) -> set[str]:
    """By what the participants in these roles are known: their ids, or the last words of their names."""
    return {p.actor_id or p.name.split()[-1].lower() for p in frame.participants if p.role in roles}


def _named_victims(frame: Frame) -> set[str]:
    """The family names of the people who were hit."""
    return {
        p.name.split()[-1].lower()
        for p in frame.participants
        if p.role in (Role.TARGET, Role.VICTIM) and p.type is ParticipantType.PERSON and p.name[:1].isupper()
    }


def _use_other_weapons(frame: Frame, previous: Frame) -> bool:
    mine, theirs = {w.kind for w in frame.weapons}, {w.kind for w in previous.weapons}
    return bool(mine and theirs) and not mine & theirs and not is_the_one(frame.head)


def share_place(mine: Iterable[PlaceExpression], theirs: Iterable[PlaceExpression]) -> bool:
    """True if two places are one, or one is an area of the province in which the other lies."""
    places = [(a.place, b.place) for a in mine for b in theirs if a.place is not None and b.place is not None]
    return any(
        a.id == b.id
        or (a.country == b.country and a.name.lower() == b.name.lower())
        or (a.country == b.country and bool(a.admin1) and a.admin1 == b.admin1 and (a.is_area or b.is_area))
        for a, b in places
    )
