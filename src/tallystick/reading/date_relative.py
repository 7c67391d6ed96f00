"""Days told from the dateline or from another day of the text: from the phrase to the days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reading import date_calendar as cal
from tallystick.reading.date_business import quarter_told
from tallystick.reading.date_calendar import Period
from tallystick.reading.date_explicit import part_told
from tallystick.reading.date_lexicon import UNITS, WEEKDAYS, words
from tallystick.reading.date_numbers import count_of, duration_value
from tallystick.reading.date_patterns import Phrase
from tallystick.reading.date_reading import (
    UNKNOWN_DAY,
    Context,
    Reading,
    Resolver,
    not_after_dateline,
    one_reading,
    part_of_day,
    timed_reading,
    unknown_value,
)

_AFTER: Final = words("next coming following ahead")
_BEFORE: Final = words("last past previous preceding")
_FROM_TOLD: Final = words("following preceding previous")
_VAGUELY_PAST: Final = words("recent past")
_PRECISION_OF_UNIT: Final = {
    "D": DatePrecision.DAY,
    "W": DatePrecision.WEEK,
    "M": DatePrecision.MONTH,
    "Y": DatePrecision.YEAR,
    "TH": DatePrecision.DAY,
    "TM": DatePrecision.DAY,
    "TS": DatePrecision.DAY,
}
_MOST: Final = {"D": 7, "W": 6, "M": 11, "Y": 9}
"""How far back "a few" or "recent" may reach, in each unit."""
_NEXT_COARSER: Final = {"D": DatePrecision.WEEK, "W": DatePrecision.MONTH, "M": DatePrecision.YEAR}


def _weekday(phrase: Phrase, context: Context) -> list[Reading]:
    """The nearest such day on or before the dateline; "next" and a future verb take the one after it."""
    weekday = WEEKDAYS[phrase.word("weekday")]
    direction = set(phrase.word("dir").split())
    anchor = context.reference if direction & _FROM_TOLD else context.anchor
    found: date | None = None
    if anchor and direction & _BEFORE:
        found = cal.weekday_on_or_before(cal.add_days(anchor, -1) or anchor, weekday)
    elif anchor and direction & _AFTER:
        found = cal.weekday_on_or_after(cal.add_days(anchor, 1) or anchor, weekday)
    elif anchor and context.looks_ahead(phrase.start):
        found = cal.weekday_on_or_after(anchor, weekday)
    elif anchor:
        found = cal.weekday_on_or_before(anchor, weekday)
    period = cal.day_period(found) if found else cal.no_period(f"XXXX-WXX-{weekday + 1}", DatePrecision.DAY)
    return timed_reading(phrase, period, DateBasis.WEEKDAY, part_of_day(phrase))


def _deictic(phrase: Phrase, context: Context) -> list[Reading]:
    """Today, yesterday, last night, overnight. A night that ends on the dateline keeps both its days."""
    word = phrase.word("day")
    part = "NI" if word in {"tonight", "overnight"} else part_of_day(phrase)
    offset = {"yesterday": -1, "last": -1, "overnight": -1, "tomorrow": 1}.get(word, 0)
    found = cal.add_days(context.anchor, offset) if context.anchor else None
    period = cal.day_period(found) if found else cal.no_period(UNKNOWN_DAY, DatePrecision.DAY)
    if found and word == "overnight":
        period = period._replace(end=context.anchor)
    return timed_reading(phrase, period, DateBasis.RELATIVE_TO_DATELINE, part)


def _period(phrase: Phrase, context: Context) -> list[Reading]:
    """Last week, this month, earlier this year, the weekend."""
    unit, anchor = UNITS[phrase.word("unit")], context.anchor
    offset = {"last": -1, "next": 1}.get(phrase.word("dir"), 0)
    day = None
    if anchor:
        still_to_come = unit == "WE" and offset == 0 and anchor.weekday() < 5
        if still_to_come and not context.looks_ahead(phrase.start):
            offset = -1
        day = cal.add_units(anchor, offset, unit)
    if day is None:
        return one_reading(phrase, cal.no_period(unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
    part = part_told(phrase)
    in_part = unit == "M" and part
    period = cal.part_of_month_period(day.year, day.month, part) if in_part else cal.unit_period(day, unit)
    return one_reading(phrase, not_after_dateline(period, phrase, context), DateBasis.RELATIVE_TO_DATELINE)


def _relative(phrase: Phrase, context: Context) -> list[Reading]:
    """The next day, the same night, that week: from the day told before."""
    direction = phrase.word("dir")
    step = int(direction in {"next", "following", "after", "later"})
    step -= direction in {"previous", "preceding", "before", "earlier"}
    return _stepped(phrase, context, step, UNITS.get(phrase.word("unit"), "D"))


def _stepped(phrase: Phrase, context: Context, step: int, unit: str) -> list[Reading]:
    """The period so many units from the day told before; unknown if it fell after the dateline."""
    reference = context.reference_for(unit) if unit in {"M", "Y"} else context.reference
    day = cal.add_units(reference, step, unit) if reference else None
    period = cal.no_period(unknown_value(unit))
    if day and not _past_dateline(day, step, phrase, context):
        period = not_after_dateline(cal.unit_period(day, unit), phrase, context)
    return timed_reading(phrase, period, DateBasis.RELATIVE_TO_DATELINE, part_of_day(phrase))


def _past_dateline(day: date, step: int, phrase: Phrase, context: Context) -> bool:
    late = context.anchor is not None and day > context.anchor
    return late and step > 0 and not context.looks_ahead(phrase.start)


def _shift(phrase: Phrase, context: Context) -> list[Reading]:
    """Two days ago, from the dateline; two days later, from the day told before, with the clock if that was told."""
    unit, count = UNITS[phrase.word("unit")], count_of(phrase.parts.get("qty", ()))
    direction, anchor = phrase.word("dir"), context.anchor
    if unit == "Y" and count == 1 and direction in {"ago", "earlier"} and (quarter := quarter_told(context, years=-1)):
        return one_reading(phrase, quarter, DateBasis.RELATIVE_TO_DATELINE)
    if direction != "ago":
        if count is None:
            return one_reading(phrase, cal.no_period(unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
        sign = 1 if direction in {"later", "after", "afterwards"} else -1
        if unit == "TH" and context.clock is not None:
            return _stepped(phrase, context, (context.clock + sign * count * 60) // (24 * 60), "D")
        return _stepped(phrase, context, sign * count, unit)
    if count is None:
        period = _vague_window(anchor, unit, "PAST_REF")
        end = cal.add_units(anchor, -1, unit) if anchor and period.end else None
        return one_reading(phrase, period._replace(end=end), DateBasis.RELATIVE_TO_DATELINE)
    day = cal.add_units(anchor, -count, unit) if anchor else None
    if anchor is None or day is None:
        return one_reading(phrase, cal.no_period(unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
    period = cal.unit_period(day, unit)
    if unit.startswith("T"):
        first = cal.add_days(anchor, -1 - count // 24 if unit == "TH" else -1)
        period = Period(first or anchor, anchor, DatePrecision.DAY, day.isoformat())
    return one_reading(phrase, not_after_dateline(period, phrase, context), DateBasis.RELATIVE_TO_DATELINE)


def _vague_window(anchor: date | None, unit: str, value: str) -> Period:
    """The days up to the dateline that "recent weeks" may reach back to, told no finer than the next coarser unit."""
    start = cal.add_units(anchor, -_MOST[unit], unit) if anchor and unit in _MOST else None
    if start is None:
        return cal.no_period(value)
    return Period(start, anchor, _NEXT_COARSER.get(unit, DatePrecision.UNKNOWN), value)


def _span(phrase: Phrase, context: Context) -> list[Reading]:
    """The past two weeks, recent days: days up to the dateline. The coming month: days after it."""
    word, anchor = phrase.word("unit"), context.anchor
    unit = UNITS.get(word, "")
    count = count_of(phrase.parts["qty"]) if phrase.tells("qty") else None if word.endswith("s") else 1
    value = duration_value(count, word)
    precision = _PRECISION_OF_UNIT.get(unit, DatePrecision.UNKNOWN)
    if phrase.word("dir") in _AFTER:
        end = cal.add_units(anchor, count, unit) if anchor and count else None
        period = Period(anchor, end, precision, value)
    elif count is None or anchor is None:
        period = _vague_window(anchor, unit, value)
    else:
        back = cal.add_days(anchor, -max(1, -(-count // 24))) if unit == "TH" else cal.add_units(anchor, -count, unit)
        period = Period(back, anchor, precision, value) if back else cal.no_period(value)
    if count is None and phrase.word("dir") in _VAGUELY_PAST and not phrase.tells("qty"):
        return one_reading(phrase, period._replace(value="PAST_REF"), DateBasis.RELATIVE_TO_DATELINE)
    return one_reading(phrase, period, DateBasis.RELATIVE_TO_DATELINE, "DURATION")


RESOLVERS: Final[Mapping[str, Resolver]] = {
    "weekday": _weekday,
    "deictic": _deictic,
    "period": _period,
    "relative": _relative,
    "shift": _shift,
    "span": _span,
}
