"""The days on which an event can have happened, as its report tells it."""

from __future__ import annotations

from datetime import date, timedelta

from tallystick.model.mention import EventMention

NEWS_DAYS = 31
"""A report that tells no day for an event, and does not tell it as history, is read as telling of this many days."""

Window = tuple[date | None, date | None]
"""The first and the last day; null for an open end."""


def window_of(mention: EventMention, published: date | None) -> Window:
    """The window of an event in a report that came out on the day ``published``."""
    when = mention.when
    if when.is_known:
        return when.start, when.end or published
    if published is None:
        return None, None
    return None if mention.background else published - timedelta(days=NEWS_DAYS), published


def days_between(one: Window, other: Window) -> int:
    """Whole days between two windows; zero where they touch or are open."""
    (start, end), (other_start, other_end) = one, other
    gaps = (
        (other_start - end).days if end and other_start else 0,
        (start - other_end).days if other_end and start else 0,
    )
    return max(*gaps, 0)
