"""The year that a text itself tells for a date without one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from tallystick.reading.date_patterns import Phrase

_PARTNER: Final = re.compile(r"\s*(?:,|and|to|or|through|until|till|-|–|—|&)+\s*(?:the\s+)?")
_SENTENCE_END: Final = re.compile(r"(?<![A-Z])[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]|;|\n\s*\n")


def in_one_sentence(text: str, first: int, second: int) -> bool:
    """True if no sentence seems to end between two offsets."""
    return not _SENTENCE_END.search(text, min(first, second), max(first, second))


def year_finder(
    text: str, phrases: Sequence[Phrase], anchor: date | None, *, body_start: int = 0
) -> Callable[[int], int | None]:
    """A function from the offset of a date to the year that the text tells for it; None where it tells none.

    It is told by a partner to the right ("from March 3 to June 5, 2015"), by a full date before it in the same
    sentence, and, where there is no dateline, by the nearest full date of the text, the ones before it first. Where
    there is a dateline, a date in the header, before ``body_start``, tells the year of no other.
    """
    told = [(phrase.start, phrase.number("year")) for phrase in phrases if _is_full(phrase)]
    told += [(phrase.start, int(phrase.word("date")[:4])) for phrase in phrases if phrase.kind == "iso"]
    told = sorted(t for t in told if anchor is None or t[0] >= body_start)
    index_of = {phrase.start: index for index, phrase in enumerate(phrases)}

    def year_near(offset: int) -> int | None:
        index = index_of[offset]
        partner = phrases[index + 1] if index + 1 < len(phrases) else None
        if partner and _is_full(partner) and _PARTNER.fullmatch(text, phrases[index].end, partner.start):
            return partner.number("year")
        before = bisect_left(told, (offset, 0)) - 1
        if before >= 0 and in_one_sentence(text, told[before][0], offset):
            return told[before][1]
        return told[max(before, 0)][1] if anchor is None and told else None

    return year_near


def _is_full(phrase: Phrase) -> bool:
    return phrase.tells("year") and phrase.tells("month")
