"""The day and the place that an event's own words leave open, taken from what is told around it."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.expression import PlaceExpression
from tallystick.model.terms import ActorType, DatePrecision, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.place_referring import (
    country_told_of,
    only_place,
    place_of_sentence_before,
    place_pointed_at,
    place_still_told_of,
    place_told_in_sentence,
)
from tallystick.reading.setting import follow_up_of, is_counted, is_told_as_earlier
from tallystick.reading.timing import is_day_of_telling, publication_when
from tallystick.reading.told import Told, position_of
from tallystick.reading.told_apart import crosses_item, is_dated_by_name

_REGION = 4  # the rank from which on a place is too coarse to be handed on
_OF_STATE = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)
_NEWS_DAYS = 7  # how old news may be
_SENTENCES = 1  # how many may stand between an event and the one whose day it takes


def date_the_rest(document: Document, told: Told) -> None:
    """Dates what is told as news without a day: by the day told just before, else by the day of publication.

    "On Friday rebels attacked Goma. Two soldiers were shot dead in Sake": a report goes on with the day that it is at
    until it tells another.
    """
    for frame in sorted(told.events, key=position_of):
        if frame.when.is_known or frame.dates or not _is_news(frame):
            continue
        before = _told_before(document, frame, told, apart=_SENTENCES)
        if before is not None and before.dates and _tells_day(before):
            frame.dates, frame.when = before.dates, before.when
        elif frame.head.pos_ != "NOUN" or frame.reporter or frame.sentence is told.events[0].sentence:
            frame.when = publication_when(document.report)


def _tells_day(frame: Frame) -> bool:
    """True if an event has a day, or a weekday that the report leaves undated."""
    is_day = frame.when.is_known and frame.when.precision is DatePrecision.DAY
    return is_day or frame.dates[0].when.weekday is not None


def place_the_rest(document: Document, told: Told) -> None:
    """Places what is told without a place where the sentence before, or the header for the news that opens a report,
    has placed something.
    """
    news = sorted((f for f in told.events if _is_news(f)), key=position_of)
    if news and not news[0].places:
        news[0].places = _place_of_header(document, news[0])
    for frame in news:
        if frame.places or frame.told_as_new or _is_told_elsewhere(frame):
            continue
        before = _told_before(document, frame, told, apart=0)
        if before is None or len(before.places) != 1 or rank_of(before.places[0]) >= _REGION:
            continue
        if frame.when.overlaps(before.when) and not crosses_item(before.sentence, frame.sentence):
            frame.places = before.places
    _place_by_what_is_around(document, told)


def _place_by_what_is_around(document: Document, told: Told) -> None:
    """Places what has no place yet by what points back, by the sentence, by the event before, by the whole report."""
    before: Frame | None = None
    for frame in sorted(told.events, key=position_of):
        if not frame.places:
            frame.places = place_pointed_at(document, frame) or place_told_in_sentence(document, frame)
        goes_on = before is None or frame.when.overlaps(before.when)
        if not frame.places and goes_on and _is_news(frame) and not _is_told_elsewhere(frame):
            told_before = place_still_told_of(document, frame, before) if before is not None else ()
            frame.places = told_before or place_of_sentence_before(document, frame)
        if not frame.places and not _is_told_elsewhere(frame):
            frame.places = only_place(document) if _is_of_the_day(frame, told) else ()
        frame.places = frame.places or country_told_of(document)
        before = frame
    for frame in told.bulk:
        frame.places = frame.places or place_pointed_at(document, frame)


def take_day_and_place(document: Document, known: Frame, again: Frame) -> None:
    """Gives an event the day and the place of its second telling, where that tells more."""
    if again.dates and (is_dated_by_name(again.head) or takes_day(document, known, again)):
        known.dates, known.when = again.dates, again.dates[0].when
    finer = min((rank_of(e) for e in again.places), default=9) < min((rank_of(e) for e in known.places), default=9)
    if finer and len(again.places) == 1 and is_within(again.places[0], known.places):
        known.places = again.places


def takes_day(document: Document, known: Frame, again: Frame) -> bool:
    """True if another telling of an event dates it better: it has no day, or only that on which it was told.

    What has no day is news, so the other day must be a late one.
    """
    if not again.dates:
        return False
    if not known.dates or is_day_of_telling(document, again):
        if known.when.is_known:
            return False
        news = document.report.published_on
    elif is_day_of_telling(document, known):
        news = known.when.end
    else:
        return False
    day = again.dates[0].when.end
    return news is None or day is None or 0 <= (news - day).days <= _NEWS_DAYS


def is_within(place: PlaceExpression, areas: Sequence[PlaceExpression]) -> bool:
    """True if a place may lie in one of the areas, or none is told."""
    countries = {e.place.country for e in areas if e.place is not None}
    return not countries or None in countries or (place.place is not None and place.place.country in countries)


def _is_news(frame: Frame) -> bool:
    return not (
        frame.background
        or frame.is_setting
        or is_told_as_earlier(frame.head)
        or follow_up_of(frame.head) is not None
        or is_counted(frame.head)
    )


def _told_before(document: Document, frame: Frame, told: Told, *, apart: int) -> Frame | None:
    """The news told last before a frame, with no more than ``apart`` sentences between; null if there is none."""
    earlier = (f for f in told.in_order() if position_of(f) < position_of(frame))
    before = [f for f in earlier if not f.background and not f.is_setting]
    if not before:
        return None
    last = max(before, key=lambda f: max(s.end for s in f.stretches))
    end = max(s.end for s in last.stretches)
    between = [s for s in document.sentences if s.start >= end and s.end <= frame.sentence.start]
    return last if len(between) <= apart else None


def _is_of_the_day(frame: Frame, told: Told) -> bool:
    """True unless an event that has a place is of other days."""
    return all(frame.when.overlaps(other.when) for other in told.events if other.places)


def _is_told_elsewhere(frame: Frame) -> bool:
    return any(t.lower_ in words_of("cues", "elsewhere") for t in frame.sentence)


def _place_of_header(document: Document, lead: Frame) -> tuple[PlaceExpression, ...]:
    """The place in a headline or a dateline, unless the news names another country or a state did it.

    What the forces of a state did is often told from its capital.
    """
    doers = [p.quote for p in lead.participants if p.role is Role.PERPETRATOR]
    if any(a.type in _OF_STATE and any(a.quote.overlaps(q) for q in doers) for a in document.actors):
        return ()
    start = document.report.body_start
    named = [e for e in document.places if e.quote.end <= start and rank_of(e) < _REGION]
    if not named or named[0].place is None:
        return ()
    inside = (e for e in document.toponyms if lead.sentence.start_char <= e.quote.start < lead.sentence.end_char)
    others = {e.place.country for e in inside if e.place is not None} - {None}
    return tuple(named[:1]) if others <= {named[0].place.country} else ()
