"""From a phrase to the days it stands for.

The dateline is the anchor. What has no year lies on or before it, unless the sentence looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.reading import date_calendar as cal
from tallystick.reading.date_calendar import Period
from tallystick.reading.date_grammar import Phrase
from tallystick.reading.date_lexicon import (
    DECADE_WORDS,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    ORDINAL_WORDS,
    PARTS_OF_DAY,
    SEASONS,
    SMALL_NUMBERS,
    TENS,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from tallystick.reading.date_numbers import count_of, duration_value

UNKNOWN_DAY: Final = "XXXX-XX-XX"
_FUTURE_WORDS: Final = frozenset({"next", "coming", "following", "ahead"})
_EARLY: Final = frozenset({"early", "beginning", "start", "first"})
_MID: Final = frozenset({"mid", "middle"})
_LATE: Final = frozenset({"late", "end", "close", "latter", "last", "second"})


class Reading(NamedTuple):
    """What a stretch of text says of time."""

    start: int
    end: int
    period: Period
    basis: DateBasis
    type: str


@dataclass
class Context:
    """What a phrase is resolved against: the dateline, the years and days that the text has told, the tense."""

    anchor: date | None
    default_year: int | None
    looks_ahead: Callable[[int], bool]
    year_near: Callable[[int], int | None]
    days: list[tuple[int, date]] = field(default_factory=list)
    """Days resolved so far, each with its offset."""

    def reference(self) -> date | None:
        """The day that "the next day" counts from: the last day told, or else the dateline."""
        return self.days[-1][1] if self.days else self.anchor


def _word(phrase: Phrase, *names: str) -> str:
    return next((phrase.word(name) for name in names if name in phrase.parts), "")


def _short_year(digits: int, anchor: date | None) -> int:
    """A year from its last two digits: the latest that is at most a year after the dateline (default: 2049)."""
    latest = anchor.year + 1 if anchor else 2049
    return latest - (latest - digits) % 100


def _part_code(words: str) -> str:
    return next((PARTS_OF_DAY[word] for word in words.split() if word in PARTS_OF_DAY), "")


def _with_part(period: Period, part: str) -> tuple[Period, str]:
    """The period with a part of the day in its value, and its TIMEX3 type."""
    if not part:
        return period, "DATE"
    return period._replace(value=f"{period.value}T{part}"), "TIME"


def stated_year(phrase: Phrase, context: Context) -> int | None:
    """The year that the phrase itself tells, in full, in two digits, or as "last year"."""
    if "year" in phrase.parts:
        return phrase.parts["year"][0].number
    if "short" in phrase.parts:
        return _short_year(phrase.parts["short"][0].number, context.anchor)
    match phrase.word("rel"):
        case "":
            return None
        case relative if relative.startswith("that"):
            reference = context.reference()
            return reference.year if reference else None
        case relative:
            offset = {"last": -1, "this": 0, "next": 1}[relative.split()[0]]
            return context.anchor.year + offset if context.anchor else None


def _calendar_day(month: int, day: int, phrase: Phrase, context: Context) -> tuple[Period, int | None]:
    """The day of a month, its year stated, taken from the text or past-biased from the dateline; and that year."""
    year = stated_year(phrase, context)
    if year is None:
        year = context.year_near(phrase.start)
    if year is None and context.anchor:
        year = cal.year_of_day(context.anchor, month, day, ahead=context.looks_ahead(phrase.start))
    if year is None:
        year = context.default_year
    if year is None:
        impossible = cal.make_day(2000, month, day) is None
        precision = DatePrecision.UNKNOWN if impossible else DatePrecision.DAY
        return cal.no_period(f"XXXX-{month:02}-{day:02}", precision), None
    found = cal.make_day(year, month, day)
    if found is None:
        return cal.no_period(f"{year:04}-{month:02}-{day:02}"), year
    return cal.day_period(found), year


def _calendar_days(phrase: Phrase, context: Context) -> list[Reading]:
    """One reading for each day of "October 17, 18 and 20"; the month goes with the day that stands next to it."""
    month = MONTHS[phrase.word("month")]
    days = [lexeme for lexeme in phrase.parts["days"] if lexeme.number]
    month_first = phrase.parts["month"][0].start < days[0].start
    readings = []
    for position, day in enumerate(days):
        start = phrase.start if position == 0 else day.start
        end = day.end
        if position == len(days) - 1:
            end = phrase.end
        if not month_first and position < len(days) - 1:
            end = day.end
        period, _ = _calendar_day(month, day.number, phrase, context)
        readings.append(Reading(start, end, period, _known(period, DateBasis.EXPLICIT), "DATE"))
    return readings


def _known(period: Period, basis: DateBasis) -> DateBasis:
    """The basis, or none for a day that the calendar does not have."""
    return DateBasis.NONE if period.start is None and period.precision is DatePrecision.UNKNOWN else basis


def _one(phrase: Phrase, period: Period, basis: DateBasis, type_: str = "DATE") -> list[Reading]:
    return [Reading(phrase.start, phrase.end, period, _known(period, basis), type_)]


def _iso(phrase: Phrase, context: Context) -> list[Reading]:
    year, month, day, *clock = (int(piece) for piece in re.findall(r"\d+", phrase.word("date"))[:5])
    return _exact(phrase, year, month, day, clock)


def _exact(phrase: Phrase, year: int, month: int, day: int, clock: list[int]) -> list[Reading]:
    found = cal.make_day(year, month, day)
    if found is None:
        return _one(phrase, cal.no_period(f"{year:04}-{month:02}-{day:02}"), DateBasis.NONE)
    period = cal.day_period(found)
    if len(clock) == 2:
        period = period._replace(value=f"{period.value}T{clock[0]:02}:{clock[1]:02}")
        return _one(phrase, period, DateBasis.EXPLICIT, "TIME")
    return _one(phrase, period, DateBasis.EXPLICIT)


def _numeric(phrase: Phrase, context: Context) -> list[Reading]:
    """27/10/2023: day first, unless only month first gives a day, or a day that is not after the dateline."""
    first, second, year = (int(piece) for piece in re.split(r"[-/.]", phrase.word("date")))
    if year < 100:
        year = _short_year(year, context.anchor)
    day_first, month_first = cal.make_day(year, second, first), cal.make_day(year, first, second)
    if month_first and (not day_first or (context.anchor and month_first <= context.anchor < day_first)):
        return _exact(phrase, year, first, second, [])
    return _exact(phrase, year, second, first, [])


def _nine_eleven(phrase: Phrase, context: Context) -> list[Reading]:
    return _exact(phrase, 2001, 9, 11, [])


def _bare_day(phrase: Phrase, context: Context) -> list[Reading]:
    """ "The 27th": of the dateline's month, or of the one before."""
    day = phrase.parts["days"][0].number
    if context.anchor:
        for months in range(13):
            back = cal.add_months(context.anchor.replace(day=1), -months)
            found = cal.make_day(back.year, back.month, day) if back else None
            if found and found <= context.anchor:
                return _one(phrase, cal.day_period(found), DateBasis.RELATIVE_TO_DATELINE)
    return _one(phrase, cal.no_period(f"XXXX-XX-{day:02}", DatePrecision.DAY), DateBasis.RELATIVE_TO_DATELINE)


def _holiday(phrase: Phrase, context: Context) -> list[Reading]:
    month, day = (1, 1) if "new" in phrase.parts else HOLIDAYS[phrase.word("holiday")]
    if "eve" in phrase.parts:
        month, day = (12, 31) if "new" in phrase.parts else (month, day - 1)
    period, _ = _calendar_day(month, day, phrase, context)
    return _one(phrase, period, DateBasis.EXPLICIT)


def _part_of_month(phrase: Phrase) -> str:
    words = set(phrase.word("mod").split())
    return "early" if words & _EARLY else "mid" if words & _MID else "late" if words & _LATE else ""


def _year_of_month(month: int, phrase: Phrase, context: Context) -> int | None:
    """The year of a month named alone."""
    year = stated_year(phrase, context)
    if year is None and context.anchor:
        anchor = context.anchor
        direction = set(phrase.word("dir").split())
        if direction & {"last", "past", "previous"}:
            year = anchor.year if month < anchor.month else anchor.year - 1
        elif direction & {"next", "coming"}:
            year = anchor.year if month > anchor.month else anchor.year + 1
        elif "this" in direction:
            year = anchor.year
        elif near := context.year_near(phrase.start):
            year = near
        elif context.looks_ahead(phrase.start):
            year = anchor.year if month >= anchor.month else anchor.year + 1
        else:
            year = anchor.year if month <= anchor.month else anchor.year - 1
    return year or context.year_near(phrase.start) or context.default_year


def _month(phrase: Phrase, context: Context) -> list[Reading]:
    month = MONTHS[phrase.word("month")]
    part = _part_of_month(phrase)
    year = _year_of_month(month, phrase, context)
    if not year:
        precision = DatePrecision.PART_OF_MONTH if part else DatePrecision.MONTH
        return _one(phrase, cal.no_period(f"XXXX-{month:02}", precision), DateBasis.EXPLICIT)
    period = cal.part_of_month_period(year, month, part) if part else cal.month_period(year, month)
    if "year" in phrase.parts or "short" in phrase.parts:
        return _one(phrase, period, DateBasis.EXPLICIT)
    return _one(phrase, _not_after_dateline(period, phrase, context), DateBasis.RELATIVE_TO_DATELINE)


def _not_after_dateline(period: Period, phrase: Phrase, context: Context) -> Period:
    """The part of a current month, week or year that has passed, unless the sentence looks ahead."""
    anchor = context.anchor
    if anchor and period.start and period.end and period.start <= anchor < period.end:
        if not context.looks_ahead(phrase.start):
            return period._replace(end=anchor)
    return period


def _months(phrase: Phrase, context: Context) -> list[Reading]:
    """ "March to June 2015": two months that share a year."""
    first, last = phrase.parts["first"][0], phrase.parts["month"][0]
    last_month, first_month = MONTHS[last.text], MONTHS[first.text]
    year = _year_of_month(last_month, phrase, context)
    if not year:
        return []
    begin = cal.month_period(year - (first_month > last_month), first_month)
    return [
        Reading(first.start, first.end, begin, DateBasis.EXPLICIT, "DATE"),
        Reading(last.start, phrase.end, cal.month_period(year, last_month), DateBasis.EXPLICIT, "DATE"),
    ]


def _year(phrase: Phrase, context: Context) -> list[Reading]:
    return _one(phrase, cal.year_period(phrase.parts["year"][0].number), DateBasis.EXPLICIT)


def _years(phrase: Phrase, context: Context) -> list[Reading]:
    first = phrase.parts["year"][0].number
    last = phrase.parts["last"][0].number if "last" in phrase.parts else 0
    if "short" in phrase.parts:
        last = first - first % 100 + phrase.parts["short"][0].number
    period = cal.years_period(first, last, f"{first:04}/{last:04}")._replace(precision=DatePrecision.YEAR)
    return _one(phrase, period, DateBasis.EXPLICIT)


def _spoken_year(phrase: Phrase, context: Context) -> list[Reading]:
    year = 1900 + TENS.get(phrase.word("tens"), 0) + SMALL_NUMBERS.get(phrase.word("digit"), 0)
    return _one(phrase, cal.year_period(year), DateBasis.EXPLICIT)


def _decade(phrase: Phrase, context: Context) -> list[Reading]:
    word = phrase.word("decade")
    digits = re.sub(r"\D", "", word)
    if len(digits) == 4:
        first = int(digits)
    else:
        first = _short_year(int(digits) if digits else DECADE_WORDS[word], context.anchor)
    span = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(_part_of_month(phrase), (0, 9))
    period = cal.years_period(first + span[0], first + span[1], f"{first // 10:03}")
    return _one(phrase, period, DateBasis.EXPLICIT)


def _century(phrase: Phrase, context: Context) -> list[Reading]:
    nth = phrase.parts["nth"][0]
    number = nth.number or ORDINAL_WORDS[nth.text]
    period = cal.years_period(number * 100 - 99, number * 100, f"{number - 1:02}")
    return _one(phrase, period, DateBasis.EXPLICIT)


def _season(phrase: Phrase, context: Context) -> list[Reading]:
    season = SEASONS[phrase.word("season")]
    year = stated_year(phrase, context)
    if year is None and context.anchor:
        direction = set(phrase.word("dir").split())
        ahead = bool(direction & {"next", "coming"}) or context.looks_ahead(phrase.start)
        years = range(context.anchor.year - 2, context.anchor.year + 2)
        seasons = [cal.season_period(year, season) for year in years if year > 0]
        if ahead:
            chosen = [s for s in seasons if s.end and s.end >= context.anchor][:1]
        elif "last" in direction:
            chosen = [s for s in seasons if s.end and s.end < context.anchor][-1:]
        else:
            chosen = [s for s in seasons if s.start and s.start <= context.anchor][-1:]
        if chosen:
            period = _not_after_dateline(chosen[0], phrase, context)
            return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE)
    year = year or context.default_year
    if not year:
        return _one(phrase, cal.no_period(f"XXXX-{season}"), DateBasis.EXPLICIT)
    return _one(phrase, cal.season_period(year, season), DateBasis.EXPLICIT)


def _quarter(phrase: Phrase, context: Context) -> list[Reading]:
    quarter = ORDINAL_WORDS[phrase.word("nth")]
    year = stated_year(phrase, context)
    if year is None and context.anchor:
        year = context.anchor.year - (context.anchor.month < 3 * quarter - 2)
        period = _not_after_dateline(cal.quarter_period(max(year, 1), quarter), phrase, context)
        return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE)
    if not year:
        return _one(phrase, cal.no_period(f"XXXX-Q{quarter}"), DateBasis.EXPLICIT)
    return _one(phrase, cal.quarter_period(year, quarter), DateBasis.EXPLICIT)


def _weekday(phrase: Phrase, context: Context) -> list[Reading]:
    weekday = WEEKDAYS[phrase.word("weekday")]
    part = _part_code(phrase.word("part"))
    anchor = context.anchor
    direction = phrase.word("dir")
    if direction == "following":
        anchor = context.reference()
    if anchor is None:
        period, type_ = _with_part(cal.no_period(f"XXXX-WXX-{weekday + 1}", DatePrecision.DAY), part)
        return _one(phrase, period, DateBasis.WEEKDAY, type_)
    if direction in _FUTURE_WORDS:
        found = cal.add_days(anchor, 1) and cal.weekday_on_or_after(cal.add_days(anchor, 1) or anchor, weekday)
    elif direction in {"last", "past", "previous", "preceding"}:
        found = cal.weekday_on_or_before(cal.add_days(anchor, -1) or anchor, weekday)
    elif context.looks_ahead(phrase.start):
        found = cal.weekday_on_or_after(anchor, weekday)
    else:
        found = cal.weekday_on_or_before(anchor, weekday)
    if found is None:
        return _one(phrase, cal.no_period(f"XXXX-WXX-{weekday + 1}", DatePrecision.DAY), DateBasis.WEEKDAY)
    period, type_ = _with_part(cal.day_period(found), part)
    return _one(phrase, period, DateBasis.WEEKDAY, type_)


def _deictic(phrase: Phrase, context: Context) -> list[Reading]:
    word = phrase.word("day")
    part = _part_code(phrase.word("part"))
    if word in {"tonight", "overnight"}:
        part = "NI"
    offset = {"yesterday": -1, "last": -1, "overnight": -1, "tomorrow": 1}.get(word, 0)
    found = cal.add_days(context.anchor, offset) if context.anchor else None
    if found is None:
        period, type_ = _with_part(cal.no_period(UNKNOWN_DAY, DatePrecision.DAY), part)
    else:
        period = cal.day_period(found)
        if word == "overnight":
            period = period._replace(end=context.anchor)
        period, type_ = _with_part(period, part)
    return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE, type_)


def _period(phrase: Phrase, context: Context) -> list[Reading]:
    """ "Last week", "this month", "earlier this year", "the weekend"."""
    unit = UNITS[phrase.word("unit")]
    direction = phrase.word("dir")
    anchor = context.anchor
    if anchor is None:
        return _one(phrase, cal.no_period(_unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
    offset = {"last": -1, "next": 1}.get(direction, 0)
    if unit == "WE" and offset == 0 and anchor.weekday() < 5 and not context.looks_ahead(phrase.start):
        offset = -1
    day = cal.add_units(anchor if unit in {"D", "W", "WE"} else anchor.replace(day=1), offset, unit)
    if day is None:
        return _one(phrase, cal.no_period(_unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
    period = cal.unit_period(day, unit)
    part = _part_of_month(phrase)
    if unit == "M" and part:
        period = cal.part_of_month_period(day.year, day.month, part)
    if offset == 0:
        period = _not_after_dateline(period, phrase, context)
    return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE)


def _unknown_value(unit: str) -> str:
    return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}.get(unit, UNKNOWN_DAY)


def _relative(phrase: Phrase, context: Context) -> list[Reading]:
    """ "The next day", "the same night", "that week", from the day told before."""
    part = _part_code(phrase.word("part"))
    unit = UNITS.get(phrase.word("unit"), "D")
    direction = phrase.word("dir")
    step = 1 if direction in {"next", "following", "after", "later"} else 0
    step = -1 if direction in {"previous", "preceding", "before", "earlier"} else step
    return _stepped(phrase, context, step, unit, part)


def _stepped(phrase: Phrase, context: Context, step: int, unit: str, part: str = "") -> list[Reading]:
    reference = context.reference()
    day = cal.add_units(reference, step, unit) if reference else None
    anchor = context.anchor
    if day is None or (anchor and day > anchor and step > 0 and not context.looks_ahead(phrase.start)):
        period, type_ = _with_part(cal.no_period(_unknown_value(unit)), part)
        return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE, type_)
    period = cal.unit_period(day, unit)
    if anchor and period.end and period.end > anchor >= day:
        period = period._replace(end=anchor)
    period, type_ = _with_part(period, part)
    return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE, type_)


_VAGUE_COUNT: Final = {"D": (2, 7), "W": (2, 6), "M": (2, 11), "Y": (2, 9)}
"""What "a few days", "recent weeks" and the like may mean, in their unit."""
_NEXT_COARSER: Final = {"D": DatePrecision.WEEK, "W": DatePrecision.MONTH, "M": DatePrecision.YEAR}


def _shift(phrase: Phrase, context: Context) -> list[Reading]:
    """ "Two days ago" from the dateline, "two days later" from the day told before."""
    word = phrase.word("unit")
    unit, count = UNITS[word], count_of(phrase.parts.get("qty", ()))
    if phrase.word("dir") != "ago":
        if count is None:
            return _one(phrase, cal.no_period(_unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
        sign = 1 if phrase.word("dir") in {"later", "after", "afterwards"} else -1
        return _stepped(phrase, context, sign * count, unit)
    anchor = context.anchor
    if count is None:
        period = _vague_window(anchor, unit, "PAST_REF")
        if anchor and period.end:
            period = period._replace(end=cal.add_units(anchor, -1, unit))
        return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE)
    day = cal.add_units(anchor, -count, unit) if anchor else None
    if day is None or anchor is None:
        return _one(phrase, cal.no_period(_unknown_value(unit)), DateBasis.RELATIVE_TO_DATELINE)
    if unit.startswith("T"):
        before = cal.add_days(day, -1) or day
        period = Period(before, anchor, DatePrecision.DAY, day.isoformat())
    else:
        period = cal.unit_period(day, unit)
        if period.end and period.end > anchor:
            period = period._replace(end=anchor)
    return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE)


def _vague_window(anchor: date | None, unit: str, value: str) -> Period:
    """The days up to the dateline that "recent weeks" may reach back to; told no finer than the next coarser unit."""
    if anchor is None or unit not in _VAGUE_COUNT:
        return cal.no_period(value)
    start = cal.add_units(anchor, -_VAGUE_COUNT[unit][1], unit)
    return Period(start, anchor, _NEXT_COARSER.get(unit, DatePrecision.UNKNOWN), value)


_UNIT_PRECISION: Final = {
    "D": DatePrecision.DAY,
    "W": DatePrecision.WEEK,
    "M": DatePrecision.MONTH,
    "Y": DatePrecision.YEAR,
    "TH": DatePrecision.DAY,
    "TM": DatePrecision.DAY,
    "TS": DatePrecision.DAY,
}


def _span(phrase: Phrase, context: Context) -> list[Reading]:
    """ "The past two weeks", "recent days": days up to the dateline; "the coming month": days after it."""
    word = phrase.word("unit")
    unit = UNITS[word]
    vague = "qty" not in phrase.parts
    count = None if vague else count_of(phrase.parts["qty"])
    value, anchor = duration_value(count, word), context.anchor
    if phrase.word("dir") in {"next", "coming", "ahead", "following"}:
        end = cal.add_units(anchor, count, unit) if anchor and count else None
        period = Period(anchor, end, _UNIT_PRECISION.get(unit, DatePrecision.UNKNOWN), value)
    elif count is None:
        period = _vague_window(anchor, unit, value)
    elif anchor is None:
        period = cal.no_period(value)
    else:
        back = count if not unit.startswith("T") else 0
        start = cal.add_units(anchor, -back, unit)
        if unit == "TH":
            start = cal.add_days(anchor, -max(1, -(-count // 24)))
        period = Period(start, anchor, _UNIT_PRECISION.get(unit, DatePrecision.UNKNOWN), value)
    return _one(phrase, period, DateBasis.RELATIVE_TO_DATELINE, "DURATION")


def _duration(phrase: Phrase, context: Context) -> list[Reading]:
    words = phrase.parts.get("qty", ())
    half = "half" in {word.text for word in words}
    count = count_of(words) if words else (1 if phrase.kind == "duration" else None)
    value = duration_value(count, phrase.word("unit"), half=half)
    return _one(phrase, cal.no_period(value), DateBasis.NONE, "DURATION")


def _set(phrase: Phrase, context: Context) -> list[Reading]:
    part = phrase.word("part")
    if frequency := phrase.word("frequency"):
        value = FREQUENCIES[frequency]
    elif "unit" in phrase.parts:
        value = duration_value(count_of(phrase.parts["qty"]) if "qty" in phrase.parts else 1, phrase.word("unit"))
    elif "month" in phrase.parts:
        value = f"XXXX-{MONTHS[phrase.word('month')]:02}"
    elif "season" in phrase.parts:
        value = f"XXXX-{SEASONS[phrase.word('season')]}"
    elif "weekdays" in phrase.parts or "weekday" in phrase.parts:
        weekday = {**WEEKDAYS, **WEEKDAY_PLURALS}[_word(phrase, "weekdays", "weekday")]
        value = f"XXXX-WXX-{weekday + 1}" + (f"T{PARTS_OF_DAY[part]}" if part else "")
    else:
        value = f"{UNKNOWN_DAY}T{PARTS_OF_DAY[part]}"
    return _one(phrase, cal.no_period(value), DateBasis.NONE, "SET")


def _vague(value: str) -> Callable[[Phrase, Context], list[Reading]]:
    def resolve(phrase: Phrase, context: Context) -> list[Reading]:
        return _one(phrase, cal.no_period(value), DateBasis.NONE)

    return resolve


def _clock(phrase: Phrase, context: Context) -> list[Reading]:
    """A time of day without its day; the day comes from the sentence."""
    return _one(phrase, cal.no_period(f"T{_time_of_day(phrase)}"), DateBasis.NONE, "TIME")


def _time_of_day(phrase: Phrase) -> str:
    if word := phrase.word("word"):
        return {"noon": "12:00", "midnight": "00:00"}[word]
    if phrase.kind == "part":
        return _part_code(phrase.word("part")) or "MO"
    meridiem = phrase.word("meridiem")[:1]
    if "military" in phrase.parts:
        digits = phrase.word("military")
        return f"{digits[:2]}:{digits[2:]}"
    if "hour" in phrase.parts:
        hour, minute = phrase.parts["hour"][0].number, 0
    else:
        clock = phrase.word("clock")
        meridiem = meridiem or (re.findall(r"[ap](?=\.?m)", clock) or [""])[0]
        hour, minute = [int(piece) for piece in re.findall(r"\d+", clock) + ["0"]][:2]
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "p" else 0)
    return f"{hour:02}:{minute:02}"


RESOLVERS: Final[Mapping[str, Callable[[Phrase, Context], list[Reading]]]] = {
    "iso": _iso,
    "numeric": _numeric,
    "nine_eleven": _nine_eleven,
    "day_list": _calendar_days,
    "day_month": _calendar_days,
    "short_year": _calendar_days,
    "month_day": _calendar_days,
    "month_list": _calendar_days,
    "bare_day": _bare_day,
    "holiday": _holiday,
    "month": _month,
    "months": _months,
    "year": _year,
    "years": _years,
    "spoken_year": _spoken_year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "weekday": _weekday,
    "deictic": _deictic,
    "period": _period,
    "relative": _relative,
    "shift": _shift,
    "span": _span,
    "duration": _duration,
    "plural": _duration,
    "set": _set,
    "present": _vague("PRESENT_REF"),
    "past": _vague("PAST_REF"),
    "future": _vague("FUTURE_REF"),
    "clock": _clock,
    "part": _clock,
}
