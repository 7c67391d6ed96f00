"""What a server says of time, read by its own clock: ours may be wrong, and so may its."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{1,10}")
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)


def server_time(headers: Mapping[str, str]) -> datetime | None:
    """The server's time when it sent the answer, in UTC; None if it does not say.

    An answer that a cache kept for a while (RFC 9111, 5.1) bears the time of its making; its age is added.
    """
    made = _date_in(headers.get("date", ""))
    age = headers.get("age", "").strip()
    return made + timedelta(seconds=int(age)) if made and _SECONDS.fullmatch(age) else made


def retry_after(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """For how long the server asks to be left alone (RFC 9110, 10.2.3), never negative; None if it does not.

    A date there is read against the server's own ``Date``, and against ``now`` if it gives none.
    """
    value = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(value):
        return timedelta(seconds=int(value))
    until = _date_in(value)
    return None if until is None else max(until - (server_time(headers) or now), timedelta(0))


def fresh_for(headers: Mapping[str, str]) -> timedelta | None:
    """For how long the answer stays fresh (RFC 9111, 4.2.1), never negative; None if the server does not say.

    ``max-age`` goes before ``Expires``, which says nothing without the server's own ``Date``.
    """
    if found := _MAX_AGE.search(headers.get("cache-control", "")):
        return timedelta(seconds=int(found[1]))
    until, made = _date_in(headers.get("expires", "")), _date_in(headers.get("date", ""))
    return max(until - made, timedelta(0)) if until and made else None


def _date_in(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value.strip())
        # "GMT" is what the standard wants; a time without a zone is taken for that.
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
