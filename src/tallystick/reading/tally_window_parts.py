"""The windows of parts of a month or year: "in the first half of June", "in the first quarter of the year"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from tallystick.model.expression import DateExpression
from tallystick.reading.document import Document
from tallystick.reading.tally_fractions import fraction_of, parts_of_the_year
from tallystick.reading.tally_window import Window

_MONTH = 31


def window_of_fraction(document: Document, expression: DateExpression, span: Span) -> Window | None:
    """The window of "the first half of June"."""
    found = fraction_of(expression, span.doc.text)
    if found is None:
        return None
    first = span.doc.char_span(found[0], expression.quote.end, alignment_mode="expand")
    start = first.start if first is not None else span.start
    quote = document.quote(found[0], expression.quote.end)
    is_of_many = (found[2] - found[1]).days > _MONTH
    return Window(found[1], found[2], quote, start, span.end, is_long=True, sums=is_of_many, ends=True)


def with_parts_of_the_year(document: Document, sentence: Span, windows: Sequence[Window]) -> list[Window]:
    """The windows with those of "the first four months of the year" in place of mere lengths of time."""
    made = list(windows)
    published = document.report.published_on
    for found in parts_of_the_year(sentence.text, published) if published is not None else ():
        span = sentence.char_span(found.start, found.end, alignment_mode="expand")
        if span is not None:
            made = [w for w in made if not span.start <= w.start < span.end]
            quote = document.quote_span(span)
            is_of_many = (found.last - found.first).days > _MONTH
            made.append(Window(found.first, found.last, quote, span.start, span.end, True, sums=is_of_many, ends=True))
    return made
