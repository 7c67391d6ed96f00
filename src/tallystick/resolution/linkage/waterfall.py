"""How pairs came to their weights, feature by feature."""

from __future__ import annotations

from collections.abc import Collection

import duckdb
import numpy as np
import pyarrow as pa

from tallystick.model.incident import Step
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.features.comparison import Comparison
from tallystick.resolution.linkage.links import Links

Pair = tuple[int, int]

_SIDES = (
    "SELECT {columns} FROM pairs JOIN tellings l ON l.unique_id = a JOIN tellings r ON r.unique_id = b ORDER BY number"
)


def steps_of(pairs: Collection[Pair], links: Links) -> dict[Pair, tuple[Step, ...]]:
    """For each pair, the smaller number first, the steps to its weight; where all pairs begin comes first.

    The levels are found by the very conditions that Splink scored the pairs by. A feature of which one of the two tells
    nothing has no step.
    """
    wanted = sorted(pairs)
    if not wanted:
        return {}
    sides = ", ".join(f"{side}.{name} AS {name}_{side}" for side in "lr" for name in links.table.column_names)
    levels = ", ".join(f"{_level(c)} AS c{n}" for n, c in enumerate(COMPARISONS))
    with duckdb.connect() as connection:
        connection.register("tellings", links.table)
        numbers = np.asarray(wanted, dtype=np.int32)
        connection.register("pairs", pa.table({"number": range(len(wanted)), "a": numbers[:, 0], "b": numbers[:, 1]}))
        rows = connection.execute(f"SELECT {levels} FROM ({_SIDES.format(columns=sides)})").fetchall()
    return {pair: _steps(pair, row, links) for pair, row in zip(wanted, rows, strict=True)}


def _level(comparison: Comparison) -> str:
    """SQL for the number of the level that a pair came to; null for the untold one."""
    whens = " ".join(f"WHEN {level.condition} THEN {n}" for n, level in enumerate(comparison.levels))
    return f"CASE WHEN {comparison.untold} THEN NULL {whens} ELSE {len(comparison.levels)} END"


def _steps(pair: Pair, row: tuple[int | None, ...], links: Links) -> tuple[Step, ...]:
    one, other = (links.tellings[n] for n in pair)
    prior = Step(feature="prior", level="prior", weight=round(links.model.prior_bits, 2), words="where all pairs begin")
    steps = [prior]
    for comparison, number in zip(COMPARISONS, row, strict=True):
        if number is not None:
            level = comparison.all_levels[number]
            weight = round(links.model.bits_of(comparison, level), 2)
            words = comparison.say(level.name, one, other, links.knows)
            steps.append(Step(feature=comparison.feature, level=level.name, weight=weight, words=words))
    return tuple(steps)
