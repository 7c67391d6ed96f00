"""From when to when a count holds, and which of the windows of a sentence is that of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tallystick.model.quote import Quote
from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document

LONG = (DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.PART_OF_MONTH, DatePrecision.WEEK)
"""The precisions of a date that is a stretch over which one may count."""


@dataclass(frozen=True)
class Window:
    """A first and a last day (null: open or not told), the words that say so, and their tokens.

    ``is_long`` is true for a stretch over which one may count, false for a single day. ``sums`` is false for a month
    or year, which may also date a single event. ``days`` or ``months`` is the length of "in two weeks", whose last day
    is not told; ``trails`` is true for "the past week", which ends on the day of the telling; ``spreads`` for "over
    the weekend", which is short but says that there were several; ``same`` for "the same period", which is that of the
    count before, in ``of_year`` if another year is told; ``ends`` for "the first half of June", whose last day is told
    even if it is still to come.
    """

    since: date | None = None
    until: date | None = None
    quote: Quote | None = None
    start: int = 0
    end: int = 0
    is_long: bool = False
    sums: bool = True
    days: int = 0
    months: int = 0
    same: bool = False
    of_year: int | None = None
    trails: bool = False
    spreads: bool = False
    ends: bool = False


def is_day_of_another(document: Document, window: Window) -> bool:
    """True for the day of "more than the day before", which is that of the number that a count is held against."""
    return bool(window.start > 0 and document.doc[window.start - 1].lower_ == "than" and not window.is_long)


def window_of(windows: Sequence[Window], start: int, stop: int) -> Window | None:
    """The window of a number that stands at the token ``start``, with the next number at ``stop``.

    One between the two is its own; else it has the last one before it; else the next behind. Long ones go first.
    """
    own = [w for w in windows if start <= w.start < stop]
    fronted = [w for w in reversed(windows) if w.start < start]
    trailing = [w for w in windows if w.start >= stop]
    for among in (own, fronted, trailing):
        long = sorted((w for w in among if w.is_long), key=lambda w: w.since is None and w.until is None)
        if long:
            return long[0]
        if among:
            return among[0]
    return None


def come_in_turn(windows: Sequence[Window], numbers: Sequence[int]) -> bool:
    """True for "in April there were 44; in March there had been 35": every number has a window of its own before it."""
    if len(windows) < 2 or len(numbers) < 2 or len(windows) < len(numbers):
        return False
    edges = [0, *numbers]
    return all(any(a <= w.start < b for w in windows) for a, b in pairwise(edges))


def last_before(windows: Sequence[Window], start: int) -> Window | None:
    """The last window before a token."""
    return next((w for w in reversed(windows) if w.start < start), None)
