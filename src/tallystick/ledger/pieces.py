"""A connection that is read piece by piece, at one moment of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

from tallystick.ledger.index import chunks_of


class Pieces:
    """One state of the ledger, whatever others write meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _of(self, query: Select[Any], column: ColumnElement[Any], ids: Collection[str]) -> Iterator[Row[Any]]:
        for chunk in chunks_of(ids):
            yield from self._connection.execute(query.where(column.in_(chunk)))
