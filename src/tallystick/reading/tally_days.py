"""As of which day a count is told, and what that makes of its window."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import object_of, says
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_window import Window


def counted_on(document: Document, sentence: Span, count: Count) -> date | None:
    """The day on which somebody told a count ("said on Sunday", "Thursday's tally"); null if none is named."""
    window = count.window
    for expression in document.dates:
        span = document.span_of(expression.quote)
        if span is None or not sentence.start <= span.start < sentence.end:
            continue
        if window is not None and window.start <= span.start < max(window.end, window.start + 1):
            continue
        is_long = window is None or window.is_long
        if expression.when.precision is DatePrecision.DAY and _is_of_telling(span.root, is_long=is_long):
            return expression.when.start if expression.when.start == expression.when.end else None
    return None


def _is_of_telling(word: Token, *, is_long: bool) -> bool:
    """True for the day of a verb of saying or counting, or of a sum ("the tally on Tuesday").

    What is logged on Saturday, beside a count of some other day, is counted on it and not told then.
    """
    for above in word.ancestors:
        if above.lemma_.lower() in words_of("tallies", "totals"):
            return True
        if above.dep_ in ("relcl", "acl") and above.head.tag_ == "CD":
            return False
        if above.pos_ in ("VERB", "AUX"):
            if any(c.dep_ == "nsubj" and c.lemma_.lower() in words_of("tallies", "totals") for c in above.lefts):
                return True
            lemma = above.lemma_.lower()
            if lemma in words_of("tallies", "brings") or (not is_long and lemma in words_of("tallies", "tally")):
                return False
            return says(above) or any(lemma in words_of("tallies", key) for key in ("count", "revise", "speaks"))
    return False


def settle(window: Window, count: Count, *, told_on: date | None, published: date | None) -> Window:
    """The window of a count that was told on a day, if a day is told.

    A length of time ("in two weeks") ends on the day of the telling, else of the report; of the number of one in a row
    it is only about how far the first lies back, and stays open. What followed on a day runs on.
    """
    if _follows(count, window):
        window = replace(window, until=None, is_long=True)
    last = told_on or published
    if window.days and last is not None and not count.running:
        window = replace(window, since=last - timedelta(days=window.days))
    if window.months and last is not None and not count.running:
        window = replace(window, since=months_before(last, window.months))
    if window.trails and told_on is not None and published is not None and window.since is not None:
        window = replace(window, since=window.since - (published - told_on), until=told_on)
    if window.until is not None and published is not None and window.until > published and not window.ends:
        window = replace(window, until=None)
    is_open = window.until is None and (window.since is None or (told_on is not None and window.since <= told_on))
    if is_open and told_on is not None and told_on != published:
        window = replace(window, until=told_on)
    return window


def months_before(day: date, months: int) -> date:
    """The same day so many months before, the last of that month where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _follows(count: Count, window: Window) -> bool:
    """True for the day behind "four attacks followed the raids of Sunday"."""
    if window.is_long or window.since is None:
        return False
    verb = next((a for a in (count.anchor, *count.anchor.ancestors) if a.pos_ == "VERB"), None)
    return (
        verb is not None and verb.lemma_.lower() == "follow" and verb.i < window.start and object_of(verb) is not None
    )
