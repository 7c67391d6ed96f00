"""Windows told by a phrase that is no date: "in the same period", "for the month", "so far"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span

from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of
from tallystick.reading.phrases import contains_phrase
from tallystick.reading.tally_period import period_of
from tallystick.reading.tally_window import Window

_FOR_THE = re.compile(r"\bfor the (?P<span>day|week|month|year)\b(?! of\b)", re.IGNORECASE)
_IN_THE = re.compile(
    r"\b(?:in|during|over) the (?P<span>month|week|year)\b(?! (?:of|to|ending|ended|before|since)\b)", re.I
)
_SHORT = len(" ending on ")
_SAME = re.compile(
    r"\b(?:in|over|during|for|within) (?:that|the same|this same) "
    r"(?:period|time|fortnight|week|month|quarter|spell|weeks|months|days)\b"
    r"(?: (?:of|in) (?:(?P<year>(?:19|20)\d\d)|(?P<last>last year|the previous year|the year before)))?",
    re.IGNORECASE,
)


def same_again(document: Document, sentence: Span) -> Window | None:
    """The window of "in the same period", and "in the same period of 2019"."""
    found = _SAME.search(sentence.text)
    if found is None:
        return None
    span = sentence.char_span(found.start(), found.end(), alignment_mode="expand")
    if span is None:
        return None
    year = int(found["year"]) if found["year"] else None
    if found["last"] and document.report.published_on is not None:
        year = document.report.published_on.year - 1
    return Window(
        quote=document.quote_span(span), start=span.start, end=span.end, is_long=True, same=True, of_year=year
    )


def windows_by_phrase(document: Document, sentence: Span, *, is_dated: bool) -> list[Window]:
    """The window of "in the period" or "for the month", else of "in the week" or "so far" where no date told one."""
    text = sentence.text.lower()
    if (phrase := contains_phrase(text, phrases_of("tallies", "period"))) is not None:
        window = period_of(document) or Window(is_long=True)
        i = _token_of(sentence, text.find(phrase))
        return [replace(window, start=i, end=i + 1)]
    if (of_span := _for_the_span(document, sentence)) is not None:
        return [of_span]
    if not is_dated and (of_last := _in_the_span(document, sentence)) is not None:
        return [of_last]
    if not is_dated and (phrase := contains_phrase(text, phrases_of("tallies", "open"))) is not None:
        i = _token_of(sentence, text.find(phrase))
        return [Window(start=i, end=i + 1, is_long=True)]
    return []


def _for_the_span(document: Document, sentence: Span) -> Window | None:
    """The window of "the total for the month": that of the day told last before it, else of the report."""
    found = _FOR_THE.search(sentence.text)
    if found is None:
        return None
    at, end = sentence.start_char + found.start(), sentence.start_char + found.end()
    if any(at <= e.quote.start <= end + _SHORT for e in document.dates):
        return None
    days = [e.when for e in document.dates if e.quote.start < at and e.when.precision is DatePrecision.DAY]
    day = (days[-1].end if days else None) or document.report.published_on
    if day is None:
        return None
    since, until = _span_around(day, found["span"].lower())
    start = _token_of(sentence, found.start())
    return Window(since, until, document.quote(at, end), start, start + len(found[0].split()), is_long=since < until)


def _in_the_span(document: Document, sentence: Span) -> Window | None:
    """The window of "in the month": the month, week or quarter that was told last."""
    found = _IN_THE.search(sentence.text)
    if found is None:
        return None
    at = sentence.start_char + found.start()
    wanted = DatePrecision(found["span"].lower())
    told = [
        e.when for e in document.dates if e.quote.end <= at and e.when.precision is wanted and e.when.start is not None
    ]
    if not told:
        return None
    start = _token_of(sentence, found.start())
    quote = document.quote(at, sentence.start_char + found.end())
    return Window(told[-1].start, told[-1].end, quote, start, start + 3, is_long=True)


def _span_around(day: date, span: str) -> tuple[date, date]:
    """The first and the last day of the week, month or year that a day lies in."""
    if span == "day":
        return day, day
    if span == "week":
        return day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday())
    if span == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def _token_of(sentence: Span, offset: int) -> int:
    return next((t.i for t in sentence if t.idx - sentence.start_char >= offset), sentence.start)
