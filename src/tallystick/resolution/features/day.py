"""When: the same day, days that meet, the day after, or no day told."""

from __future__ import annotations

from datetime import date

from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

FRESH_DAYS = 3
"""A report that tells no day is taken to tell fresh news: of so many days."""

RECENT_DAYS = 7

_BOTH_DAYS = "has_day_l AND has_day_r"
_BOTH_KNOWN = "when_known_l AND when_known_r"
_NEITHER_KNOWN = "NOT when_known_l AND NOT when_known_r"
_GAP = "greatest(coalesce(first_day_r - last_day_l, 0), coalesce(first_day_l - last_day_r, 0), 0)"
_BY_PUBLICATION = "(by_publication_l OR by_publication_r)"
_SAME_REPORT = "report_l = report_r"
_HISTORY = "(background_l OR background_r)"
_BOTH_FRESH = f"abs(came_out_l - came_out_r) <= {FRESH_DAYS}"
_UNDATED_HISTORY = "((background_l AND NOT when_known_l) OR (background_r AND NOT when_known_r))"
# A weekday that nothing dates, and the first such day from the start of the other's window.
_WEEKDAY_AND_DAY = "(weekday_l IS NOT NULL AND has_day_r OR weekday_r IS NOT NULL AND has_day_l)"
_DAYS_TO_WEEKDAY = (
    "(CASE WHEN weekday_l IS NOT NULL THEN (weekday_l - first_weekday_r + 7) % 7 "
    "ELSE (weekday_r - first_weekday_l + 7) % 7 END)"
)
_WINDOW = "(CASE WHEN weekday_l IS NOT NULL THEN last_day_r - first_day_r ELSE last_day_l - first_day_l END)"
# How long after the known end of the one the other, undated, came out.
_LAG = "(CASE WHEN when_known_l THEN abs(came_out_r - last_day_l) ELSE abs(came_out_l - last_day_r) END)"


_WORDS = {
    "same day": "same day: {one}",
    "days overlap": "days overlap: {both}",
    "next day, by publication": "one day apart ({both}), and one of them only taken from the day of publication",
    "next day": "one day apart ({both}), as a time zone or a report of the next day may explain",
    "apart, by publication": "one of them is dated by the publication alone",
    "days apart": "days apart: {both}",
    "times apart": "times do not meet: {both}",
    "within a week": "times overlap: {both}",
    "within part of a month": "times overlap: {both}",
    "within a month": "times overlap: {both}",
    "within a longer time": "times overlap: {both}",
    "out of reach": "one happened outside the days that the other, undated, can be of",
    "one report": "no day told to set them apart",
    "nothing ties them": "nothing ties the two in time",
    "neither dated, fresh": f"neither tells a day; published within {FRESH_DAYS} days of each other",
    "neither dated": "neither tells a day, and they were not published together",
    "one undated, fresh": f"one tells no day; published within {FRESH_DAYS} days of {{known}}",
    "one undated, recent": f"one tells no day; published within {RECENT_DAYS} days of {{known}}",
    "one undated": "one tells no day",
    "that weekday": "one tells only a weekday, which {known} is",
    "another weekday": "one tells only a weekday, which {known} is not",
}


def _say(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    one, other = _span(a), _span(b)
    known = one if a.mention.when.is_known else other
    return _WORDS[level].format(one=one, both=f"{one} and {other}", known=known)


def _span(t: Telling) -> str:
    start, end = t.window
    return str(start) if start == end else f"{_day(start)} to {_day(end)}"


def _day(day: date | None) -> str:
    return "an unknown day" if day is None else str(day)


DAY = Comparison(
    "day",
    untold="FALSE",
    levels=(
        Level("same day", f"{_BOTH_DAYS} AND first_day_l = first_day_r AND last_day_l = last_day_r", 3.0),
        Level("days overlap", f"{_BOTH_DAYS} AND {_GAP} = 0", 2.5),
        Level("next day, by publication", f"{_BOTH_DAYS} AND {_GAP} = 1 AND {_BY_PUBLICATION}", -1.5),
        Level("next day", f"{_BOTH_DAYS} AND {_GAP} = 1", -2.5),
        Level("apart, by publication", f"{_BOTH_DAYS} AND {_BY_PUBLICATION} AND {_SAME_REPORT}", -0.5),
        Level("days apart", _BOTH_DAYS, -12.0),
        Level("times apart", f"{_BOTH_KNOWN} AND {_GAP} > 0", -12.0),
        Level("within a week", f"{_BOTH_KNOWN} AND greatest(width_l, width_r) = 1", 1.5),
        Level("within part of a month", f"{_BOTH_KNOWN} AND greatest(width_l, width_r) = 2", 1.0),
        Level("within a month", f"{_BOTH_KNOWN} AND greatest(width_l, width_r) = 3", 0.5),
        Level("within a longer time", _BOTH_KNOWN, 0.0),
        Level("out of reach", f"{_GAP} > 0", -12.0),
        Level("one report", _SAME_REPORT, 0.0),
        Level("that weekday", f"{_WEEKDAY_AND_DAY} AND {_DAYS_TO_WEEKDAY} <= {_WINDOW}", 1.0),
        Level("another weekday", _WEEKDAY_AND_DAY, -4.0),
        Level("neither dated, fresh", f"{_NEITHER_KNOWN} AND NOT {_HISTORY} AND {_BOTH_FRESH}", 0.5),
        Level("neither dated", f"{_NEITHER_KNOWN} AND NOT {_HISTORY} AND NOT {_BOTH_FRESH}", -2.5),
        Level("nothing ties them", _NEITHER_KNOWN, -3.5),
        Level("one undated, fresh", f"NOT {_UNDATED_HISTORY} AND {_LAG} <= {FRESH_DAYS}", 0.5),
        Level("one undated, recent", f"NOT {_UNDATED_HISTORY} AND {_LAG} <= {RECENT_DAYS}", -1.0),
    ),
    otherwise=otherwise("one undated", -2.5),
    say=_say,
)
