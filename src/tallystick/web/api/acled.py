"""Filters as the clients of ACLED's API name and write them, read as ours.

``country=Iraq|SY``; ``event_date=2023-10-17|2023-11-07`` with ``event_date_where`` of ``BETWEEN``, ``=``, ``>``,
``>=``, ``<`` or ``<=``; several values joined by ``|`` (acleddata.com, API user guide).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from tallystick.errors import Code, TallystickError
from tallystick.publishing.brief.basemap import countries
from tallystick.web.catalogue.facets import FACET

WHERE = ("BETWEEN", "=", ">", ">=", "<", "<=")
_DAY = timedelta(days=1)


def read_parameters(given: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters as those of our own pages.

    Raises:
        TallystickError: E801 if a value does not fit its parameter.

    """
    pairs = list(given)
    where = next((value for name, value in reversed(pairs) if name == "event_date_where"), "")
    found: list[tuple[str, str]] = []
    for name, value in pairs:
        if name == "event_date":
            found += _days(value, where.upper())
        elif name in FACET:
            found += [(name, _code(name, each)) for each in value.split("|") if each]
        else:
            found.append((name, value))
    return found


def _code(name: str, value: str) -> str:
    return _countries().get(value.casefold(), value) if name == "country" else value


@cache
def _countries() -> dict[str, str]:
    return {shape.name.casefold(): shape.country for shape in countries() if shape.country}


def _days(value: str, where: str) -> Iterator[tuple[str, str]]:
    days = [_day(each) for each in value.split("|")]
    way = where or ("BETWEEN" if len(days) == 2 else "=")
    if way not in WHERE or len(days) != (2 if way == "BETWEEN" else 1):
        wanted = f"one of {', '.join(WHERE)}, with two days joined by | for BETWEEN and else one"
        raise TallystickError(Code.E801, name="event_date_where", value=way, wanted=wanted)
    first, last = min(days), max(days)
    if way in ("BETWEEN", "=", ">="):
        yield "since", first.isoformat()
    if way == ">":
        yield "since", (first + _DAY).isoformat()
    if way in ("BETWEEN", "=", "<="):
        yield "until", last.isoformat()
    if way == "<":
        yield "until", (last - _DAY).isoformat()


def _day(value: str) -> date:
    try:
        found = date.fromisoformat(value.strip())
    except ValueError:
        raise TallystickError(Code.E801, name="event_date", value=value, wanted="a day, YYYY-MM-DD") from None
    # So that the day before and the day after are days too.
    return min(max(found, date.min + _DAY), date.max - _DAY)
