"""Days, months, seasons and years that are named: from the phrase to the days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reading import date_calendar as cal
from tallystick.reading.date_calendar import Period
from tallystick.reading.date_lexicon import (
    DECADE_WORDS,
    HOLIDAYS,
    MONTHS,
    MOVED_DAYS,
    ORDINAL_WORDS,
    SEASONS,
    SMALL_NUMBERS,
    TENS,
    words,
)
from tallystick.reading.date_patterns import Phrase
from tallystick.reading.date_reading import (
    UNKNOWN_DAY,
    Context,
    Reading,
    Resolver,
    in_calendar,
    not_after_dateline,
    one_reading,
    stated_year,
    year_from_dateline,
    year_from_digits,
)

_EARLY: Final = words("early beginning start first")
_MIDDLE: Final = words("mid middle")
_LATE: Final = words("late end close latter last second")
_MONTHS_AHEAD: Final = 4
"""Months within which a month that may lie ahead is taken to do so."""
_DAYS_AHEAD: Final = 30
_YEARS_OF_DECADE: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


def part_told(phrase: Phrase) -> str:
    """``early``, ``mid`` or ``late`` where the phrase says so of a month or decade; else empty."""
    mods = phrase.word("mod")
    return "early" if mods in _EARLY else "mid" if mods in _MIDDLE else "late" if mods in _LATE else ""


def _day_of_month(month: int, day: int, phrase: Phrase, context: Context) -> Period:
    """A day and month, the year stated, told by the text, taken from the dateline, or the default."""
    year = (
        stated_year(phrase, context)
        or context.year_near(phrase.start)
        or year_from_dateline(month, day, phrase, context)
        or context.default_year
    )
    if year is None:
        exists = cal.make_day(2000, month, day) is not None
        return cal.no_period(f"XXXX-{month:02}-{day:02}", DatePrecision.DAY if exists else DatePrecision.UNKNOWN)
    found = cal.make_day(year, month, day)
    return cal.day_period(found) if found else cal.no_period(f"{year:04}-{month:02}-{day:02}")


def _days(phrase: Phrase, context: Context) -> list[Reading]:
    """One reading for each day of "October 17, 18 and 20"; month and year stay with the first or the last."""
    month = MONTHS[phrase.word("month")]
    days = [lexeme for lexeme in phrase.parts["days"] if lexeme.number]
    readings: list[Reading] = []
    bare = phrase.lexemes[0].text == "the" and days[0].text.isdigit()
    first = days[0].start if bare else phrase.start
    for day in days:
        whole = one_reading(phrase, _day_of_month(month, day.number, phrase, context), DateBasis.EXPLICIT)[0]
        start = first if day is days[0] else day.start
        end = phrase.end if day is days[-1] else day.end
        readings.append(whole._replace(start=start, end=end))
    return readings


def _week_of(phrase: Phrase, context: Context) -> list[Reading]:
    """As in "The week of March 6": the week that holds the day."""
    period = _day_of_month(MONTHS[phrase.word("month")], phrase.number("days"), phrase, context)
    return one_reading(phrase, cal.week_period(period.start) if period.start else period, DateBasis.EXPLICIT)


def _exact_day(phrase: Phrase, year: int, month: int, day: int) -> list[Reading]:
    found = cal.make_day(year, month, day)
    period = cal.day_period(found) if found else cal.no_period(f"{year:04}-{month:02}-{day:02}")
    return one_reading(phrase, period, DateBasis.EXPLICIT)


def _iso(phrase: Phrase, _context: Context) -> list[Reading]:
    year, month, day, *clock = (int(digits) for digits in re.findall(r"\d+", phrase.word("date"))[:5])
    readings = _exact_day(phrase, year, month, day)
    if len(clock) < 2 or readings[0].period.start is None:
        return readings
    value = f"{readings[0].period.value}T{clock[0]:02}:{clock[1]:02}"
    return [readings[0]._replace(type="TIME", period=readings[0].period._replace(value=value))]


def _numeric(phrase: Phrase, context: Context) -> list[Reading]:
    """27/10/2023: day first, unless only month first makes a day, or one that is not after the dateline."""
    first, second, year = (int(digits) for digits in re.split(r"[-/.]", phrase.word("date")))
    if year < 100:
        year = year_from_digits(year, context.anchor)
    day_first, month_first = cal.make_day(year, second, first), cal.make_day(year, first, second)
    if month_first and (day_first is None or (context.anchor and month_first <= context.anchor < day_first)):
        return _exact_day(phrase, year, first, second)
    return _exact_day(phrase, year, second, first)


def _nine_eleven(phrase: Phrase, _context: Context) -> list[Reading]:
    return _exact_day(phrase, 2001, 9, 11)


def _bare_day(phrase: Phrase, context: Context) -> list[Reading]:
    """The 27th: of the dateline's month, or of the latest one before that has passed such a day."""
    day, anchor = phrase.number("days"), context.anchor
    months = (cal.add_months(anchor.replace(day=1), -back) for back in range(13)) if anchor else ()
    for month in months:
        found = month and cal.make_day(month.year, month.month, day)
        if found and anchor and found <= anchor:
            return one_reading(phrase, cal.day_period(found), DateBasis.RELATIVE_TO_DATELINE)
    period = cal.no_period(f"XXXX-XX-{day:02}", DatePrecision.DAY)
    return one_reading(phrase, period, DateBasis.RELATIVE_TO_DATELINE)


def _holiday(phrase: Phrase, context: Context) -> list[Reading]:
    month, day = (1, 1) if phrase.tells("new") else HOLIDAYS[phrase.word("holiday")]
    if phrase.tells("eve"):
        month, day = (12, 31) if phrase.tells("new") else (month, day - 1)
    return one_reading(phrase, _day_of_month(month, day, phrase, context), DateBasis.EXPLICIT)


def _moved_day(phrase: Phrase, context: Context) -> list[Reading]:
    """Thanksgiving and the like: of the year told, else the last by the dateline, or one that is to come soon."""
    month, weekday, earliest = MOVED_DAYS[phrase.word("moved")]
    anchor = context.anchor
    year = stated_year(phrase, context) or context.default_year
    years = range(year, year + 1) if year else range(anchor.year - 1, anchor.year + 2) if anchor else range(0)
    firsts = (cal.make_day(year, month, earliest) for year in years)
    days = [day for first in firsts if first and (day := cal.weekday_on_or_after(first, weekday))]
    if anchor and not year:
        coming = next((day for day in days if day > anchor), None)
        near = coming is not None and (coming - anchor).days <= _DAYS_AHEAD and phrase.word("dir") != "last"
        ahead = near or phrase.word("dir") == "next" or context.looks_ahead(phrase.start)
        days = [coming] if coming and ahead else [day for day in days if day <= anchor][-1:]
    period = cal.day_period(days[0]) if days else cal.no_period(UNKNOWN_DAY, DatePrecision.DAY)
    return one_reading(phrase, period, DateBasis.EXPLICIT)


def _year_of_month(month: int, phrase: Phrase, context: Context) -> int | None:
    """The year of a month: stated, told by the text, taken from the dateline, or the default."""
    anchor = context.anchor
    year = stated_year(phrase, context)
    direction = phrase.word("dir")
    if year or anchor is None:
        return year or context.year_near(phrase.start) or context.default_year
    if direction in {"last", "past", "previous"}:
        return anchor.year - (month >= anchor.month)
    if direction in {"next", "coming"}:
        return anchor.year + (month <= anchor.month)
    if direction == "this" and context.may_lie_ahead(phrase.start):
        return anchor.year
    if near := context.year_near(phrase.start):
        return near
    ahead = month != anchor.month and _month_ahead(month, phrase, context)
    return anchor.year + (ahead and month < anchor.month) - (not ahead and month > anchor.month)


def _month_ahead(month: int, phrase: Phrase, context: Context) -> bool:
    """True if the next such month after the dateline is meant, not the last one before it."""
    near = context.anchor is not None and (month - context.anchor.month) % 12 <= _MONTHS_AHEAD
    return context.looks_ahead(phrase.start) or (near and context.may_lie_ahead(phrase.start))


def _month(phrase: Phrase, context: Context) -> list[Reading]:
    month = MONTHS[phrase.word("month")]
    part = part_told(phrase)
    year = in_calendar(_year_of_month(month, phrase, context))
    if not year:
        precision = DatePrecision.PART_OF_MONTH if part else DatePrecision.MONTH
        return one_reading(phrase, cal.no_period(f"XXXX-{month:02}", precision), DateBasis.EXPLICIT)
    period = cal.part_of_month_period(year, month, part) if part else cal.month_period(year, month)
    if phrase.tells("year", "short") or context.anchor is None:
        return one_reading(phrase, period, DateBasis.EXPLICIT)
    return one_reading(phrase, not_after_dateline(period, phrase, context), DateBasis.RELATIVE_TO_DATELINE)


def _months(phrase: Phrase, context: Context) -> list[Reading]:
    """As in "March to June 2015": two months that share a year."""
    first, last = phrase.parts["first"][0], phrase.parts["month"][0]
    year = _year_of_month(MONTHS[last.text], phrase, context)
    if not year:
        return []
    begin = cal.month_period(year - (MONTHS[first.text] > MONTHS[last.text]), MONTHS[first.text])
    return [
        Reading(first.start, first.end, begin, DateBasis.EXPLICIT, "DATE"),
        Reading(last.start, phrase.end, cal.month_period(year, MONTHS[last.text]), DateBasis.EXPLICIT, "DATE"),
    ]


def _year(phrase: Phrase, _context: Context) -> list[Reading]:
    return one_reading(phrase, cal.year_period(phrase.number("year")), DateBasis.EXPLICIT)


def _years(phrase: Phrase, _context: Context) -> list[Reading]:
    first = phrase.number("year")
    last = phrase.number("last") if phrase.tells("last") else first - first % 100 + phrase.number("short")
    period = cal.years_period(first, last, f"{first:04}/{last:04}")._replace(precision=DatePrecision.YEAR)
    return one_reading(phrase, period, DateBasis.EXPLICIT)


def _spoken_year(phrase: Phrase, _context: Context) -> list[Reading]:
    year = 1900 + TENS.get(phrase.word("tens"), 0) + SMALL_NUMBERS.get(phrase.word("digit"), 0)
    return one_reading(phrase, cal.year_period(year), DateBasis.EXPLICIT)


def _decade(phrase: Phrase, context: Context) -> list[Reading]:
    word = phrase.word("decade")
    digits = re.sub(r"\D", "", word)
    year = int(digits) if len(digits) == 4 else year_from_digits(int(digits or DECADE_WORDS[word]), context.anchor)
    first, last = _YEARS_OF_DECADE[part_told(phrase)]
    return one_reading(phrase, cal.years_period(year + first, year + last, f"{year // 10:03}"), DateBasis.EXPLICIT)


def _century(phrase: Phrase, _context: Context) -> list[Reading]:
    number = phrase.number("nth") or ORDINAL_WORDS[phrase.word("nth")]
    period = cal.years_period(number * 100 - 99, number * 100, f"{number - 1:02}")
    return one_reading(phrase, period, DateBasis.EXPLICIT)


def _season(phrase: Phrase, context: Context) -> list[Reading]:
    season = SEASONS[phrase.word("season")]
    anchor = context.anchor
    year = stated_year(phrase, context) or (None if anchor else context.default_year)
    if year:
        return one_reading(phrase, cal.season_period(year, season), DateBasis.EXPLICIT)
    if anchor is None:
        return one_reading(phrase, cal.no_period(f"XXXX-{season}"), DateBasis.EXPLICIT)
    around = [cal.season_period(year, season) for year in range(max(anchor.year - 2, 1), min(anchor.year + 2, 9999))]
    direction = phrase.word("dir")
    if direction == "this" and context.may_lie_ahead(phrase.start):
        period = cal.season_period(anchor.year, season)
    elif direction in {"next", "coming"} or context.looks_ahead(phrase.start):
        period = next((period for period in around if period.end and period.end >= anchor), around[-1])
    else:
        ended = [period for period in around if period.end and period.end < anchor]
        begun = [period for period in around if period.start and period.start <= anchor]
        period = [around[0], *(ended if direction == "last" else begun)][-1]
    return one_reading(phrase, not_after_dateline(period, phrase, context), DateBasis.RELATIVE_TO_DATELINE)


RESOLVERS: Final[Mapping[str, Resolver]] = {
    "iso": _iso,
    "numeric": _numeric,
    "nine_eleven": _nine_eleven,
    "week_of": _week_of,
    "day_list": _days,
    "day_month": _days,
    "short_year": _days,
    "month_day": _days,
    "month_list": _days,
    "bare_day": _bare_day,
    "holiday": _holiday,
    "moved_day": _moved_day,
    "month": _month,
    "months": _months,
    "year": _year,
    "years": _years,
    "spoken_year": _spoken_year,
    "decade": _decade,
    "century": _century,
    "season": _season,
}
