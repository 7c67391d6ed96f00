"""A moment of a ledger, as a user writes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tallystick.errors import Code, TallystickError


def moment_from(value: str | None, *, end_of_day: bool = False) -> datetime | int | None:
    """The moment that an option gives: the number of a derivation, a time (in UTC unless it says its zone), or a day,
    which stands for its first moment or, as ``end_of_day``, for its last.

    Raises:
        TallystickError: E502 if it is none of these.

    """
    if value is None:
        return None
    if value.isascii() and value.isdigit() and len(value) < 8:  # eight digits are a day written without dashes
        return int(value)
    try:
        if len(value) <= len("YYYY-MM-DD"):
            day = date.fromisoformat(value)
            start = datetime(day.year, day.month, day.day, tzinfo=UTC)
            return start + timedelta(days=1) if end_of_day else start
        time = datetime.fromisoformat(value)
    except (ValueError, OverflowError):
        raise TallystickError(Code.E502, value=value) from None
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)
