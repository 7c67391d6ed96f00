"""Times that stand together: a clock time and its day, two ends of a range, "since" and what it opens."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reading.date_calendar import Period, add_days
from tallystick.reading.date_resolving import Reading

_OF_DAY: Final = re.compile(r",?\s+(?:(?:on|of|early|late|the)\s+){0,2}", re.IGNORECASE)
_AT_TIME: Final = re.compile(
    r",?\s+(?:(?:at|around|about|approximately|by|in|just|before|after|from)\s+){0,2}", re.IGNORECASE
)
_TO: Final = re.compile(r"\s+(?:to|until|till|through|thru|up\s+to)\s+(?:the\s+)?|\s*[-–—]\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:ever\s+)?since\s+(?:at\s+least\s+|the\s+|about\s+|around\s+)?\Z", re.IGNORECASE)
_UNTIL: Final = re.compile(
    r"\b(?:up\s+(?:to|until)|until|till|as\s+of|through)\s+(?:the\s+|late\s+|early\s+)?\Z", re.IGNORECASE
)
_ONWARDS: Final = re.compile(r"\s+onwards?\b", re.IGNORECASE)
_LEAD: Final = 24
"""Characters before a date in which "since", "from" and "between" are looked for."""
_WEAKER: Final = (
    DateBasis.EXPLICIT,
    DateBasis.WEEKDAY,
    DateBasis.RELATIVE_TO_DATELINE,
    DateBasis.PUBLICATION,
    DateBasis.NONE,
)
_COARSER: Final = (
    DatePrecision.DAY,
    DatePrecision.WEEK,
    DatePrecision.PART_OF_MONTH,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
    DatePrecision.UNKNOWN,
)


def is_clock_time(reading: Reading) -> bool:
    """True for a time of day whose day is told elsewhere."""
    return reading.type == "TIME" and reading.period.value.startswith("T")


def is_one_day(reading: Reading) -> bool:
    """True for a day of the calendar, known or not, with or without its hour."""
    return reading.type in {"DATE", "TIME"} and reading.period.precision is DatePrecision.DAY


def join_clock_times(text: str, readings: list[Reading]) -> list[Reading]:
    """A clock time or part of the day merged with the day that stands next to it ("19:15 on Thursday")."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        if last and is_clock_time(last) and is_one_day(reading) and _OF_DAY.fullmatch(text, last.end, reading.start):
            joined[-1] = _at(reading, last.period.value, last.start, reading.end)
        else:
            joined.append(reading)
    result: list[Reading] = []
    for reading in joined:
        last = result[-1] if result else None
        if (
            last
            and is_clock_time(reading)
            and is_one_day(last)
            and last.type == "DATE"
            and _AT_TIME.fullmatch(text, last.end, reading.start)
        ):
            result[-1] = _at(last, reading.period.value, last.start, reading.end)
        else:
            result.append(reading)
    return result


def _at(day: Reading, clock: str, start: int, end: int) -> Reading:
    value = day.period.value.partition("T")[0] + clock
    return Reading(start, end, day.period._replace(value=value), day.basis, "TIME")


def join_ranges(text: str, readings: list[Reading]) -> list[Reading]:
    """Two dates that bound a stretch ("from 17 to 24 October", "between 17 October and Tuesday") as one reading."""
    result: list[Reading] = []
    for reading in readings:
        last = result[-1] if result else None
        joined = last and _range(text, last, reading)
        if joined:
            result[-1] = joined
        else:
            result.append(reading)
    return result


def _range(text: str, first: Reading, last: Reading) -> Reading | None:
    if not (_is_date(first) and _is_date(last)):
        return None
    before = text[max(0, first.start - _LEAD) : first.start]
    lead = _BETWEEN.search(before) if _AND.fullmatch(text, first.end, last.start) else None
    if lead is None:
        if not _TO.fullmatch(text, first.end, last.start):
            return None
        lead = _FROM.search(before)
    begin, end = first.period.start, last.period.end
    if begin and end and begin > end:
        begin = _moved_before(begin, end, first.basis)
        if begin is None:
            return None
    start = first.start - len(lead.group()) if lead else first.start
    period = Period(
        begin,
        end,
        max(first.period.precision, last.period.precision, key=_COARSER.index),
        f"{first.period.value}/{last.period.value}",
    )
    return Reading(start, last.end, period, max(first.basis, last.basis, key=_WEAKER.index), "DATE")


def _is_date(reading: Reading) -> bool:
    return (
        reading.type == "DATE"
        and reading.basis is not DateBasis.NONE
        and "/" not in reading.period.value
        and not reading.period.value.endswith("_REF")
    )


def _moved_before(begin: date, end: date, basis: DateBasis) -> date | None:
    """A week day taken from the week before, so that "from Friday to Sunday" runs forward."""
    return add_days(begin, -7) if basis is DateBasis.WEEKDAY and (begin - end).days <= 7 else None


def open_windows(text: str, readings: list[Reading]) -> list[Reading]:
    """Readings after "since" (no end) and "until" (no start), their quotes widened to that word."""
    result = []
    floor = 0
    for reading in readings:
        result.append(_window(text, reading, floor) if _is_date(reading) or _is_timed_day(reading) else reading)
        floor = reading.end
    return result


def _is_timed_day(reading: Reading) -> bool:
    return reading.type == "TIME" and is_one_day(reading)


def _window(text: str, reading: Reading, floor: int) -> Reading:
    before = text[max(floor, reading.start - _LEAD) : reading.start]
    period = reading.period
    onwards = _ONWARDS.match(text, reading.end)
    if onwards and (lead := _FROM.search(before)):
        return reading._replace(
            start=reading.start - len(lead.group()), end=onwards.end(), period=period._replace(end=None)
        )
    if lead := _SINCE.search(before):
        return reading._replace(start=reading.start - len(lead.group()), period=period._replace(end=None))
    if lead := _UNTIL.search(before):
        return reading._replace(start=reading.start - len(lead.group()), period=period._replace(start=None))
    return reading
