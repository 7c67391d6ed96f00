"""When an event took place, out of the dates that its words name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from spacy.tokens import Span, Token

from tallystick.model.expression import DateExpression
from tallystick.model.report import Report
from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.model.when import When
from tallystick.reading.belonging import Belonging, belonging_of
from tallystick.reading.dates import is_header
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.phrases import is_definite, object_of
from tallystick.reading.segments import Segment
from tallystick.reading.trigger import Trigger

_FEW_DAYS = 5
_FINE = {
    DatePrecision.DAY: 0, DatePrecision.WEEK: 1, DatePrecision.PART_OF_MONTH: 2, DatePrecision.MONTH: 3,
    DatePrecision.YEAR: 4, DatePrecision.UNKNOWN: 5,
}  # fmt: skip


def find_dates_of(
    document: Document, segment: Segment, triggers: tuple[Trigger, ...] = (), head: Token | None = None
) -> tuple[DateExpression, ...]:
    """The dates in a segment that can date an event, finest first and then in order.

    The day on which the event was told comes last of all, and dates nothing that is spoken of as known ("said on
    Monday that the attack had been planned"), unless it is the day of a claim: who claims is seldom late. What is dated
    by the way ("the opera, opened in 2004") is left out.
    """
    events = {t.token.i for t in triggers}
    is_known = bool(triggers) and all(t.token.pos_ == "NOUN" and is_definite(t.token) for t in triggers)
    told: dict[DateExpression, bool] = {}
    for expression in document.dates:
        span = document.span_of(expression.quote)
        if span is None or not segment.start <= span.start < segment.end or is_header(expression, document.report):
            continue
        if dates_an_event(expression) and not _names_something_else(expression, span, events):
            belonging = belonging_of(span.root, events, head)
            tells = belonging is Belonging.TELLING and (not is_known or _is_of_claim(document, span.root, events))
            if belonging is Belonging.EVENT or tells:
                told[expression] = belonging is Belonging.TELLING
    return tuple(sorted(told, key=lambda e: (told[e], _fineness(e))))


def _is_of_claim(document: Document, word: Token, events: Collection[int]) -> bool:
    """True for the day of "claimed the attack at Harir on October 18", which tells all of a deed; not for that of
    "claimed the attack on Tuesday", which points back to one told before.
    """
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), None)
    thing = object_of(verb) if verb is not None and verb.lemma_ == "claim" else None
    if thing is None or thing.i not in events or word.i < thing.i:
        return False
    return any(t.i in document.place_at for t in thing.subtree)


def is_day_of_telling(document: Document, frame: Frame) -> bool:
    """True if all that dates an event is the day on which it was told ("the army said on Sunday that …")."""
    span = document.span_of(frame.dates[0].quote) if frame.dates else None
    events = {t.token.i for t in frame.triggers}
    return span is not None and belonging_of(span.root, events, frame.head) is Belonging.TELLING


def _names_something_else(expression: DateExpression, span: Span, events: Collection[int]) -> bool:
    """True for the date in "the September 12 truce" and "the 2014 vote", by which something else is named."""
    noun = span.root.head
    return (
        expression.when.basis is DateBasis.EXPLICIT
        and span.root.dep_ in ("compound", "nummod", "nmod", "amod", "poss")
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.i >= span.end
        and noun.i not in events
        and span.start > 0
        and span.doc[span.start - 1].pos_ == "DET"
    )


def dates_an_event(expression: DateExpression) -> bool:
    """True for an expression that can date a single event; a window, a length of time or a habit cannot."""
    when = expression.when
    if _spans_few_days(expression):
        return True
    if expression.timex.is_stretch or expression.timex.type == "SET":
        return False
    if expression.quote.exact.lower().startswith(("since", "until", "till", "between", "from")):
        return False
    if when.start is None and when.end is None:
        return when.precision is DatePrecision.DAY
    return when.start is not None and when.end is not None and when.precision is not DatePrecision.UNKNOWN


def _spans_few_days(expression: DateExpression) -> bool:
    """True for "between 6 and 8 November" and "from 2 to 4 December": one deed may take that long, no campaign does."""
    start, end = expression.when.start, expression.when.end
    told = expression.quote.exact.lower()
    if start is None or end is None or not told.startswith(("between", "from")):
        return False
    return 0 < (end - start).days <= _FEW_DAYS


def listed_dates(dates: tuple[DateExpression, ...], document: Document) -> tuple[DateExpression, ...]:
    """The days that one event word is told for ("on Oct. 17 and 18", "on Friday and again on Saturday")."""
    days = sorted((d for d in dates if d.when.precision is DatePrecision.DAY), key=_start)
    if not days:
        return dates[:1]
    listed = [days[0]]
    for expression in days[1:]:
        between = document.report.text[listed[-1].quote.end : expression.quote.start].lower()
        words = set(between.replace(",", " , ").split())
        if (
            expression.when.start != listed[-1].when.start
            and words <= {"and", "again", "on", ",", "also", "the", "then", "once", "more"}
            and "and" in words | ({"and"} if "," in words else set())
        ):
            listed.append(expression)
    return tuple(listed)


def sentence_date(
    document: Document, segments: tuple[Segment, ...], segment: Segment, triggers: tuple[Trigger, ...]
) -> DateExpression | None:
    """The date of another stretch of the sentence that holds for this one too: the nearest before, else behind.

    What stands in a setting ("after strikes on Friday") dates nothing else.
    """
    before: DateExpression | None = None
    for other in segments:
        if other.subordinate is not None or other == segment:
            continue
        for expression in sorted(find_dates_of(document, other, triggers), key=_start):
            if other.start < segment.start:
                before = expression
            elif before is None:
                return expression
    return before


def publication_when(report: Report) -> When:
    """The day of publication or the day before it, for an event that is told as news without a date."""
    if report.published_on is None:
        return When()
    return When(
        start=report.published_on - timedelta(days=1),
        end=report.published_on,
        precision=DatePrecision.DAY,
        basis=DateBasis.PUBLICATION,
    )


def _fineness(expression: DateExpression) -> tuple[int, int]:
    return _FINE[expression.when.precision], expression.quote.start


def _start(expression: DateExpression) -> int:
    return expression.quote.start
