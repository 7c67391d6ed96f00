"""Events told in parts, and the wholes that only sum them up."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.actor import Participant
from tallystick.model.terms import EventKind, ParticipantType, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.phrases import is_definite, is_plural
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.placing import find_places_of
from tallystick.reading.segments import Segment
from tallystick.reading.timing import find_dates_of
from tallystick.reading.told import Told
from tallystick.reading.told_apart import partition_subject

_AREA = 4  # the rank from which on a place is no scene of a strike


def second_pair(document: Document, sentence: Span, segment: Segment, told: Told) -> Frame | None:
    """The event of "B on Tuesday" behind "attacked A on Monday and": the same deed at another place and day."""
    dates, places = find_dates_of(document, segment), find_places_of(document, segment)
    if not dates or not places or not told.events or told.events[-1].sentence.start != sentence.start:
        return None
    first = told.events[-1]
    if not first.dates or not first.places:
        return None
    first.apart = True
    stretch = sentence.doc[segment.start : segment.end]
    pair = first.part(first.ordinal + 1, dates=dates, when=dates[0].when, places=places)
    targets = tuple(
        Participant(role=Role.TARGET, type=ParticipantType.PLACE, name=e.quote.exact, quote=e.quote) for e in places[:1]
    )
    mine = {e.quote for e in places}
    pair.participants = tuple(p for p in first.participants if p.role is not Role.TARGET) + targets
    first.participants = tuple(p for p in first.participants if not any(p.quote.overlaps(q) for q in mine))
    pair.quote = document.quote_span(sentence.doc[first.segment.start : segment.end])
    pair.stretches = [stretch]
    return pair


def parent_of_part(frame: Frame, told: Told) -> Frame | None:
    """The plural event of which "one" and "the other" are told now."""
    listed = _list_of(frame, told)
    if listed is not None:
        return listed
    if partition_subject(frame) is None or not frame.places:
        return None
    for previous in reversed(told.in_order()[-4:]):
        if is_plural(previous.head) or previous.plural:
            same = {e.place.id for e in previous.places if e.place} & {e.place.id for e in frame.places if e.place}
            if not same and (not previous.places or rank_of(previous.places[0]) > 1 or previous.plural):
                return previous
    return None


def _list_of(frame: Frame, told: Told) -> Frame | None:
    """The sum of which a release lists the parts ("conducted 22 strikes. Near Raqqah, eight strikes destroyed …")."""
    if frame.dates or not frame.places or rank_of(frame.places[0]) >= _AREA or not _is_counted_part(frame):
        return None
    for whole in reversed(told.in_order()):
        number = number_before(whole.head) if whole.head.lemma_ == frame.head.lemma_ else None
        mine = number_before(frame.head, articles=True)
        if number is not None and mine is not None and whole in told.bulk and mine.value < number.value:
            return whole
    return None


def _is_counted_part(frame: Frame) -> bool:
    """True for "eight strikes" at the head of what is told, not for "the two strikes"."""
    counted = number_before(frame.head, articles=True) is not None
    return frame.head.pos_ == "NOUN" and counted and not is_definite(frame.head)


def leave_wholes(told: Told) -> None:
    """Takes what is only the sum of what follows ("a wave of explosions. A car bomb …") out of the single events."""
    for whole, part in zip(told.events, told.events[1:], strict=False):
        if not is_plural(whole.head) or whole.head.pos_ != "NOUN" or whole.apart or is_plural(part.head):
            continue
        near = part.sentence.start == whole.sentence.end
        same_kind = whole.kind in (EventKind.ATTACK_UNSPECIFIED, part.kind)
        same_day = part.when == whole.when or not part.dates
        if near and same_kind and same_day and _is_summed_up(whole):
            told.bulk.append(whole)
    told.events[:] = [f for f in told.events if not any(f is b for b in told.bulk)]


def _is_summed_up(whole: Frame) -> bool:
    """True for "a wave of explosions" and "several attacks"."""
    words = {t.lower_ for t in whole.head.doc[max(0, whole.head.i - 4) : whole.head.i]}
    return bool(words & (words_of("cues", "generic") | {"wave", "series", "string", "spate"}))


def follows_bulk(told: Told, sentence: Span) -> bool:
    """True if what was told last, in this sentence, is a set of events: harm told of them is no single event's."""
    last = told.in_order()[-1:]
    return bool(last) and last[0] in told.bulk and last[0].sentence.start == sentence.start
