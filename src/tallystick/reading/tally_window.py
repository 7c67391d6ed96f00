"""From when to when a count holds."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Span

from tallystick.model.quote import Quote
from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.tally_words import Count

_LONG = (DatePrecision.MONTH, DatePrecision.YEAR)


def find_window(document: Document, sentence: Span, count: Count) -> tuple[date | None, date | None, Quote | None]:
    """The first and last day that a count holds for (null: open), and the words that say so."""
    since: date | None = None
    until: date | None = None
    quote: Quote | None = None
    for expression in document.dates:
        span = document.span_of(expression.quote)
        if (
            span is None
            or not sentence.start <= span.start < sentence.end
            or expression.quote.start < document.report.body_start
        ):
            continue
        when = expression.when
        words = sentence.doc[max(sentence.start, span.start - 2) : span.end].text.lower()
        if when.start is None and when.end is None:
            continue
        if "since" in words and when.start is not None:
            since, quote = when.start, expression.quote
            if when.end is not None and expression.timex.is_stretch:
                until = when.end
        elif (
            any(w in words for w in ("until", "as of", " to ", "through"))
            and since is not None
            and when.end is not None
        ):
            until = when.end
        elif any(w in words for w in ("between", "from")) and when.start is not None:
            since, quote = when.start, expression.quote
            until = when.end if when.end is not None and when.end != when.start else until
        elif since is not None and until is None and _follows_and(span) and when.end is not None and when.end > since:
            until = when.end
        elif since is None and when.precision in _LONG and when.start is not None and _is_within(span):
            since, quote = when.start, expression.quote
            until = None if "so far" in sentence.text.lower() or span[0].lower_ == "this" else when.end
        elif (expression.timex.is_stretch and when.start is not None and since is None) or (
            since is None
            and when.start is not None
            and when.end is not None
            and when.precision is DatePrecision.DAY
            and abs(span.start - count.anchor.i) < 8
            and _is_on_day(span)
        ):
            since, until, quote = when.start, when.end, expression.quote
    return since, until, quote


def _follows_and(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in ("and", "to", "-", "–", "until", "through")


def _is_within(span: Span) -> bool:
    """True for "in 2022", "in the whole of October" and "this year"."""
    before = [t.lower_ for t in span.doc[max(0, span.start - 4) : span.start]]
    return span[0].lower_ in ("this", "last") or bool({"in", "during", "over", "throughout"} & set(before))


def _is_on_day(span: Span) -> bool:
    return (
        span.start == span.sent.start
        or span.doc[span.start - 1].lower_ in ("on", "in")
        or span[0].lower_ in ("on", "today", "yesterday")
    )
