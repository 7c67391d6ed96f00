"""A count as a mention, with what it takes over from the count before it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Span

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention
from tallystick.model.terms import TallyUnit
from tallystick.reading.confidence import confidence_of
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id
from tallystick.reading.tally_areas import area_of_numbered, areas_of_head, the_two_countries
from tallystick.reading.tally_carrying import goes_on_from
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_days import counted_on, settle
from tallystick.reading.tally_following import other_figure
from tallystick.reading.tally_lists import Draft
from tallystick.reading.tally_scope import find_counter, find_scope
from tallystick.reading.tally_sides import target_told
from tallystick.reading.tally_units import EVENTS, HARM
from tallystick.reading.tally_window import Window
from tallystick.reading.told import Told

_BEFORE = re.compile(
    r"\b(?:the|in the) (?:previous|preceding|prior) (?:one|day|week|fortnight|month|quarter|year)\b"
    r"|\bthe (?:one|day|week|fortnight|month|quarter|year) (?:before|earlier)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"it", "they", "he", "she", "we"})


@dataclass(frozen=True)
class Quoted:
    """A count as a mention, and the day on which it was told, if that is told."""

    mention: TallyMention
    count: Count
    told_on: date | None
    published: date | None


def quote_count(document: Document, told: Told, draft: Draft, quoted: Sequence[Quoted]) -> Quoted:
    """The mention of a count. ``quoted`` are the counts before it, whose counter, time and ground it may go on with."""
    sentence, count, parts = draft.sentence, draft.count, draft.parts
    last = quoted[-1] if quoted else None
    quote = document.quote_span(_clause_of(sentence, count))
    scope = find_scope(document, sentence, count, parts)
    if scope.target is None and count.unit is TallyUnit.ATTACKS:
        scope = scope.model_copy(update={"target": _target_before(document, sentence)})
    counter, told_on = find_counter(document, sentence, count), counted_on(document, sentence, count)
    before = last.mention.scope.areas if last is not None else ()
    areas = before if _comes_next(count, sentence) else ()
    areas = areas or scope.areas or areas_of_head(document, count, sentence) or area_of_numbered(told, count)
    if last is not None and counter is None and _goes_on(count, sentence, last):
        counter, told_on = last.mention.counter, told_on or last.told_on
    areas = areas or the_two_countries(sentence, before)
    if last is not None and (count.follows or (count.unit in HARM and last.count.anchor.i >= sentence.start)):
        areas = areas or before
    window = _own_or_same(count.window or Window(), last)
    if count.against and count.window is None and last is not None:
        window = _time_before(sentence, last)
    before_it = [(q.count, q.mention) for q in quoted]
    base = goes_on_from(document, sentence, count, before_it, counter=counter) if not count.against else None
    if base is not None and not (scope.areas and set(scope.areas) != set(base.scope.areas)):
        areas = areas or base.scope.areas
        window = Window(base.since, base.until, base.window_quote, is_long=True)
    window = settle(window, count, told_on=told_on, published=document.report.published_on)
    mention = TallyMention(
        id=mention_id(document.report.id, "tally", quote, count.number.start - sentence.start),
        report_id=document.report.id,
        quote=quote,
        confidence=confidence_of("tally"),
        reader=READER,
        counter=counter,
        quoted_by=document.report.publisher,
        unit=count.unit,
        scope=scope.model_copy(update={"areas": areas}),
        since=window.since,
        until=window.until,
        comparator=count.number.comparator,
        value=count.number.value,
        value_low=count.number.low,
        value_high=count.number.high,
        parts=parts,
        window_quote=window.quote,
        revises=draft.revises,
    )
    return Quoted(mention, count, told_on, document.report.published_on)


def _own_or_same(window: Window, last: Quoted | None) -> Window:
    """The window of a count; for "the same period" that of the count before, moved to the year that is told."""
    if not window.same or last is None:
        return window
    days = tuple(_in_year(day, window.of_year) for day in (last.mention.since, last.mention.until or last.published))
    return replace(window, since=days[0], until=days[1] if window.of_year else last.mention.until)


def _in_year(day: date | None, year: int | None) -> date | None:
    if day is None or year is None:
        return day
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _time_before(sentence: Span, last: Quoted) -> Window:
    """The time of "13 in the week before", which is as long as that of the count before and ends where it begins."""
    since, until = last.mention.since, last.mention.until or last.published
    if since is None or until is None or not _BEFORE.search(sentence.text):
        return Window()
    length = until - since
    ends = since if length else since - timedelta(days=1)
    return Window(ends - length, ends, is_long=bool(length))


def _comes_next(count: Count, sentence: Span) -> bool:
    """True for "six more" and "six followed", which count what the count before did."""
    is_bare = count.anchor.tag_ == "CD" and count.unit in EVENTS and not count.running
    is_placed = any(c.lower_ in ("in", "near") for c in count.anchor.rights)
    return is_bare and not is_placed and count.unit is not TallyUnit.CLAIMS and other_figure(sentence) is None


def _goes_on(count: Count, sentence: Span, last: Quoted) -> bool:
    """True for a count that is told in the same breath as the one before it: by the same counter, on the same day."""
    if _comes_next(count, sentence) or last.count.anchor.i >= sentence.start:
        return True
    if sentence[0].lower_ in _PRONOUNS:
        return True
    return count.unit in HARM and last.mention.unit in EVENTS


def _target_before(document: Document, sentence: Span) -> ActorRef | None:
    """Whom the sentences before tell to be attacked over and over, the nearest first."""
    before = [s for s in document.sentences if s.start < sentence.start]
    return next((t for s in reversed(before) if (t := target_told(document, s)) is not None), None)


def _clause_of(sentence: Span, count: Count) -> Span:
    """The clause of the count, between semicolons."""
    start, end = sentence.start, sentence.end
    for token in sentence:
        if token.text == ";" and token.i < count.number.start:
            start = token.i + 1
        elif token.text == ";" and token.i > max(count.anchor.i, count.number.end):
            end = token.i
            break
    return sentence.doc[start:end]
