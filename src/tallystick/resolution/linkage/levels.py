"""The level that each comparison of a pair comes to, by the very conditions that Splink scores the pair by."""

from __future__ import annotations

from functools import lru_cache

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.features.comparison import Comparison
from tallystick.resolution.features.sql import both_sides, first_that_holds
from tallystick.resolution.linkage.links import Numbers

UNTOLD = -1
"""In place of a level, where the feature says nothing of a pair."""


def levels_of(left: Numbers, right: Numbers, table: pa.Table) -> NDArray[np.int8]:
    """A row for each pair of tellings, given by their numbers in ``table``, and a column for each comparison.

    It holds the number of the level in ``Comparison.all_levels``, or ``UNTOLD``.
    """
    levels = ", ".join(f"{_level_of(comparison)} AS c{n}" for n, comparison in enumerate(COMPARISONS))
    with _database().cursor() as connection:
        connection.register("tellings", table)
        connection.register("pairs", pa.table({"pair": np.arange(len(left)), "left_id": left, "right_id": right}))
        found = connection.execute(
            f"SELECT {levels} FROM (SELECT pair, {both_sides(table.column_names)} FROM pairs "
            "JOIN tellings l ON l.unique_id = left_id JOIN tellings r ON r.unique_id = right_id) ORDER BY pair"
        ).fetchnumpy()
    return np.stack([found[f"c{n}"] for n in range(len(COMPARISONS))], axis=1).astype(np.int8)


@lru_cache(maxsize=1)
def _database() -> duckdb.DuckDBPyConnection:
    """One for all: opening a database takes longer than a few pairs do. What a cursor registers is its own."""
    return duckdb.connect()


def _level_of(comparison: Comparison) -> str:
    level = first_that_holds(level.condition for level in comparison.levels)
    return f"CASE WHEN {comparison.untold} THEN {UNTOLD} ELSE {level} END"
