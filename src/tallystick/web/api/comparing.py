"""The ways in which ``NAME_where`` has numbers, days and times compared, and the bounds that follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tallystick.errors import Code, TallystickError

BETWEEN = "BETWEEN"
WAYS = (BETWEEN, "=", ">", ">=", "<", "<=")
CHANGED_WAYS = (">=", ">")
MOST = 1_000_000_000


@dataclass(frozen=True)
class Bounds:
    """The least and the greatest whole number that fits, both inclusive; null where there is no bound."""

    least: int | None = None
    most: int | None = None

    def __and__(self, other: Bounds) -> Bounds:
        """What fits both."""
        least = [each for each in (self.least, other.least) if each is not None]
        most = [each for each in (self.most, other.most) if each is not None]
        return Bounds(max(least, default=None), min(most, default=None))


def read_days(values: Sequence[str], way: str) -> Bounds:
    """The bounds that ``event_date`` sets, as numbers of days (``date.toordinal``).

    Raises:
        TallystickError: E801 if a value is no day, or there are more or fewer than the way of comparing takes.

    """
    return _bounds("event_date", values, way, read=_day)


def read_years(values: Sequence[str], way: str) -> Bounds:
    """The bounds that ``year`` sets, as numbers of days. Raises TallystickError E801 as ``read_days`` does."""
    years = _bounds("year", values, way, read=_year)
    least = date(max(years.least, date.min.year), 1, 1) if years.least is not None else None
    most = date(min(years.most, date.max.year), 12, 31) if years.most is not None else None
    return Bounds(least.toordinal() if least else None, most.toordinal() if most else None)


def read_dead(values: Sequence[str], way: str) -> Bounds:
    """The bounds that ``fatalities`` sets. Raises TallystickError E801 as ``read_days`` does."""
    return _bounds("fatalities", values, way, read=_number)


def read_moment(value: str, way: str) -> datetime:
    """The moment from which on something must have changed, given in seconds since 1970 or as a day.

    Raises:
        TallystickError: E801 if it is neither, or is compared otherwise than by ``>=`` or ``>``.

    """
    later = one_of("timestamp", way or CHANGED_WAYS[0], CHANGED_WAYS) == ">"
    try:
        seconds = value.isascii() and value.isdigit()
        told = datetime.fromtimestamp(int(value), UTC) if seconds else datetime.fromisoformat(value)
        zoned = told if told.tzinfo else told.replace(tzinfo=UTC)
        # ACLED counts in whole seconds.
        return zoned + timedelta(seconds=1) if later else zoned
    except (ValueError, OverflowError, OSError):
        wanted = "seconds since 1970, or a day, YYYY-MM-DD"
        raise TallystickError(Code.E801, name="timestamp", value=value, wanted=wanted) from None


def one_of(name: str, way: str, ways: Sequence[str]) -> str:
    """The way of comparing. Raises TallystickError E801 if it is none of these."""
    if way not in ways:
        raise TallystickError(Code.E801, name=f"{name}_where", value=way, wanted=f"one of {', '.join(ways)}")
    return way


def _bounds(name: str, values: Sequence[str], way: str, *, read: Callable[[str, str], int]) -> Bounds:
    numbers = [read(name, value.strip()) for value in values]
    way = way or (BETWEEN if len(numbers) == 2 else "=")
    if way not in WAYS or len(numbers) != (2 if way == BETWEEN else 1):
        wanted = f"one of {', '.join(WAYS)}, with two values joined by | for BETWEEN and else one"
        raise TallystickError(Code.E801, name=f"{name}_where", value=way, wanted=wanted)
    least, most = min(numbers), max(numbers)
    return {
        BETWEEN: Bounds(least, most),
        "=": Bounds(least, most),
        ">": Bounds(least=least + 1),
        ">=": Bounds(least=least),
        "<": Bounds(most=most - 1),
        "<=": Bounds(most=most),
    }[way]


def _day(name: str, value: str) -> int:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise TallystickError(Code.E801, name=name, value=value, wanted="a day, YYYY-MM-DD") from None
    # So that the day before and the day after are days too.
    return min(max(found.toordinal(), date.min.toordinal() + 1), date.max.toordinal() - 1)


def _year(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and date.min.year < int(value[:5]) < date.max.year):
        raise TallystickError(Code.E801, name=name, value=value, wanted="a year, YYYY")
    return int(value[:5])


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value[:10]) <= MOST):
        raise TallystickError(Code.E801, name=name, value=value, wanted="a whole number from 0 on")
    return int(value[:10])
