"""Every quote of every mention must stand in its report, letter for letter."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.model.mention import Mention
from tallystick.model.quote import Quote, quotes_in
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


def _stands(quote: Quote, report: Report) -> bool:
    return quote.report_id == report.id and report.text[quote.start : quote.end] == quote.exact
