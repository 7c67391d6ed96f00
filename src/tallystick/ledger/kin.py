"""Whose copy each report was found to be, and by what it is found again: the numbers that stand for its passages."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Row, and_, delete, select

from tallystick.ledger import index_schema
from tallystick.ledger.index import chunks_of, put, take_out

_SKETCH, _KEY = index_schema.sketch, index_schema.passage_key


class Kin(NamedTuple):
    """A report's sketch, and the report that it was taken from (``parent_id``), if it is a copy of any.

    ``published`` is the last day there is for an undated report. ``head`` and ``tail`` hold the keys of the passages of
    both halves of its text; two texts that share a passage share most of its keys.
    """

    report_id: str
    published: date
    words: int
    credited: bool
    head: tuple[tuple[int, ...], ...]
    tail: tuple[tuple[int, ...], ...]
    parent_id: str | None

    @property
    def keys(self) -> frozenset[int]:
        """The keys of all its passages."""
        return frozenset(chain.from_iterable((*self.head, *self.tail)))


class KinOnFile:
    """The kin of reports, as last derived."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, report_ids: Collection[str]) -> list[Kin]:
        """Those reports, in no order; those not derived from yet are left out."""
        return self._where(_SKETCH.c.report_id, report_ids)

    def sharing(self, keys: Collection[int]) -> list[Kin]:
        """The reports that have one of those keys, in no order."""
        numbers = {
            number
            for chunk in chunks_of(keys)
            for number in self._connection.scalars(select(_KEY.c.number).where(_KEY.c.key.in_(chunk)))
        }
        return self._where(_SKETCH.c.number, numbers)

    def of_parents(self, report_ids: Collection[str]) -> list[Kin]:
        """The reports that were taken from one of those, in no order."""
        return self._where(_SKETCH.c.parent_id, report_ids)

    def _where(self, column: Column[Any], values: Collection[object]) -> list[Kin]:
        return [
            _kin_from(row)
            for chunk in chunks_of(values)
            for row in self._connection.execute(select(_SKETCH).where(column.in_(chunk)))
        ]


def save(connection: Connection, kin: Iterable[Kin]) -> None:
    """Files the kin that are new or differ, these in place of what was filed of the same reports."""
    told = {one.report_id: one for one in kin}
    before = {one.report_id: one for one in KinOnFile(connection).of(told)}
    differ = {i: one for i, one in told.items() if before.get(i) != one}
    for report_id, number in _numbers(connection, before.keys() & differ.keys()).items():
        ours = and_(_KEY.c.number == number, _KEY.c.key.in_(before[report_id].keys))
        connection.execute(delete(_KEY).where(ours))
    take_out(connection, _SKETCH.c.report_id, before.keys() & differ.keys())
    put(connection, _SKETCH, [_row(one) for one in differ.values()])
    numbers = _numbers(connection, differ)
    # In the order of the index, in which rows go in fastest.
    pairs = sorted((key, numbers[i]) for i, one in differ.items() for key in one.keys)
    put(connection, _KEY, [{"key": key, "number": number} for key, number in pairs])


def _numbers(connection: Connection, report_ids: Collection[str]) -> dict[str, int]:
    query = select(_SKETCH.c.report_id, _SKETCH.c.number)
    return {
        row.report_id: row.number
        for chunk in chunks_of(report_ids)
        for row in connection.execute(query.where(_SKETCH.c.report_id.in_(chunk)))
    }


def _row(kin: Kin) -> dict[str, Any]:
    passages = json.dumps([kin.head, kin.tail], separators=(",", ":"))
    return {
        "report_id": kin.report_id,
        "published": kin.published,
        "words": kin.words,
        "credited": kin.credited,
        "passages": passages,
        "parent_id": kin.parent_id,
    }


def _kin_from(row: Row[Any]) -> Kin:
    head, tail = json.loads(row.passages)
    return Kin(row.report_id, row.published, row.words, row.credited, _passages(head), _passages(tail), row.parent_id)


def _passages(found: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(passage) for passage in found)
