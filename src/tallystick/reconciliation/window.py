"""When a tally counts from and to, and whether an incident falls into that time."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.model.report import Report
from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reconciliation.bar import Bar

_BEFORE = 14
_AFTER = re.compile(r"\bafter\W*$", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(as of|as at|until|till|before|by|so far|up to)\b", re.IGNORECASE)


class Window(NamedTuple):
    """The days that a tally counts, null where open, and whether the first and the last are counted whole; null where
    the words leave that open.
    """

    since: date | None
    until: date | None
    since_inclusive: bool | None = None
    until_inclusive: bool | None = None


def window_of(tally: TallyMention, report: Report | None) -> Window:
    """The window of a tally, with what its words say of the edges.

    "Since" counts its day, as spokesmen use it; "after" does not. A last day that is told by "as of", "until" or "by",
    or that is only the day of the report, may have gone on behind the count.
    """
    until = last_day(tally, report)
    if tally.since is not None and tally.since == tally.until:
        return Window(tally.since, until, True, True)
    words = _words(tally, report)
    since = None if tally.since is None or not words else not _AFTER.search(words.partition(_DATE)[0])
    is_open = tally.until is None or not words or bool(_OPEN_END.search(words))
    return Window(tally.since, until, since, None if is_open else True)


def last_day(tally: TallyMention, report: Report | None) -> date | None:
    """The last day that a tally counts: its own, else the day on which its report was published, else unknown."""
    if tally.until is not None or report is None:
        return tally.until
    published = report.published_on
    if published and tally.since and published < tally.since:
        return None
    return published


def why_outside_window(incident: Countable, since: date | None, until: date | None) -> Bar | None:
    """Why an incident lies outside the days ``since`` to ``until`` (null is open), or null if it lies inside.

    An incident told to the day is inside if it shares a day with the window, so that the doubt of a time zone
    excludes nothing. One told more coarsely must lie inside with all its days; else it may lie there.
    """
    start, end = incident.start or incident.end, incident.end or incident.start
    if start is None or end is None:
        return None if since is None and until is None else Bar("its day is not told", may=True)
    if since and end < since:
        return Bar(f"before the window: {days(start, end)}")
    if until and start > until:
        return Bar(f"after the window: {days(start, end)}")
    inside_whole = (since is None or start >= since) and (until is None or end <= until)
    if inside_whole or incident.date_precision is DatePrecision.DAY:
        return None
    return Bar(f"only partly in the window: told as {days(start, end)}", may=True)


def why_not_surely_then(incident: Countable, window: Window) -> str | None:
    """Why an incident that shares a day with a window does not surely lie in it, or null if it does."""
    start, end = incident.start or incident.end, incident.end or incident.start
    if window.since is None:
        return "the tally does not say from when it counts"
    if start is None or end is None:
        return "its day is not told"
    if incident.date_basis in (DateBasis.PUBLICATION, DateBasis.NONE):
        return "its day is only that of a report"
    if start < window.since or (window.until is not None and end > window.until):
        return f"only partly in the window: told as {days(start, end)}"
    if end == window.until and window.until_inclusive is None:
        return "on the last day, which may have gone on behind the count"
    if start == window.since and window.since_inclusive is False:
        return "on the first day, which the count may leave out"
    return None


def days(start: date, end: date) -> str:
    """An interval of days in figures, shortened where year and month are the same: "2023-10-01 to 10"."""
    if start == end:
        return start.isoformat()
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.isoformat()} to {end.day:02d}"
    return f"{start.isoformat()} to {end.isoformat()}"


_DATE = "\0"


def _words(tally: TallyMention, report: Report | None) -> str:
    """The words of the window with those just before them; a mark stands between the two. Empty if none are quoted."""
    quote = tally.window_quote
    if quote is None:
        return ""
    before = report.text[max(0, quote.start - _BEFORE) : quote.start] if report is not None else ""
    return f"{before}{_DATE}{quote.exact}"
