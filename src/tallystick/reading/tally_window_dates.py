"""The window that a date gives: "in May", "as of 5 June", "in the week to Sunday", "in two weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from tallystick.model.expression import DateExpression
from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_plural, says
from tallystick.reading.tally_window import LONG, Window

_DAYS = {"week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_ENDING = frozenset({"to", "ending", "ended", "until", "through", "up"})
_WITHIN = frozenset({"in", "within", "over", "during", "throughout", "for", "of"})
_ALONG = frozenset({"over", "during", "throughout", "across"})
_PERIODS = frozenset({"this", "last", "previous", "past"})
_UNTIL = ("until", "till", "as of", "as at", "up to", "through", "by")
_LENGTH = re.compile(r"^PT?(\d+)([HDWMY])$")
_MIDDLE = 15
_HOURS = 24
_HEAD = 6


def window_of_date(document: Document, expression: DateExpression, span: Span, sentence: Span) -> Window | None:
    """The window of a date of a sentence; null if it is no time over which one counts, or only that of the telling."""
    when, first = expression.when, span[0].lower_
    before = [t.lower_ for t in sentence.doc[max(sentence.start, span.start - 4) : span.start]]
    placed = Window(quote=expression.quote, start=span.start, end=span.end)
    if when.start is None and when.end is None:
        is_within = bool({"in", "within", "over"} & {first, *before[-3:]}) and expression.timex.is_stretch
        is_within = is_within and span.root.dep_ not in ("compound", "nmod", "amod", "nummod")
        return _of_length(placed, expression.timex.value) if is_within else None
    if "since" in (first, *before[-1:]):
        until = when.end if expression.timex.is_stretch else None
        since = when.start
        is_part = when.precision is DatePrecision.PART_OF_MONTH
        if is_part and since is not None and "mid" in expression.quote.exact.lower():
            since = since.replace(day=_MIDDLE)
        return replace(placed, since=since, until=until, is_long=True)
    if length := _length_before(before):
        if when.end is None:
            return None
        return replace(placed, since=when.end - timedelta(days=length - 1), until=when.end, is_long=True)
    if first in ("until", "till", "as", "up", "through", "by") or " ".join(before[-2:]).endswith(_UNTIL):
        return replace(placed, until=_last_before(expression, document.report.published_on), is_long=True)
    if when.start is None or when.end is None:
        return replace(placed, since=when.start, until=when.end, is_long=True)
    if expression.timex.is_stretch or "/" in expression.timex.value:
        trails = expression.timex.value.startswith("P")
        return replace(placed, since=when.start, until=when.end, is_long=when.start < when.end, trails=trails)
    if when.precision in LONG:
        if first not in _PERIODS and not _WITHIN & set(before) and not _is_topic(span, sentence):
            return None
        running = first == "this" or "so far" in " ".join(before)
        until = None if running else when.end
        alone = span.end < sentence.end and sentence.doc[span.end].lower_ == "alone"
        return replace(placed, since=when.start, until=until, is_long=True, sums=running or alone)
    if when.start < when.end and _ALONG & set(before):
        return replace(placed, since=when.start, until=when.end, is_long=True, sums=False, spreads=True)
    if _is_of_telling(span.root):
        return None
    return replace(placed, since=when.start, until=when.end)


def _last_before(expression: DateExpression, published: date | None) -> date | None:
    """The last day of "as of the end of March" without a year: in the last such month before the report."""
    end = expression.when.end
    if end is None or published is None or re.search(r"\d{4}", expression.quote.exact) or end.year == published.year:
        return end
    for year in (published.year, published.year - 1):
        day = end.replace(year=year, day=min(end.day, monthrange(year, end.month)[1]))
        if end.year < year and day <= published:
            return day
    return end


def _is_topic(span: Span, sentence: Span) -> bool:
    """True for "November saw 22 attacks", "September's figures" and "October in eastern Congo: monitors recorded …"."""
    root = span.root
    if root.dep_ == "nsubj" or (root.dep_ == "npadvmod" and span.start == sentence.start):
        return root.head.lemma_.lower() in words_of("tallies", "saw")
    if root.dep_ == "poss":
        return is_plural(root.head) or root.head.lemma_.lower() in words_of("tallies", "totals")
    is_first = span.start - sentence.start <= 1
    return is_first and any(t.text == ":" for t in sentence.doc[span.end : span.end + _HEAD])


def _of_length(placed: Window, value: str) -> Window:
    """The window of a length of time as TIMEX3 writes it (P2W, P10D, P1M, PT48H); no number gives it none."""
    found = _LENGTH.match(value)
    if found is None:
        return replace(placed, is_long=True)
    number, unit = int(found[1]), found[2]
    if unit == "H":
        return replace(placed, is_long=True, days=-(-number // _HOURS))
    if unit in ("M", "Y"):
        return replace(placed, is_long=True, months=number * (12 if unit == "Y" else 1))
    return replace(placed, is_long=True, days=number * (7 if unit == "W" else 1))


def _is_of_telling(word: Token) -> bool:
    """True for the day on which somebody only said so; "recorded on Friday" tells the day of what was counted."""
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), word)
    lemma = verb.lemma_.lower()
    if lemma in words_of("tallies", "speaks") | words_of("tallies", "revise"):
        return True
    return says(verb) and lemma not in words_of("tallies", "tally")


def _length_before(before: Sequence[str]) -> int:
    """The days of "in the week to …" and "in the year ending …"; zero if there is no such phrase."""
    words = list(before)
    while words and words[-1] in ("the", "on", "to"):
        last = words.pop()
        if last == "to" and words and words[-1] in _DAYS:
            return _DAYS[words[-1]]
    if len(words) > 1 and words[-1] in _ENDING and words[-2] in _DAYS:
        return _DAYS[words[-2]]
    return 0
