"""Plural events whose parts are told, taken apart."""

from __future__ import annotations

from tallystick.model.actor import Participant
from tallystick.model.expression import PlaceExpression
from tallystick.model.terms import EventKind, Role, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.phrases import is_plural
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.timing import listed_dates
from tallystick.reading.weapons import WeaponSpan, event_kind_of


def split_frame(document: Document, frame: Frame) -> list[Frame]:
    """One frame for each event that the words tell: by listed places, by listed days, by weapons told separately."""
    parts = [frame]
    days = listed_dates(frame.dates, document)
    if len(days) > 1:
        parts = [p.part(0, dates=(d,), when=d.when) for p in parts for d in days]
    weapons = _separate_weapons(frame)
    if len(weapons) > 1:
        parts = [p.part(0, weapons=(w,), kind=_kind_of(w), weapon_count=None) for p in parts for w in weapons]
    if len(frame.places) > 1 and rank_of(frame.places[0]) <= (3 if _is_plural_act(frame) else 2):
        parts = [
            p.part(0, places=(place,), participants=_targets_at(document, frame, place))
            for p in parts
            for place in frame.places
        ]
    if len(parts) == 1:
        number = number_before(frame.head) if frame.head.pos_ == "NOUN" else None
        if (
            number is not None
            and number.value == 2
            and not number.vague
            and rank_of_first(frame) <= 1
            and _is_new_pair(frame)
        ):
            parts = [frame.part(i) for i in range(2)]
    for ordinal, part in enumerate(parts):
        part.ordinal = ordinal
    return parts


def _targets_at(document: Document, frame: Frame, place: PlaceExpression) -> tuple[Participant, ...]:
    """The participants, without the targets that are named by another of the listed places.

    "U.S. bases in A and the oil field in B" are bases of one side at both.
    """
    others = [e.quote for e in frame.places if e is not place]
    first = min(e.quote.start for e in frame.places)
    elsewhere = _things_elsewhere(document, frame, place)

    def is_told_of(target: Participant) -> bool:
        if target in elsewhere:
            return False
        if target.quote.overlaps(place.quote) or not any(target.quote.overlaps(q) for q in others):
            return True
        span = document.span_of(target.quote)
        things = span is not None and is_plural(span.root)
        return things and target.actor_id is not None and target.quote.start < first

    return tuple(p for p in frame.participants if p.role is not Role.TARGET or is_told_of(p))


def _things_elsewhere(document: Document, frame: Frame, place: PlaceExpression) -> list[Participant]:
    """Of as many single things as places, those that stand at the other places: "a bridge and a depot in A and B", "a
    post in A and a market in B".
    """
    things = sorted(_single_things(document, frame), key=lambda thing: thing.quote.start)
    places = sorted(frame.places, key=lambda each: each.quote.start)
    if len(things) != len(places):
        return []
    starts = [each.quote.start for pair in zip(things, places, strict=True) for each in pair]
    in_turn = starts == sorted(starts)
    if not in_turn and things[-1].quote.start > places[0].quote.start:
        return []
    return [thing for thing, at in zip(things, places, strict=True) if at is not place]


def _single_things(document: Document, frame: Frame) -> list[Participant]:
    """The targets that are one thing each, and nobody."""
    targets = [p for p in frame.participants if p.role is Role.TARGET and p.actor_id is None]
    spans = [document.span_of(p.quote) for p in targets]
    return [p for p, span in zip(targets, spans, strict=True) if span is not None and not is_plural(span.root)]


def rank_of_first(frame: Frame) -> int:
    """How coarse the frame's first place is; 9 without one."""
    return rank_of(frame.places[0]) if frame.places else 9


def _is_new_pair(frame: Frame) -> bool:
    """True for "two other attacks on Harir", which tells two and names one place for both."""
    return any(c.lower_ in ("other", "more", "further", "separate", "additional") for c in frame.head.lefts)


def _is_plural_act(frame: Frame) -> bool:
    return frame.head.tag_ in ("NNS", "NNPS")


def _separate_weapons(frame: Frame) -> tuple[WeaponSpan, ...]:
    """The weapons of "separate drone and rocket attacks"; else none, for one attack may use two."""
    words = {t.lower_ for t in frame.span}
    if not words & (words_of("cues", "splitters") - {"each", "respectively"}):
        return ()
    seen: set[WeaponKind] = set()
    apart = []
    for weapon in frame.weapons:
        if weapon.kind not in seen:
            seen.add(weapon.kind)
            apart.append(weapon)
    return tuple(apart)


def _kind_of(weapon: WeaponSpan) -> EventKind:
    return event_kind_of(weapon.kind)
