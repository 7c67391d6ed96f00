"""Days and longer times that Arabic text tells from the day of publication: "أمس", "قبل ثلاثة أيام", "الشهر الماضي"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tallystick.model.terms import DatePrecision
from tallystick.reading.arabic.numbers import is_dual, number_at
from tallystick.reading.arabic.phrases import phrases_in, words_in, words_in_parts
from tallystick.reading.arabic.words import Word
from tallystick.reading.date_calendar import Period, add_days, add_units, day_period, no_period, unit_period

_HOURS = 24  # of a day
_MOST_DAYS = 31  # further back than that, "ago" tells no day
_UNITS = {24: "D", 168: "W", 720: "M", 8760: "Y"}  # unit codes by the hours of one unit


class Relative(NamedTuple):
    """A time up to word ``last`` (inclusive), from code point ``start``."""

    last: int
    start: int
    period: Period


def relative_times(words: Sequence[Word], at: int, published: date | None) -> Iterator[Relative]:
    """The times told from the day of publication that may begin at a word, the fullest first."""
    opener = words[at].is_one_of(words_in("day_words")) and at + 1 < len(words)
    if opener and words[at + 1].is_one_of(words_in("day_words")) and at + 2 < len(words):
        start = words[at].start_of(words_in("day_words"))  # مساء يوم أمس
        yield from (found._replace(start=start) for found in _day(words, at + 2, published))
    yield from _day(words, at, published)
    if opener:
        start = words[at].start_of(words_in("day_words"))
        yield from (found._replace(start=start) for found in _day(words, at + 1, published))
    yield from _ago(words, at, published)
    yield from _span(words, at, published)


def _day(words: Sequence[Word], at: int, published: date | None) -> Iterator[Relative]:
    found = phrases_in("relative_days").at(words, at)
    if found is not None:
        yield Relative(found[0].last, found[0].start, _moved(published, int(found[1])))


def _moved(published: date | None, days: int) -> Period:
    day = add_days(published, days) if published else None
    return day_period(day) if day else no_period("XXXX-XX-XX", DatePrecision.DAY)


def _ago(words: Sequence[Word], at: int, published: date | None) -> Iterator[Relative]:
    """قبل ثلاثة أيام, "three days ago"; not "a day before" something."""
    if not words[at].is_one_of(words_in("ago")) or at + 1 >= len(words):
        return
    number = number_at(words, at + 1)
    unit_at = number.last + 1 if number is not None else at + 1
    unit = phrases_in("spans").at(words, unit_at) if unit_at < len(words) else None
    if unit is None or (unit_at + 1 < len(words) and words[unit_at + 1].is_one_of(words_in("ago_of_another"))):
        return
    is_two = is_dual(words[unit_at], words_in_parts("spans"))
    days = int(unit[1]) * (number.value if number is not None else 2 if is_two else 1) // _HOURS
    is_counted = number is not None or is_two or not words[unit_at].is_one_of(words_in("many_spans"))
    if is_counted and 0 < days <= _MOST_DAYS:
        yield Relative(unit[0].last, words[at].start, _moved(published, -days))


def _span(words: Sequence[Word], at: int, published: date | None) -> Iterator[Relative]:
    """الشهر الماضي, هذا العام, and مطلع العام, which goes without an adjective."""
    first, part = at, words[at].is_one_of(words_in_parts("parts_of_time"))
    this = words[at].is_one_of(words_in("this"))
    at += part or this
    unit = phrases_in("spans").at(words, at) if at < len(words) else None
    if unit is None or int(unit[1]) not in _UNITS or not any(form.definite for form in words[at].forms):
        return
    behind = words[at + 1] if at + 1 < len(words) else None
    is_last = behind is not None and behind.is_one_of(words_in("last"))
    is_current = behind is not None and behind.is_one_of(words_in("current"))
    is_many = words[at].is_one_of(words_in("many_spans"))
    if unit[1] == str(_HOURS) or is_many or not (is_last or is_current or this or part):
        return
    code = _UNITS[int(unit[1])]
    day = add_units(published, -1, code) if published and is_last else published
    period = unit_period(day, code) if day else no_period("XXXX")
    opening = words_in_parts("parts_of_time") | words_in("this") if at > first else words_in("spans", int(unit[1]))
    yield Relative(at + (is_last or is_current), words[first].start_of(opening), period)
