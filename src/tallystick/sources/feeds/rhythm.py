"""How often a feed says that it changes."""

from __future__ import annotations

from datetime import timedelta

from tallystick.sources.feeds.xml import line_in, parse_xml, tag_of

# RSS 1.0 syndication module (web.resource.org/rss/1.0/modules/syndication).
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}


def read_rhythm(text: str) -> timedelta | None:
    """The time between two changes that a feed in XML states: ``ttl`` (RSS 2.0, in minutes) or ``sy:updatePeriod``.

    The longer one, if it states both; None if it states neither, or nothing that can be read.
    """
    root = parse_xml(text)
    if root is None:
        return None
    channel = next((each for each in root if tag_of(each) == "channel"), root)
    stated = []
    if minutes := _number(line_in(channel, "ttl")):
        stated.append(timedelta(minutes=minutes))
    period = _PERIODS.get((line_in(channel, "sy:updatePeriod") or "").lower())
    if period is not None:
        stated.append(period / (_number(line_in(channel, "sy:updateFrequency")) or 1))
    return max(stated, default=None)


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= 7 else None
