"""Columns of tellings that hang together, made once for all that tell the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from tallystick.resolution.telling import Telling

CODE = pa.int64()
"""A name as a number, the same for the same name in all columns: several times as quick to compare as text. No other
column is of this type: the codes are told from plain numbers by it.
"""

LIST = pa.list_(CODE)
"""Names as numbers."""


@dataclass(frozen=True)
class Part:
    """Columns that hang together. Tellings of one ``key`` have one ``row``, which is made once."""

    columns: Mapping[str, pa.DataType]
    key: Callable[[Telling], Hashable]
    row: Callable[[Telling], tuple[Any, ...]]

    def of(self, tellings: Sequence[Telling], codes: dict[str, int]) -> dict[str, pa.Array]:
        """The columns of these tellings; ``codes`` are of the names met so far, to which new ones are added."""
        at: dict[Hashable, int] = {}
        rows: list[tuple[Any, ...]] = []
        numbers = []
        for t in tellings:
            number = at.setdefault(self.key(t), len(rows))
            if number == len(rows):
                rows.append(self.row(t))
            numbers.append(number)
        chosen = pa.array(numbers, pa.int32())
        columns = zip(*rows, strict=True) if rows else iter([()] * len(self.columns))
        return {name: _column(next(columns), kind, codes).take(chosen) for name, kind in self.columns.items()}


def _column(values: Sequence[Any], kind: pa.DataType, codes: dict[str, int]) -> pa.Array:
    """The values as an array, names as their codes; a name that is new gets the next code."""
    if kind == CODE:
        return pa.array([None if v is None else codes.setdefault(v, len(codes)) for v in values], kind)
    if kind == LIST:
        starts = np.cumsum([0, *map(len, values)], dtype=np.int32)
        return pa.ListArray.from_arrays(
            starts, pa.array([codes.setdefault(v, len(codes)) for v in chain.from_iterable(values)], CODE)
        )
    return pa.array(values, kind)
