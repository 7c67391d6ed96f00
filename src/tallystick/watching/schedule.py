"""When a feed is asked for again. No clock is read and no dice are thrown here: both are handed in."""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST_BACK_OFF = timedelta(days=1)
"""A feed that fails is tried at least so often, if nobody asks for more."""
LONGEST_WISH = timedelta(days=1)
"""So much is granted to what a feed says of how often it changes."""
LONGEST_RETRY_AFTER = timedelta(days=7)
"""So much is granted to a server that asks to be left alone."""


def wait_until_next(
    *,
    every: timedelta,
    jitter: float,
    chance: float,
    failures: int = 0,
    wish: timedelta | None = None,
    retry_after: timedelta | None = None,
) -> timedelta:
    """How long a feed is left alone after a poll.

    It is ``every``, or longer if the feed wishes so; doubled with each failure in a row, up to ``LONGEST_BACK_OFF``;
    never shorter than the server's Retry-After (RFC 9110, 10.2.3). A share of it, ``jitter`` times ``chance``, is
    added, so that feeds polled together drift apart. It is never shortened: politeness goes before freshness.

    Args:
        every: the shortest time between two polls.
        jitter: the largest share that is added, 0 to 1.
        chance: a random number, 0 to 1.
        failures: how many polls in a row failed.
        wish: for how long the feed says that it will not change.
        retry_after: for how long the server asked to be left alone.

    """
    wait = max(every, min(wish or every, LONGEST_WISH))
    if failures:
        # From 2 ** 12 on, even a minute is beyond the longest.
        wait = max(wait, min(wait * 2 ** min(failures, 12), LONGEST_BACK_OFF))
    if retry_after is not None:
        wait = max(wait, min(retry_after, LONGEST_RETRY_AFTER))
    return wait * (1 + jitter * chance)


def time_left(due: datetime | None, *, now: datetime, longest: timedelta) -> timedelta:
    """How long until a feed is due, by a moment noted before the program last stopped; nothing if none was.

    ``longest`` bounds it: a clock that was set back since must not put a feed off for years.
    """
    if due is None:
        return timedelta(0)
    return min(max(due - now, timedelta(0)), longest)
