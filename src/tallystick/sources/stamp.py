"""The day stamp of a page that was saved as plain text: glued to the headline or to the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallystick.sources.day import CLOCK, DAY, DAY_IN_FIGURES, NAMED_WEEKDAY, parse_written_day

_LABEL = r"(?:(?:date of publication|(?:first )?published|posted|(?:last )?updated)(?:[ \t]+(?:on|at))?:?[ \t]+)?"
# Bare figures are a time only where something says so, or else six of them: a count may follow the day.
_TIME = (
    rf"(?:(?:{CLOCK}|,?[ \t]+at[ \t]+\d{{4}}|,?[ \t]+\d{{4}}[ \t]*(?:[ap]m|(?:UTC|GMT)(?:[+-]\d{{1,2}})?)"
    r"|[ \t]+\d{6})(?!\w))"
)
_UPDATED = r"(?:[ \t]*\((?:last )?updated[^()\n]{0,40}\))"
_DAY = rf"(?P<day>(?:{DAY}|{DAY_IN_FIGURES}))"
_BEHIND = r"\)?(?:[ \t]*\n\s*|[ \t]+(?=title:|(?-i:[A-Z0-9\"'“‘(\[]))|(?=(?-i:[A-Z])))"
_STAMP = rf"{_DAY}{_TIME}?{_UPDATED}?{_BEHIND}"
_OPENING = re.compile(rf"\s*{_LABEL}{_STAMP}", re.IGNORECASE)
# Behind a headline only a stamp that names its weekday or begins with the day: "July 5 2016" may belong to the text.
_INSIDE = re.compile(rf"(?P<before>\S+)[ \t]+(?={NAMED_WEEKDAY}|\d)(?:\d{{4}}[ \t]+)?{_STAMP}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[a-z)\]\"”][.!?][\"”]?(?:\s|\Z)|\n\s*\n")
_BINDS = frozenset(
    {
        "a", "about", "after", "an", "and", "around", "as", "at", "before", "between", "by", "dated", "during", "for",
        "from", "in", "into", "of", "on", "or", "over", "since", "than", "the", "through", "till", "to", "until",
        "was", "were", "with",
    }
)  # fmt: skip
_REACH = 250  # code points of headline


@dataclass(frozen=True)
class Stamp:
    """A day as written, with its year, and the code point behind it."""

    day: str
    end: int


def find_stamp(text: str, start: int) -> Stamp | None:
    """The stamp that opens a text or stands behind its headline; None where there is none.

    "Wed 19 Apr 2017 Bomb kills six. A bomb …" and "Bomb kills six Reuters Wednesday 19 Apr 2017 A bomb …" bear one.
    It states its year, and a capital letter or a figure follows. A day that a word such as "on" or "the" binds to
    what stands before it, or that stands behind the end of a sentence, belongs to what the text tells.
    """
    opening = _OPENING.match(text, start)
    if opening and _states_year(opening["day"]):
        return Stamp(opening["day"], opening.end()) if opening.end() < len(text) else None
    for found in _INSIDE.finditer(text, start, start + 2 * _REACH):
        if found.start("day") > start + _REACH or _SENTENCE_END.search(text, start, found.start("day")):
            return None
        if found["before"].lower() not in _BINDS and _states_year(found["day"]):
            return Stamp(found["day"], found.end())
    return None


def _states_year(day: str) -> bool:
    try:
        return parse_written_day(day, year=None) is not None
    except ValueError:
        return False
