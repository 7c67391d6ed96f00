"""The windows that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Span

from tallystick.reading.document import Document
from tallystick.reading.tally_window import Window
from tallystick.reading.tally_window_dates import window_of_date
from tallystick.reading.tally_window_parts import window_of_fraction, with_parts_of_the_year
from tallystick.reading.tally_window_phrases import same_again, windows_by_phrase
from tallystick.reading.tally_window_since import open_since


def find_windows(document: Document, sentence: Span) -> list[Window]:
    """The windows that a sentence names, in order; what a superlative looks back over is none."""
    windows: list[Window] = []
    for expression in document.dates:
        span = document.span_of(expression.quote)
        if span is None or not sentence.start <= span.start < sentence.end:
            continue
        if expression.quote.start < document.report.body_start:
            continue
        window = window_of_fraction(document, expression, span) or window_of_date(document, expression, span, sentence)
        if window is None:
            continue
        if windows and window.start < windows[-1].end:
            windows.pop()
        if windows and (joined := _joined(windows[-1], window, sentence)) is not None:
            windows[-1] = joined
        elif not _is_looked_back_over(span, sentence):
            windows.append(window)
    windows = with_parts_of_the_year(document, sentence, windows)
    opened = [w for t in sentence if (w := open_since(document, t, sentence)) is not None]
    windows = [w for w in windows if not any(o.start < w.start < o.end for o in opened)] + opened
    if (same := same_again(document, sentence)) is not None:
        windows = [w for w in windows if not same.start <= w.start < same.end]
        windows.append(same)
    windows += windows_by_phrase(document, sentence, is_dated=bool(windows))
    return _closed(sorted(windows, key=_place))


def _closed(windows: Sequence[Window]) -> list[Window]:
    """The windows, that of "as of 12 November" made one with the only one that is open since some day."""
    ends = [w for w in windows if w.since is None and w.until is not None]
    starts = [w for w in windows if w.since is not None and w.until is None]
    if len(ends) != 1 or len(starts) != 1 or (starts[0].since or date.max) > (ends[0].until or date.min):
        return list(windows)
    return [replace(w, until=ends[0].until) if w is starts[0] else w for w in windows if w is not ends[0]]


def _joined(first: Window, second: Window, sentence: Span) -> Window | None:
    """Two dates as one window: "between the evening of 3 and 5 May", "since 3 May as of 5 June"."""
    between = [t.lower_ for t in sentence.doc[first.end : second.start]]
    before = [t.lower_ for t in sentence.doc[max(sentence.start, first.start - 3) : first.start]]
    runs_on = between in (["to"], ["-"], ["–"], ["until"], ["through"]) or (
        between in (["and"], ["and", "the"]) and "between" in before
    )
    if runs_on and first.since is not None and second.until is not None and first.since <= second.until:
        return replace(first, until=second.until, end=second.end, is_long=True)
    if first.since is not None and first.until is None and second.since is None and second.until is not None:
        return replace(first, until=second.until, end=second.end)
    if between == ["and"] and first.is_long and second.until is not None and first.until is not None:
        follows = second.since is not None and (second.since - first.until).days == 1
        return replace(first, until=second.until, end=second.end) if follows else None
    return None


def _is_looked_back_over(span: Span, sentence: Span) -> bool:
    """True for "since 2015" in "the deadliest attack since 2015", over which nothing is counted."""
    since = span[0] if span[0].lower_ == "since" else span[0].nbor(-1) if span.start > sentence.start else span[0]
    if since.lower_ != "since":
        return False
    for token in sentence.doc[max(sentence.start, since.i - 9) : since.i]:
        is_superlative = token.tag_ in ("JJS", "RBS") and token.lower_ != "least"
        if is_superlative or token.lower_ == "first":
            return not any(t.lower_ in (",", ";") for t in sentence.doc[token.i + 6 : since.i])
    return False


def _place(window: Window) -> int:
    return window.start
