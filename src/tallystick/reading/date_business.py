"""Quarters, and the periods that a business report compares: from the phrase to the days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tallystick.model.terms import DateBasis
from tallystick.reading import date_calendar as cal
from tallystick.reading.date_calendar import Period
from tallystick.reading.date_lexicon import ORDINAL_WORDS
from tallystick.reading.date_patterns import Phrase
from tallystick.reading.date_reading import Context, Reading, Resolver, not_after_dateline, one_reading, stated_year


def quarter_told(context: Context, *, year: int | None = None, years: int = 0) -> Period | None:
    """The quarter that a business report speaks of, in another year or moved by years; None if it speaks of none."""
    told = context.quarter
    if told is None:
        return None
    number, of_year = told
    year = (year or of_year) + years
    return cal.quarter_period(year, number) if 1 <= year <= 9999 else None


def _quarter(phrase: Phrase, context: Context) -> list[Reading]:
    """A named quarter: without a year the latest that had begun by the dateline."""
    quarter = ORDINAL_WORDS[phrase.word("nth")]
    year, anchor = stated_year(phrase, context), context.anchor
    if year:
        return one_reading(phrase, cal.quarter_period(year, quarter), DateBasis.EXPLICIT)
    if anchor is None:
        return one_reading(phrase, cal.no_period(f"XXXX-Q{quarter}"), DateBasis.EXPLICIT)
    period = cal.quarter_period(max(anchor.year - (anchor.month < 3 * quarter - 2), 1), quarter)
    if period.end and period.end < anchor:
        context.quarter = (quarter, period.end.year)
    return one_reading(phrase, not_after_dateline(period, phrase, context), DateBasis.RELATIVE_TO_DATELINE)


def _that_quarter(phrase: Phrase, context: Context) -> list[Reading]:
    """As in "The (latest) quarter": the one told, else the last that had ended by the dateline."""
    year = phrase.number("year") if phrase.tells("year") else None
    period = quarter_told(context, year=year) or (cal.year_period(year) if year else _last_quarter(context, 0))
    return one_reading(phrase, period, DateBasis.RELATIVE_TO_DATELINE)


def _year_before(phrase: Phrase, context: Context) -> list[Reading]:
    """As in "The year-earlier quarter", "year-ago results": what the told quarter is compared with, else last year."""
    period = quarter_told(context, years=-1)
    if period is None and phrase.word("unit") == "quarter":
        period = _last_quarter(context, -1)
    if period is None:
        day = cal.add_units(context.anchor, -1, "Y") if context.anchor else None
        period = cal.year_period(day.year) if day else cal.no_period("XXXX")
    return one_reading(phrase, period, DateBasis.RELATIVE_TO_DATELINE)


def _last_quarter(context: Context, years: int) -> Period:
    day = cal.add_months(context.anchor, 12 * years - 3) if context.anchor else None
    return cal.unit_period(day, "Q") if day else cal.no_period("XXXX-QX")


RESOLVERS: Final[Mapping[str, Resolver]] = {
    "quarter": _quarter,
    "that_quarter": _that_quarter,
    "year_before": _year_before,
}
