"""Spans, repetitions, "now" and hours: times that stand for no day by themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tallystick.model.terms import DateBasis
from tallystick.reading.date_calendar import no_period
from tallystick.reading.date_lexicon import FREQUENCIES, MONTHS, PARTS_OF_DAY, SEASONS, WEEKDAY_PLURALS, WEEKDAYS
from tallystick.reading.date_numbers import count_of, duration_value
from tallystick.reading.date_patterns import Phrase
from tallystick.reading.date_reading import UNKNOWN_DAY, Context, Reading, Resolver, one_reading, part_of_day

_MERIDIEM: Final = re.compile(r"[ap](?=\.?m)")

_HALF: Final = frozenset({"half", "1/2", "½"})
_LONGER_THAN_A_QUARTER: Final = frozenset({"P6M", "P9M", "P12M", "P1Y"})


def _timeless(phrase: Phrase, value: str, kind: str) -> list[Reading]:
    return one_reading(phrase, no_period(value), DateBasis.NONE, kind)


def _duration(phrase: Phrase, context: Context) -> list[Reading]:
    quantity = phrase.parts.get("qty", ())
    half = phrase.tells("half") or any(lexeme.text in _HALF for lexeme in quantity)
    count = count_of(quantity) if quantity else None if phrase.word("unit").endswith("s") else 1
    if half and quantity[0].text == "half":
        count = 0
    value = duration_value(count, phrase.word("unit"), half=half)
    if value in _LONGER_THAN_A_QUARTER:
        context.quarter = None
    return _timeless(phrase, value, "DURATION")


def _plural(phrase: Phrase, _context: Context) -> list[Reading]:
    """As in "For weeks": some number of them."""
    return _timeless(phrase, duration_value(None, phrase.word("unit")), "DURATION")


def _set(phrase: Phrase, _context: Context) -> list[Reading]:
    part = part_of_day(phrase)
    if phrase.tells("frequency"):
        value = FREQUENCIES[phrase.word("frequency")]
    elif phrase.tells("unit"):
        value = duration_value(count_of(phrase.parts.get("qty", ())) or 1, phrase.word("unit"))
    elif phrase.tells("month"):
        value = f"XXXX-{MONTHS[phrase.word('month')]:02}"
    elif phrase.tells("season"):
        value = f"XXXX-{SEASONS[phrase.word('season')]}"
    elif phrase.tells("weekday"):
        weekday = {**WEEKDAYS, **WEEKDAY_PLURALS}[phrase.word("weekday")]
        value = f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else "")
    else:
        value = f"{UNKNOWN_DAY}T{part}"
    return _timeless(phrase, value, "SET")


def _present(phrase: Phrase, _context: Context) -> list[Reading]:
    return _timeless(phrase, "PRESENT_REF", "DATE")


def _past(phrase: Phrase, _context: Context) -> list[Reading]:
    return _timeless(phrase, "PAST_REF", "DATE")


def _future(phrase: Phrase, _context: Context) -> list[Reading]:
    return _timeless(phrase, "FUTURE_REF", "DATE")


def _part(phrase: Phrase, _context: Context) -> list[Reading]:
    """A part of the day without its day; "the small hours" are the morning."""
    return _timeless(phrase, f"T{PARTS_OF_DAY.get(phrase.word('part').split()[-1], 'MO')}", "TIME")


def _clock(phrase: Phrase, _context: Context) -> list[Reading]:
    """A time of day without its day, which the sentence tells."""
    return _timeless(phrase, f"T{_time_of_day(phrase)}", "TIME")


def _time_of_day(phrase: Phrase) -> str:
    if phrase.tells("word"):
        return {"noon": "12:00", "midnight": "00:00"}[phrase.word("word")]
    digits = phrase.word("military")
    clock = f"{digits[:2]}:{digits[2:]}" if digits else phrase.word("clock") or phrase.word("hour")
    meridiem = _MERIDIEM.search(f"{clock} {phrase.word('meridiem')}")
    hour, minute = (int(digits) for digits in [*re.findall(r"\d+", clock), "0"][:2])
    if meridiem:
        hour = hour % 12 + (12 if meridiem.group() == "p" else 0)
    return f"{hour:02}:{minute:02}"


RESOLVERS: Final[Mapping[str, Resolver]] = {
    "duration": _duration,
    "year_ended": _duration,
    "plural": _plural,
    "set": _set,
    "present": _present,
    "past": _past,
    "future": _future,
    "part": _part,
    "clock": _clock,
}
