"""Every date expression of a report: where it stands and which days it means.

Phrases are found by a grammar over words (``date_grammar``), sifted by what stands around them (``date_guards``),
resolved from the dateline (``date_explicit``, ``date_relative``, ``date_timeless``) and joined where two make one
(``date_joining``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from typing import Final

from spacy.tokens import Doc, Token

from tallystick.model.expression import DateExpression, RangeEnd, Timex
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.model.when import When, clock_of
from tallystick.reading import date_business, date_explicit, date_relative, date_timeless
from tallystick.reading.date_grammar import GRAMMAR
from tallystick.reading.date_guards import Surroundings, is_time
from tallystick.reading.date_header import stands_in_header
from tallystick.reading.date_joining import join, open_windows, opens_window
from tallystick.reading.date_patterns import Phrase
from tallystick.reading.date_reading import UNKNOWN_DAY, Context, Reading
from tallystick.reading.date_tense import is_background, looks_ahead, may_lie_ahead
from tallystick.reading.date_years import in_one_sentence, year_finder

_RESOLVERS: Final = {
    **date_explicit.RESOLVERS,
    **date_business.RESOLVERS,
    **date_relative.RESOLVERS,
    **date_timeless.RESOLVERS,
}
_COMPARING: Final = {"ago", "earlier"}
"""What is told so is compared with, and does not move the story on."""
_TOLD: Final = {DatePrecision.DAY, DatePrecision.PART_OF_MONTH, DatePrecision.MONTH, DatePrecision.YEAR}


def find_dates(doc: Doc, report: Report, *, default_year: int | None = None) -> tuple[DateExpression, ...]:
    """The date expressions of a report, sorted by start, none overlapping.

    Args:
        doc: spaCy's reading of ``report.text``, or of its copy with capitals restored; its tags and dependencies,
            where there are any, tell the tense.
        report: the report. ``published_on`` is the day from which all that has no year is counted back.
        default_year: the year of a day and month for which neither the text nor the dateline tells one.

    """
    text = doc.text
    token_at = _token_finder(doc)
    phrases = _chosen_phrases(text, token_at)
    context = Context(
        anchor=report.published_on,
        default_year=default_year,
        looks_ahead=lambda offset: looks_ahead(doc, token_at(offset)),
        may_lie_ahead=lambda offset: may_lie_ahead(doc, token_at(offset)),
        year_near=year_finder(text, phrases, report.published_on, body_start=report.body_start),
    )

    def is_story_day(reading: Reading) -> bool:
        apart = stands_in_header(reading.start, reading.end, report) or opens_window(text, reading)
        named = reading.basis is DateBasis.EXPLICIT
        return reading.is_day and not apart and not (named and is_background(doc, token_at(reading.start)))

    readings: list[Reading] = []
    for phrase in phrases:
        for reading in _RESOLVERS[phrase.kind](phrase, context):
            readings.append(reading)
            context.clock = context.clock if (told := clock_of(reading.period.value)) is None else told
            if reading.type == "DATE" and reading.period.precision in _TOLD and phrase.word("dir") not in _COMPARING:
                context.dates.append(reading.period)
            if reading.period.start and is_story_day(reading):
                context.days.append(reading.period.start)
    readings = join(text, readings)
    days = [reading for reading in readings if reading.period.start and is_story_day(reading)]
    readings = open_windows(text, [_with_day(reading, days, text, report.published_on) for reading in readings])
    return tuple(_expression(reading, report) for reading in readings)


def is_header(expression: DateExpression, report: Report) -> bool:
    """True if the expression dates the report itself: in the header, or in a dateline such as "BAGHDAD, Nov. 7 —"."""
    return stands_in_header(expression.quote.start, expression.quote.end, report)


def _expression(reading: Reading, report: Report) -> DateExpression:
    quote = quote_from(report.id, report.text, reading.start, reading.end)
    start, end, precision, value = reading.period
    when = When(start=start, end=end, precision=precision, basis=reading.basis, timex=value, quote=quote)
    ends = tuple(
        RangeEnd(
            quote=quote_from(report.id, report.text, each.start, each.end),
            timex=Timex(type=each.type, value=each.period.value),
        )
        for each in reading.ends
    )
    return DateExpression(quote=quote, when=when, timex=Timex(type=reading.type, value=value), ends=ends)


def _chosen_phrases(text: str, token_at: Callable[[int], Token | None]) -> list[Phrase]:
    """The longest phrases that are times, none overlapping, in order of the text."""
    around = Surroundings(text, token_at, caseless=text == text.lower())
    taken: set[int] = set()
    chosen: list[Phrase] = []
    for phrase in GRAMMAR.candidates(text):
        starts = {lexeme.start for lexeme in phrase.lexemes}
        if taken.isdisjoint(starts) and is_time(phrase, around):
            taken |= starts
            chosen.append(phrase)
    return sorted(chosen, key=lambda phrase: phrase.start)


def _token_finder(doc: Doc) -> Callable[[int], Token | None]:
    """A function from an offset to the token that stands there; None before the first."""
    starts = [token.idx for token in doc]

    def token_at(offset: int) -> Token | None:
        index = bisect_right(starts, offset) - 1
        return doc[index] if index >= 0 else None

    return token_at


def _with_day(reading: Reading, days: list[Reading], text: str, anchor: date | None) -> Reading:
    """A clock time given its day: the nearest of its sentence, else the last one told, else the dateline."""
    if not reading.is_clock_time:
        return reading
    near = [other for other in days if in_one_sentence(text, other.start, reading.start)]
    before = [other for other in days if other.start < reading.start]
    other = min(near, key=lambda other: abs(other.start - reading.start), default=before[-1] if before else None)
    day = other.period.start if other else anchor
    value = f"{day.isoformat() if day else UNKNOWN_DAY}{reading.period.value}"
    period = reading.period._replace(start=day, end=day, precision=DatePrecision.DAY, value=value)
    return reading._replace(period=period, basis=DateBasis.RELATIVE_TO_DATELINE)
