"""Every noun on file can be read, its quotes stand in their reports, and what it names is on file too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Column, Connection, Row, select

from tallystick.ledger.payload import noun_from
from tallystick.ledger.verify.finding import Faults
from tallystick.ledger.verify.named import Kept, Reference
from tallystick.ledger.verify.rows import in_chunks, on_file, streamed, texts_of
from tallystick.model.base import Noun
from tallystick.model.quote import Quote, quotes_in


def check(kept: Kept, connection: Connection) -> Faults:
    """Checks the nouns of one table."""
    keys = tuple(kept.table.primary_key)
    query = select(*keys, kept.table.c.payload)
    if "report_id" in kept.table.c:
        # Mentions of one report come together, so that its text is looked up once.
        query = query.order_by(kept.table.c.report_id)
    for rows in in_chunks(streamed(connection, query)):
        read = [_read(kept, row, called=row[len(keys) - 1]) for row in rows]
        nouns = [noun for noun in read if isinstance(noun, Noun)]
        texts = texts_of(connection, (quote.report_id for noun in nouns for quote in quotes_in(noun)))
        there = _on_file(connection, (reference for noun in nouns for reference in kept.names(noun)))
        for row, noun in zip(rows, read, strict=True):
            fault = noun if isinstance(noun, str) else _fault(noun, texts, kept.names(noun), there)
            name = " ".join(str(value) for value in row[: len(keys)])
            yield None if fault is None else f"{kept.table.name} {name}: {fault}"


def _read(kept: Kept, row: Row[Any], *, called: object) -> Noun | str:
    """The noun that a row holds, or what is wrong with the row; ``called`` is the id under which it is filed."""
    try:
        noun: Noun = noun_from(kept.adapter, row.payload)
    except (ValidationError, ValueError):
        return "cannot be read"
    if getattr(noun, "id", called) != called:
        return "holds another one"
    return noun


def _on_file(connection: Connection, references: Iterable[Reference]) -> dict[Column[Any], set[object]]:
    wanted: dict[Column[Any], set[object]] = defaultdict(set)
    for column, value in references:
        wanted[column].add(value)
    return {column: on_file(connection, column, values) for column, values in wanted.items()}


def _fault(
    noun: Noun, texts: dict[str, str], references: Iterable[Reference], there: dict[Column[Any], set[object]]
) -> str | None:
    for quote in quotes_in(noun):
        if not stands(quote, texts):
            return f"the words {quote.exact!r} do not stand in report {quote.report_id} at {quote.start}"
    for column, value in references:
        if value not in there[column]:
            return f"{column.table.name} {value} is not on file"
    return None


def stands(quote: Quote, texts: dict[str, str]) -> bool:
    """True if the quoted words stand in their report where they are said to."""
    return texts.get(quote.report_id, "")[quote.start : quote.end] == quote.exact and quote.report_id in texts
