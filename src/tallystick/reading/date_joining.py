"""Times that stand together: two ends of a range, a clock time and its day, "since" and what it opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reading.date_calendar import Period, add_days
from tallystick.reading.date_reading import Reading

_ON: Final = re.compile(r",?\s+(?:(?:on|of|early|late|the)\s+){0,2}", re.IGNORECASE)
_AT: Final = re.compile(r",?\s+(?:(?:at|around|about|approximately|by|in|just|before|after)\s+){0,2}", re.IGNORECASE)
_TO: Final = re.compile(r"\s+(?:to|until|till|through|thru|up\s+to)\s+(?:the\s+)?|\s*[-–—]\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:ever\s+)?since\s+(?:at\s+least\s+|the\s+|about\s+|around\s+)?\Z", re.IGNORECASE)
_UNTIL: Final = re.compile(
    r"\b(?:up\s+(?:to|until)|until|till|as\s+of)\s+(?:the\s+|late\s+|early\s+)?\Z", re.IGNORECASE
)
_ONWARDS: Final = re.compile(r"\s+onwards?\b", re.IGNORECASE)
_LEAD: Final = 24
"""Characters before a date in which "since", "from" and "between" are looked for."""
_WEAKER_BASIS: Final = tuple(DateBasis)
_GRAIN: Final = {
    DatePrecision.DAY: "day",
    DatePrecision.PART_OF_MONTH: "month",
    DatePrecision.MONTH: "month",
    DatePrecision.YEAR: "year",
}
_COARSER: Final = (DatePrecision.DAY, DatePrecision.PART_OF_MONTH, DatePrecision.MONTH, DatePrecision.YEAR)


def join(text: str, readings: list[Reading]) -> list[Reading]:
    """All that belongs together joined, but for the windows that "since" opens."""
    for pair in (_range, _clock_then_day, _day_then_clock):
        readings = _merge(text, readings, pair)
    return readings


def _merge(
    text: str, readings: list[Reading], pair: Callable[[str, Reading, Reading], Reading | None]
) -> list[Reading]:
    merged: list[Reading] = []
    for reading in readings:
        one = pair(text, merged[-1], reading) if merged else None
        if one:
            merged[-1] = one
        else:
            merged.append(reading)
    return merged


def _clock_then_day(text: str, first: Reading, last: Reading) -> Reading | None:
    """As in "19:15 on Thursday", "the night of Oct. 23"."""
    fits = first.is_clock_time and last.is_day and not last.is_clock_time and _ON.fullmatch(text, first.end, last.start)
    return _at(last, first.period.value, first.start, last.end) if fits else None


def _day_then_clock(text: str, first: Reading, last: Reading) -> Reading | None:
    """As in "Friday at about 10:25"."""
    fits = last.is_clock_time and first.is_day and first.type == "DATE" and _AT.fullmatch(text, first.end, last.start)
    return _at(first, last.period.value, first.start, last.end) if fits else None


def _at(day: Reading, clock: str, start: int, end: int) -> Reading:
    value = re.split("[T/]", day.period.value)[0] + clock
    return Reading(start, end, day.period._replace(value=value), day.basis, "TIME")


def _range(text: str, first: Reading, last: Reading) -> Reading | None:
    """As in "From 17 to 24 October", "between 17 October and Tuesday", "Oct. 17-30": two dates of one grain."""
    if not (_bounds(first) and _bounds(last)) or _GRAIN[first.period.precision] != _GRAIN[last.period.precision]:
        return None
    before = text[max(0, first.start - _LEAD) : first.start]
    if _AND.fullmatch(text, first.end, last.start):
        lead = _BETWEEN.search(before)
        if lead is None:
            return None
    elif _TO.fullmatch(text, first.end, last.start):
        lead = _FROM.search(before)
    else:
        return None
    begin, end = first.period.start, last.period.end
    if begin and end and begin > end:
        begin = _week_before(begin, end, first.basis)
        if begin is None:
            return None
        first = first._replace(period=first.period._replace(value=begin.isoformat()))
    period = Period(
        begin,
        end,
        max(first.period.precision, last.period.precision, key=_COARSER.index),
        f"{first.period.value}/{last.period.value}",
    )
    start = first.start - len(lead.group()) if lead else first.start
    basis = max(first.basis, last.basis, key=_WEAKER_BASIS.index)
    return Reading(start, last.end, period, basis, "DATE", ends=(first, last))


def _bounds(reading: Reading) -> bool:
    return reading.type == "DATE" and reading.period.precision in _GRAIN and "/" not in reading.period.value


def _week_before(begin: date, end: date, basis: DateBasis) -> date | None:
    """A week day moved to the week before, so that "from Friday to Sunday" runs forward."""
    return add_days(begin, -7) if basis is DateBasis.WEEKDAY and (begin - end).days <= 7 else None


def opens_window(text: str, reading: Reading) -> bool:
    """True if the reading stands after "since" or "until"."""
    return _window(text, reading, 0) is not reading


def open_windows(text: str, readings: list[Reading]) -> list[Reading]:
    """Readings after "since" (no end) and "until" (no start), their quotes widened to that word."""
    floors = [0, *(reading.end for reading in readings)]
    return [_window(text, reading, floor) for reading, floor in zip(readings, floors, strict=False)]


def _window(text: str, reading: Reading, floor: int) -> Reading:
    if reading.basis is DateBasis.NONE or reading.type not in {"DATE", "TIME"}:
        return reading
    before = text[max(floor, reading.start - _LEAD) : reading.start]
    onwards = _ONWARDS.match(text, reading.end)
    if onwards and (lead := _FROM.search(before)):
        since = reading._replace(end=onwards.end())
    elif lead := _SINCE.search(before):
        since = reading
    elif lead := _UNTIL.search(before):
        return reading._replace(start=reading.start - len(lead.group()), period=reading.period._replace(start=None))
    else:
        return reading
    return since._replace(start=reading.start - len(lead.group()), period=reading.period._replace(end=None))
