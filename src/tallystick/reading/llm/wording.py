"""Where words that the model copied stand in the report: letter for letter, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tallystick.model.quote import Quote, quote_from
from tallystick.model.report import Report
from tallystick.reading.llm.passages import Passage


class Misquote(StrEnum):
    """Why a mention was dropped."""

    NOT_IN_REPORT = "not in the report"
    NOT_CLEAR_WHERE = "more than once in it, and not told which"


class MisquotedError(Exception):
    """Words of the model that cannot be put to a place in the report."""

    def __init__(self, why: Misquote) -> None:
        self.why = why
        super().__init__(why.value)


def locate(words: str, report: Report, passage: Passage, *, before: str = "") -> Quote:
    """The quote of words within a passage; the one behind the words ``before`` if they stand there several times.

    Raises:
        MisquotedError: they do not stand there, or several times and ``before`` does not tell which is meant.

    """
    words = words.strip()
    found = list(_starts(words, report.text, passage.start, passage.end))
    if not found:
        raise MisquotedError(Misquote.NOT_IN_REPORT)
    if len(found) > 1:
        context = before.strip()
        found = [s for s in found if context and report.text[passage.start : s].rstrip().endswith(context)]
    if len(found) != 1:
        raise MisquotedError(Misquote.NOT_CLEAR_WHERE)
    return quote_from(report.id, report.text, found[0], found[0] + len(words))


def locate_near(words: str, report: Report, passage: Passage, told: Quote) -> Quote:
    """The quote of words within those that tell the event, else the nearest to them in the passage.

    Raises:
        MisquotedError: they do not stand in the passage.

    """
    words = words.strip()
    inside = next(_starts(words, report.text, told.start, told.end), None)
    if inside is None:
        found = _starts(words, report.text, passage.start, passage.end)
        inside = min(found, key=lambda start: abs(start - told.start), default=None)
    if inside is None:
        raise MisquotedError(Misquote.NOT_IN_REPORT)
    return quote_from(report.id, report.text, inside, inside + len(words))


def _starts(words: str, text: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        if not (_cuts(text, at) or _cuts(text, at + len(words))):
            yield at
        at = text.find(words, at + 1, end)


def _cuts(text: str, at: int) -> bool:
    """True for a seam within a number, or within a word of a script that writes words apart.

    "2" is no part of "12" nor of "2,000". Scripts without case join prepositions to names (Arabic, Hebrew) or all words
    (Chinese): there words may begin anywhere.
    """
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isdecimal() and right in ".,٫٬" and at + 1 < len(text):
        return text[at + 1].isdecimal()
    if right.isdecimal() and left in ".,٫٬" and at > 1:
        return text[at - 2].isdecimal()
    return (left.isdecimal() and right.isdecimal()) or (_has_case(left) and _has_case(right))


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()
