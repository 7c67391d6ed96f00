"""Calendar arithmetic: days, weeks, months and longer as intervals with a TIMEX3 value.

Weeks run from Monday to Sunday (ISO 8601). Years run from 1 to 9999; what falls outside is None, never an error.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final, NamedTuple

from tallystick.model.terms import DatePrecision

_SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month, meteorological, northern half of the globe; a winter runs into the next year."""
_PARTS_OF_MONTH: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


class Period(NamedTuple):
    """Days ``start`` to ``end``, both inclusive, null where not told; how finely told; the TIMEX3 value."""

    start: date | None
    end: date | None
    precision: DatePrecision
    value: str


def no_period(value: str, precision: DatePrecision = DatePrecision.UNKNOWN) -> Period:
    """A time of which no day is known."""
    return Period(None, None, precision, value)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, days: int) -> date | None:
    """``day`` moved by a number of days."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """``day`` moved by a number of months, to the last day of the month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day: date, number: int, unit: str) -> date | None:
    """``day`` moved by ``number`` units; clock units do not move it. Unit codes are those of the lexicon."""
    days = {"D": 1, "W": 7, "WE": 7, "FN": 14}
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
    if unit in days:
        return add_days(day, number * days[unit])
    if unit in months:
        return add_months(day, number * months[unit])
    return add_days(day, number // 24) if unit == "TH" and number > 0 else day


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, DatePrecision.DAY, day.isoformat())


def week_period(day: date) -> Period:
    """The week from Monday to Sunday that holds ``day``."""
    year, week, weekday = day.isocalendar()
    return Period(
        add_days(day, 1 - weekday) or day,
        add_days(day, 7 - weekday) or day,
        DatePrecision.WEEK,
        f"{year:04}-W{week:02}",
    )


def weekend_period(day: date) -> Period:
    """The Saturday and Sunday of the week that holds ``day``."""
    year, week, weekday = day.isocalendar()
    return Period(
        add_days(day, 6 - weekday) or day,
        add_days(day, 7 - weekday) or day,
        DatePrecision.DAY,
        f"{year:04}-W{week:02}-WE",
    )


def month_period(year: int, month: int) -> Period:
    """A month of the calendar."""
    last = calendar.monthrange(year, month)[1]
    return Period(date(year, month, 1), date(year, month, last), DatePrecision.MONTH, f"{year:04}-{month:02}")


def part_of_month_period(year: int, month: int, part: str) -> Period:
    """``early`` (1 to 10), ``mid`` (11 to 20) or ``late`` (21 to the end) in a month; the value is the month's."""
    first, last = _PARTS_OF_MONTH[part]
    last = min(last, calendar.monthrange(year, month)[1])
    return Period(
        date(year, month, first), date(year, month, last), DatePrecision.PART_OF_MONTH, f"{year:04}-{month:02}"
    )


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    return Period(
        date(year, 3 * quarter - 2, 1),
        month_period(year, 3 * quarter).end,
        DatePrecision.YEAR,
        f"{year:04}-Q{quarter}",
    )


def season_period(year: int, season: str) -> Period:
    """A season (SP, SU, FA, WI) by its year; the winter of a year begins in its December."""
    first, last = _SEASON_MONTHS[season]
    end = month_period(min(year + (last < first), 9999), last).end
    return Period(date(year, first, 1), end, DatePrecision.YEAR, f"{year:04}-{season}")


def year_period(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR, f"{year:04}")


def years_period(first: int, last: int, value: str) -> Period:
    """Several years, such as a decade or a century: coarser than any named precision."""
    if not 1 <= first <= last <= 9999:
        return no_period(value)
    return Period(date(first, 1, 1), date(last, 12, 31), DatePrecision.UNKNOWN, value)


def unit_period(day: date, unit: str) -> Period:
    """The day, week, month, … that holds ``day``, by unit code of the lexicon."""
    match unit:
        case "W" | "FN":
            return week_period(day)
        case "WE":
            return weekend_period(day)
        case "M":
            return month_period(day.year, day.month)
        case "Q":
            return quarter_period(day.year, (day.month + 2) // 3)
        case "Y":
            return year_period(day.year)
        case "DE":
            decade = day.year // 10
            return years_period(max(decade * 10, 1), decade * 10 + 9, f"{decade:03}")
        case "CE":
            century = day.year // 100
            return years_period(century * 100 + 1, century * 100 + 100, f"{century:02}")
        case _:
            return day_period(day)


def weekday_on_or_before(day: date, weekday: int) -> date | None:
    """The latest such week day (Monday 0) that is not after ``day``."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def weekday_on_or_after(day: date, weekday: int) -> date | None:
    """The earliest such week day (Monday 0) that is not before ``day``."""
    return add_days(day, (weekday - day.weekday()) % 7)


def year_of_day(anchor: date, month: int, day: int, *, ahead: bool) -> int | None:
    """The year of the last such day on or before ``anchor``, or of the first on or after it.

    None for a day that no year of the eight around has (31 February).
    """
    step = 1 if ahead else -1
    for year in range(anchor.year, anchor.year + 9 * step, step):
        found = make_day(year, month, day)
        if found and (found >= anchor if ahead else found <= anchor):
            return year
    return None
