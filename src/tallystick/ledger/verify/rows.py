"""Reading large tables bit by bit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, Select, select

from tallystick.ledger import schema

T = TypeVar("T")

# Rows read and things checked at a time; what is looked up at once. Neither database takes more than 32,766 values.
AT_ONCE = 500
_LOOKED_UP = 10_000


def streamed(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """The rows of a query, some hundreds in memory at a time."""
    yield from connection.execute(query, execution_options={"yield_per": AT_ONCE})


def in_chunks(things: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The same things in lists."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


def on_file(connection: Connection, column: Column[Any], values: Iterable[object]) -> set[object]:
    """Those of the values that the column holds."""
    found: set[object] = set()
    for chunk in in_chunks(set(values), _LOOKED_UP):
        found.update(connection.scalars(select(column).where(column.in_(chunk))))
    return found


def texts_of(connection: Connection, report_ids: Iterable[str]) -> dict[str, str]:
    """The texts of those of the reports that are on file."""
    found: dict[str, str] = {}
    for chunk in in_chunks(set(report_ids), _LOOKED_UP):
        query = select(schema.report.c.id, schema.report.c.text).where(schema.report.c.id.in_(chunk))
        found.update((row.id, row.text) for row in connection.execute(query))
    return found
