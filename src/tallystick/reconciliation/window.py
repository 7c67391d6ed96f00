"""When a tally counts from and to, and whether an incident falls into that time."""

from __future__ import annotations

from datetime import date

from tallystick.model.incident import Incident
from tallystick.model.mention import TallyMention
from tallystick.model.report import Report
from tallystick.model.terms import DatePrecision


def last_day(tally: TallyMention, report: Report | None) -> date | None:
    """The last day that a tally counts: its own, else the day on which its report was published, else unknown."""
    if tally.until is not None or report is None:
        return tally.until
    published = report.published_on
    if published and tally.since and published < tally.since:
        return None
    return published


def why_outside_window(incident: Incident, since: date | None, until: date | None) -> str | None:
    """Why an incident lies outside the days ``since`` to ``until`` (null is open), or null if it lies inside.

    An incident told to the day is inside if it shares a day with the window, so that the doubt of a time zone
    excludes nothing. One told more coarsely must lie inside with all its days.
    """
    start, end = incident.start or incident.end, incident.end or incident.start
    if start is None or end is None:
        return None if since is None and until is None else "its day is not told"
    if since and end < since:
        return f"before the window: {days(start, end)}"
    if until and start > until:
        return f"after the window: {days(start, end)}"
    inside_whole = (since is None or start >= since) and (until is None or end <= until)
    if inside_whole or incident.date_precision is DatePrecision.DAY:
        return None
    return f"only partly in the window: told as {days(start, end)}"


def days(start: date, end: date) -> str:
    """An interval of days in figures, shortened where year and month are the same: "2023-10-01 to 10"."""
    if start == end:
        return start.isoformat()
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.isoformat()} to {end.day:02d}"
    return f"{start.isoformat()} to {end.isoformat()}"
