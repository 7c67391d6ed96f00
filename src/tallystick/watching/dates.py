"""Which of the days that a feed gives its entries are not believed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from tallystick.sources.day import parse_published
from tallystick.sources.feeds.feed import Entry

WIDEST_ZONE = timedelta(hours=14)
"""The local time of no place is further ahead of UTC (IANA time zones, Pacific/Kiritimati)."""
AT_ONCE = timedelta(minutes=5)
"""Stamps closer than this to the poll are those of the poll."""
LEAST = 3
"""So many entries must bear the time of the poll for it to be no chance."""


def doubt_dates(entries: tuple[Entry, ...], *, now: datetime, oldest: timedelta) -> tuple[Entry, ...]:
    """The same entries, with a doubt where the day cannot be what the feed says.

    An entry is no news of the future: up to ``WIDEST_ZONE`` ahead it is taken for local time called UTC, which leaves
    the day in doubt by one at most. Nor is it older than ``oldest``, as one that bears the zero of a clock is. Where
    all dated entries, ``LEAST`` of them or more, bear the time of the poll, the server writes the time of asking.
    """
    moments = [moment for entry in entries if (moment := _moment_of(entry.published)) is not None]
    is_made_up = len(moments) >= LEAST and all(abs(moment - now) <= AT_ONCE for moment in moments)
    return tuple(replace(entry, doubt=_doubt_of(entry, now, oldest, is_made_up=is_made_up)) for entry in entries)


def _doubt_of(entry: Entry, now: datetime, oldest: timedelta, *, is_made_up: bool) -> str | None:
    day = _day_of(entry.published)
    if day is None:
        return None
    if is_made_up:
        return "all entries bear the time of asking"
    moment = _moment_of(entry.published)
    if moment > now + WIDEST_ZONE if moment else day > (now + WIDEST_ZONE).date():
        return "it is in the future"
    if day < (now - oldest).date():
        return f"it is longer ago than {oldest.days} days"
    return None


def _day_of(value: str | None) -> date | None:
    try:
        return parse_published(value or "")
    except ValueError:
        return None


def _moment_of(value: str | None) -> datetime | None:
    """A stamp with a time of day, in UTC; None for anything else, a day alone included."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse((value or "").strip())
            moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment if len((value or "").strip()) > len("2024-03-02") else None
    return None
