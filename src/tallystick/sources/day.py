"""A calendar day as people and machines write it: the forms, and the day itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from itertools import chain

from tallystick.knowledge.arabic_calendar import arabic_calendar

_WITHOUT_HAMZA = str.maketrans("أإآ", "ااا")


def _spelt(names: list[str]) -> set[str]:
    """Arabic names, with the hamza on their alefs and without."""
    return {*names, *(name.translate(_WITHOUT_HAMZA) for name in names)}


_ENGLISH = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ARABIC = {name: number for number, names in arabic_calendar()["months"].items() for name in _spelt(names)}
_MONTHS = _ENGLISH | _ARABIC


def _any_of(names: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)).replace(" ", r"[ \t]+") + ")"


_MONTH = _any_of(_MONTHS) + r"\b\.?"
_OTHER_NAME = rf"(?:[ \t]*(?:/[ \t]*{_any_of(_ARABIC)}\b|\([ \t]*{_any_of(_ARABIC)}[ \t]*\)))?"  # تشرين الثاني/نوفمبر
_ARABIC_WEEKDAY = rf"(?:يوم[ \t]+)?{_any_of(_spelt([*chain(*arabic_calendar()['weekdays'].values())]))}"
#: Matches the name of a weekday, short or long, and what parts it from a day behind it.
NAMED_WEEKDAY = rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|{_ARABIC_WEEKDAY})[,،]?[ \t]+"
_WEEKDAY = rf"(?:{NAMED_WEEKDAY})?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_WHOLE_YEAR = r"(?:19|20)\d{2}\b(?!:)"  # stands without a space where a comma was lost: "Apr 152017"
_YEAR = r"(?:\d{4}|'?\d{2})\b(?!:)"
_BEFORE_YEAR = r"[,،]?[ \t]+(?:عام[ \t]+)?"
_OF = r"(?:(?:of|من)[ \t]+)?"

#: Matches a day with or without its year, case to be ignored. Use its text with :func:`parse_written_day`.
DAY = (
    rf"{_WEEKDAY}(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|{_MONTH}[ \t]+\d{{1,2}}(?:{_ORDINAL}(?:,?[ \t]+{_YEAR})?|,?{_WHOLE_YEAR})"
    rf"|\d{{1,2}}{_ORDINAL}[ \t]+{_OF}{_MONTH}{_OTHER_NAME}(?:{_BEFORE_YEAR}{_YEAR})?)(?:(?!\w)|(?=T\d))"
)
#: Matches a day in figures alone, ``24.08.2013`` or ``15-09-2013``. No part of :data:`DAY`: in running text it may be
#: anything. Use its text with :func:`parse_written_day`.
DAY_IN_FIGURES = r"\d{1,2}(?P<mark>[.-])\d{1,2}(?P=mark)\d{4}(?!\d)"
#: Matches a time of day with its zone, as it follows a day.
CLOCK = (
    r"(?:T|,?[ \t]+(?:at[ \t]+)?)\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:[ \t]*[ap]\.?m\.?)?"
    r"(?:[ \t]*(?:Z|UTC|GMT|BST|CES?T|EES?T|MSK|[ECMP][SD]T|[+-]\d{2}:?\d{2})\b)?"
)
_WRITTEN = re.compile(
    rf"{_WEEKDAY}(?:(?P<iso>\d{{4}})-(?P<iso_month>\d{{1,2}})-(?P<iso_day>\d{{1,2}})"
    rf"|(?P<month_first>{_MONTH})[ \t]+(?P<day_second>\d{{1,2}})"
    rf"(?:{_ORDINAL}(?:,?[ \t]+(?P<year_third>{_YEAR}))?|,?(?P<year_glued>{_WHOLE_YEAR}))"
    rf"|(?P<day_first>\d{{1,2}}){_ORDINAL}[ \t]+{_OF}(?P<month_second>{_MONTH}){_OTHER_NAME}"
    rf"(?:{_BEFORE_YEAR}(?P<year_last>{_YEAR}))?"
    rf"|(?P<figure_first>\d{{1,2}})(?P<mark>[.-])(?P<figure_second>\d{{1,2}})(?P=mark)(?P<year_in_figures>\d{{4}}))(?:{CLOCK})?",
    re.IGNORECASE,
)


def parse_published(value: str) -> date:
    """The day of a publication stamp: ISO 8601 date or date and time, RFC 2822, or a written day with its year.

    A time zone does not move the day: it is the day in the publisher's own clock.

    Raises:
        ValueError: if the value is no such day, or is a day that the calendar does not have.

    """
    value = value.strip()
    for parse in (_parse_stamp, _parse_dated, _parse_mail_date):
        try:
            return parse(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    raise ValueError(f"{value} is no day")


def _parse_stamp(value: str) -> date:
    return datetime.fromisoformat(value).date()


def _parse_mail_date(value: str) -> date:
    return parsedate_to_datetime(value).date()


def _parse_dated(value: str) -> date:
    day = parse_written_day(value, year=None)
    if day is None:
        raise ValueError(f"{value} has no year")
    return day


def parse_written_day(value: str, *, year: int | None) -> date | None:
    """The day of ``7 November 2023``, ``Nov. 7``, ``15 JAN 89`` or ``2023-11-07``, in ``year`` if it states none.

    Months and week days may be English or Arabic, figures Western or Arabic-Indic.

    Two digits of a year stand for 1969 to 2068 (POSIX ``strptime``). In figures alone the day goes before the month,
    as most of the world writes it, unless only the other order is in the calendar (``09-15-2013``). None where there
    is no year at all.

    Raises:
        ValueError: if the value is no written day, or is a day that the calendar does not have.

    """
    found = _WRITTEN.fullmatch(value.strip())
    if not found:
        raise ValueError(f"{value} is no written day")
    if found["iso"]:
        return date(int(found["iso"]), int(found["iso_month"]), int(found["iso_day"]))
    if found["mark"]:
        first, second, year = int(found["figure_first"]), int(found["figure_second"]), int(found["year_in_figures"])
        return date(year, first, second) if second > 12 else date(year, second, first)
    month = _MONTHS[" ".join((found["month_first"] or found["month_second"]).rstrip(".").lower().split())]
    day = int(found["day_second"] or found["day_first"])
    stated = found["year_third"] or found["year_glued"] or found["year_last"]
    if stated:
        year = _whole_year(stated.lstrip("'"))
    if year is None:
        date(2000, month, day)  # a leap year: only a day that no year has is refused
        return None
    return date(year, month, day)


def _whole_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 69 else 2000)
