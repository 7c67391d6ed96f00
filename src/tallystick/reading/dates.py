"""Every date expression of a report: where it stands and which days it means.

Expressions are found by a grammar over words (``date_grammar``), sifted by what stands around them (``date_guards``),
resolved from the dateline (``date_resolving``) and joined where two make one (``date_joining``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from typing import Final

from spacy.tokens import Doc, Token

from tallystick.model.expression import DateExpression, Timex
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.model.when import When
from tallystick.reading.date_grammar import LEXICON, Phrase, candidate_phrases
from tallystick.reading.date_guards import Surroundings, is_time
from tallystick.reading.date_joining import is_clock_time, is_one_day, join_clock_times, join_ranges, open_windows
from tallystick.reading.date_resolving import RESOLVERS, UNKNOWN_DAY, Context, Reading
from tallystick.reading.date_tense import looks_ahead

_DATELINE_BEFORE: Final = re.compile(
    r"(?:\A|\n)[^\w\n]*(?:[A-Z][A-Z'’.-]+(?:[ ,/-]+[A-Z][\w'’.-]*)*(?:\s*\([^)\n]*\))?[,:]?\s*"
    r"|(?i:date|dated|published|posted|updated|last (?:updated|modified)|issued|on)\b[^\w\n]*(?i:on\b\s*)?)?\Z"
)
_DATELINE_AFTER: Final = re.compile(r"\s*(?:\([^)\n]*\))?\s*(?:[-–—]|\n|\Z)|\s*\([A-Z][^)\n]*\)")
_HEADER_REACH: Final = 200
"""Characters from the start of the body in which a dateline may stand."""
_PARTNER: Final = re.compile(r"\s*(?:,|and|to|or|through|until|till|-|–|—|&)+\s*(?:the\s+)?")
_SENTENCE_END: Final = re.compile(r"(?<![A-Z])[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]|\n\s*\n")


def find_dates(doc: Doc, report: Report, *, default_year: int | None = None) -> tuple[DateExpression, ...]:
    """The date expressions of a report, sorted by start, none overlapping.

    Args:
        doc: spaCy's reading of ``report.text``; its tags and dependencies, where there are any, tell the tense.
        report: the report; ``published_on`` is the day from which everything without a year is counted back.
        default_year: the year of a day and month when neither the text nor the dateline tells one.

    """
    text = report.text
    token_at = _token_finder(doc)
    phrases = _chosen_phrases(text, token_at)
    context = Context(
        anchor=report.published_on,
        default_year=default_year,
        looks_ahead=_ahead_finder(doc, token_at),
        year_near=_year_finder(text, phrases, report.published_on),
    )
    readings: list[Reading] = []
    for phrase in phrases:
        for reading in RESOLVERS[phrase.kind](phrase, context):
            readings.append(reading)
            if is_one_day(reading) and reading.period.start and not _is_header_span(reading.start, reading.end, report):
                context.days.append((reading.start, reading.period.start))
    readings = join_clock_times(text, readings)
    readings = [_with_day(reading, readings, text, report.published_on) for reading in readings]
    readings = open_windows(text, join_ranges(text, readings))
    return tuple(_expression(reading, report) for reading in readings)


def is_header(expression: DateExpression, report: Report) -> bool:
    """True if the expression dates the report itself: in the header, or in a dateline such as "BAGHDAD, Nov. 7 —"."""
    return _is_header_span(expression.quote.start, expression.quote.end, report)


def _is_header_span(start: int, end: int, report: Report) -> bool:
    if start < report.body_start:
        return True
    if start - report.body_start > _HEADER_REACH:
        return False
    before = report.text[report.body_start : start]
    return bool(_DATELINE_BEFORE.search(before) and _DATELINE_AFTER.match(report.text, end))


def _expression(reading: Reading, report: Report) -> DateExpression:
    quote = quote_from(report.id, report.text, reading.start, reading.end)
    period = reading.period
    when = When(start=period.start, end=period.end, precision=period.precision, basis=reading.basis, quote=quote)
    return DateExpression(quote=quote, when=when, timex=Timex(type=reading.type, value=period.value))


def _chosen_phrases(text: str, token_at: Callable[[int], Token | None]) -> list[Phrase]:
    """The longest phrases that are times, none overlapping, in order of the text."""
    around = Surroundings(text, token_at)
    chosen: list[Phrase] = []
    for phrase in candidate_phrases(LEXICON.cut(text)):
        if all(phrase.end <= other.start or other.end <= phrase.start for other in chosen[-12:]) and is_time(
            phrase, around
        ):
            chosen.append(phrase)
    return sorted(chosen, key=lambda phrase: phrase.start)


def _token_finder(doc: Doc) -> Callable[[int], Token | None]:
    """A function from an offset to the token that covers it."""
    starts = [token.idx for token in doc]

    def token_at(offset: int) -> Token | None:
        index = bisect_right(starts, offset) - 1
        return doc[index] if index >= 0 else None

    return token_at


def _ahead_finder(doc: Doc, token_at: Callable[[int], Token | None]) -> Callable[[int], bool]:
    def ahead(offset: int) -> bool:
        return looks_ahead(doc, token_at(offset))

    return ahead


def _year_finder(text: str, phrases: list[Phrase], anchor: date | None) -> Callable[[int], int | None]:
    """A function from the offset of a date without a year to the year that the text tells for it, if it does.

    A partner to the right ("from March 3 to June 5, 2015") tells it, and a full date before it in the same sentence.
    Without a dateline any date with month and year does, the nearest before first.
    """
    told = [
        (phrase.start, phrase.parts["year"][0].number)
        for phrase in phrases
        if "year" in phrase.parts and "month" in phrase.parts
    ]
    told += [
        (phrase.start, int(phrase.word("date")[:4]))
        for phrase in phrases
        if phrase.kind == "iso" and phrase.word("date")[:4].isdecimal()
    ]
    told.sort()
    order = {phrase.start: index for index, phrase in enumerate(phrases)}

    def year_near(offset: int) -> int | None:
        index = order.get(offset)
        if index is not None and index + 1 < len(phrases):
            partner = phrases[index + 1]
            if {"year", "month"} <= set(partner.parts) and _PARTNER.fullmatch(text, phrases[index].end, partner.start):
                return partner.parts["year"][0].number
        earlier = [year for start, year in told if start < offset and not _SENTENCE_END.search(text, start, offset)]
        if earlier:
            return earlier[-1]
        if anchor is None and told:
            before = [year for start, year in told if start < offset]
            return before[-1] if before else told[0][1]
        return None

    return year_near


def _with_day(reading: Reading, readings: list[Reading], text: str, anchor: date | None) -> Reading:
    """A clock time given its day: the nearest of its sentence, else the last one told, else the dateline."""
    if not is_clock_time(reading):
        return reading
    days = [other for other in readings if is_one_day(other) and other.period.start and not is_clock_time(other)]
    same = [other for other in days if not _SENTENCE_END.search(text, *sorted((other.start, reading.start)))]
    earlier = [other for other in days if other.start < reading.start]
    chosen = min(same, key=lambda other: abs(other.start - reading.start), default=earlier[-1] if earlier else None)
    day = chosen.period.start if chosen else anchor
    if day is None:
        period = reading.period._replace(value=UNKNOWN_DAY + reading.period.value, precision=DatePrecision.DAY)
        return reading._replace(period=period)
    period = reading.period._replace(
        start=day, end=day, precision=DatePrecision.DAY, value=day.isoformat() + reading.period.value
    )
    return reading._replace(period=period, basis=DateBasis.RELATIVE_TO_DATELINE)
