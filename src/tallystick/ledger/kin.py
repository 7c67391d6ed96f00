"""Whose copy each report was found to be, and by what it is found again: the numbers that stand for its passages."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    Integer,
    Row,
    Select,
    Text,
    Tuple,
    and_,
    case,
    column,
    delete,
    desc,
    distinct,
    func,
    literal,
    or_,
    select,
    tuple_,
    values,
)

from tallystick.ledger import index_schema
from tallystick.ledger.index import chunks_of, put, take_out

_SKETCH, _KEY = index_schema.sketch, index_schema.passage_key
_RANK = tuple_(_SKETCH.c.published, _SKETCH.c.words, _SKETCH.c.report_id)


class Kin(NamedTuple):
    """A report's sketch, and the report that it was taken from (``parent_id``), if it is a copy of any.

    ``published`` is the last day there is for an undated report. ``head`` and ``tail`` hold the keys of the passages of
    both halves of its text; two texts that share a passage share most of its keys. A text ``is_short`` if a single
    passage in common counts.
    """

    report_id: str
    published: date
    words: int
    credited: bool
    is_short: bool
    head: tuple[tuple[int, ...], ...]
    tail: tuple[tuple[int, ...], ...]
    parent_id: str | None

    @property
    def keys(self) -> dict[int, bool]:
        """The keys of all its passages, and whether each is of one in the first half."""
        ends = dict.fromkeys(chain.from_iterable(self.tail), False)
        return ends | dict.fromkeys(chain.from_iterable(self.head), True)


class Met(NamedTuple):
    """A report that shares passages with another, and how many of the other's."""

    report_id: str
    published: date
    words: int
    shared: int


class KinOnFile:
    """The kin of reports, as last derived."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, report_ids: Collection[str]) -> list[Kin]:
        """Those reports, in no order; those not derived from yet are left out."""
        return self._where(_SKETCH.c.report_id, report_ids)

    def before(self, kin: Kin, *, fewest: int, most: int) -> list[Met]:
        """Of the reports that come before this one and share passages with it, those that share most; best first.

        Two texts must share ``fewest`` passages, or one if either is short, and one in the first half of either.
        """
        query = self._met(kin, fewest, _KEY.c.day <= kin.published.toordinal()).where(_rank_of(kin) > _RANK)
        ranked = query.order_by(desc("shared"), *_RANK.clauses).limit(most)
        return [Met._make(row) for row in self._connection.execute(ranked)]

    def after(self, kin: Kin, *, fewest: int) -> list[Met]:
        """The reports that come after this one and so share passages with it, in no order."""
        query = self._met(kin, fewest, _KEY.c.day >= kin.published.toordinal()).where(_rank_of(kin) < _RANK)
        return [Met._make(row) for row in self._connection.execute(query)]

    def _met(self, kin: Kin, fewest: int, when: ColumnElement[bool]) -> Select[Any]:
        columns = column("key", BigInteger), column("passage", Integer), column("in_head", Integer)
        rows = [
            (key, number, int(number < len(kin.head)))
            for number, passage in enumerate((*kin.head, *kin.tail))
            for key in passage
        ]
        ours = values(*columns, literal_binds=True).data(rows or [(-1, 0, 0)]).cte("ours")
        shared = func.count(distinct(ours.c.passage))
        enough = or_(shared >= fewest, _any(_KEY.c.is_short), literal(kin.is_short))
        met = (
            select(_KEY.c.number, shared.label("shared"))
            .join(ours, and_(_KEY.c.key == ours.c.key, when))
            .group_by(_KEY.c.number)
            .having(and_(_any(or_(ours.c.in_head == 1, _KEY.c.is_head)), enough))
            .subquery()
        )
        return select(_SKETCH.c.report_id, _SKETCH.c.published, _SKETCH.c.words, met.c.shared).join(
            met, met.c.number == _SKETCH.c.number
        )

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
        ours = and_(_KEY.c.number == number, _KEY.c.key.in_(before[report_id].keys.keys()))
        connection.execute(delete(_KEY).where(ours))
    take_out(connection, _SKETCH.c.report_id, before.keys() & differ.keys())
    put(connection, _SKETCH, [_row(one) for one in differ.values()])
    numbers = _numbers(connection, differ)
    # In the order of the index, in which rows go in fastest.
    rows = [
        {
            "key": key,
            "day": one.published.toordinal(),
            "number": numbers[i],
            "is_head": is_head,
            "is_short": one.is_short,
        }
        for i, one in differ.items()
        for key, is_head in one.keys.items()
    ]
    put(connection, _KEY, sorted(rows, key=lambda row: (row["key"], row["day"], row["number"])))


def _numbers(connection: Connection, report_ids: Collection[str]) -> dict[str, int]:
    query = select(_SKETCH.c.report_id, _SKETCH.c.number)
    return {
        row.report_id: row.number
        for chunk in chunks_of(report_ids)
        for row in connection.execute(query.where(_SKETCH.c.report_id.in_(chunk)))
    }


def _any(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a condition holds of one row of a group."""
    return func.max(case((condition, 1), else_=0)) == 1


def _rank_of(kin: Kin) -> Tuple:
    """Who comes first as the source of another: see ``Sketch.rank``."""
    return tuple_(
        literal(kin.published, Date), literal(kin.words, Integer), literal(kin.report_id, Text)
    )  # fmt: skip


def _row(kin: Kin) -> dict[str, Any]:
    passages = json.dumps([kin.head, kin.tail], separators=(",", ":"))
    return {
        "report_id": kin.report_id,
        "published": kin.published,
        "words": kin.words,
        "credited": kin.credited,
        "is_short": kin.is_short,
        "passages": passages,
        "parent_id": kin.parent_id,
    }


def _kin_from(row: Row[Any]) -> Kin:
    head, tail = json.loads(row.passages)
    return Kin(
        row.report_id, row.published, row.words, row.credited, row.is_short, _passages(head), _passages(tail),
        row.parent_id,
    )  # fmt: skip


def _passages(found: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(passage) for passage in found)
