"""Every quote of every mention must stand in its report, letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from tallystick.model.mention import Mention
from tallystick.model.quote import Quote
from tallystick.model.report import Report


def drop_misquoted(mentions: Iterable[Mention], report: Report) -> tuple[tuple[Mention, ...], int]:
    """The mentions all of whose quotes are literal substrings at their offsets, and how many were dropped."""
    kept: list[Mention] = []
    dropped = 0
    for mention in mentions:
        if all(_stands(quote, report) for quote in quotes_in(mention)):
            kept.append(mention)
        else:
            dropped += 1
    return tuple(kept), dropped


def quotes_in(noun: BaseModel) -> Iterator[Quote]:
    """Every quote inside a noun, however deep."""
    if isinstance(noun, Quote):
        yield noun
        return
    for name in type(noun).model_fields:
        yield from _quotes_of(getattr(noun, name))


def _quotes_of(value: object) -> Iterator[Quote]:
    if isinstance(value, BaseModel):
        yield from quotes_in(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _quotes_of(item)


def _stands(quote: Quote, report: Report) -> bool:
    return quote.report_id == report.id and report.text[quote.start : quote.end] == quote.exact
