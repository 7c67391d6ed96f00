"""What the tests of dates share: a report, and its dates."""

from __future__ import annotations

from datetime import date

from spacy.language import Language

from tallystick.model.expression import DateExpression
from tallystick.model.report import Report
from tallystick.reading.dates import find_dates

DATELINE = date(2023, 11, 8)
"""A Wednesday."""


def make_report(text: str, published_on: date | None = DATELINE, *, body_start: int = 0) -> Report:
    return Report(id="r", text=text, published_on=published_on, body_start=body_start)


def read(
    nlp: Language, text: str, published_on: date | None = DATELINE, *, default_year: int | None = None
) -> tuple[DateExpression, ...]:
    return find_dates(nlp(text), make_report(text, published_on), default_year=default_year)


def days(expression: DateExpression) -> tuple[str | None, str | None]:
    when = expression.when
    return (when.start.isoformat() if when.start else None, when.end.isoformat() if when.end else None)


def quotes(expressions: tuple[DateExpression, ...]) -> list[str]:
    return [expression.quote.exact for expression in expressions]
