"""Pairs of mentions scored by Splink on DuckDB, and the level of each comparison, to fit the weights by."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from splink import DuckDBAPI, Linker, SettingsCreator

from tallystick.resolution.events.comparisons import COMPARISONS
from tallystick.resolution.events.model import EventModel
from tallystick.resolution.events.telling import EventTelling, table_of
from tallystick.resolution.features.sql import both_sides, first_that_holds

Pair = tuple[str, str]


def score_pairs(tellings: Sequence[EventTelling], model: EventModel) -> dict[Pair, float]:
    """The probability that two mentions of one incident tell one event, by their ids in order."""
    if len(tellings) < 2:
        return {}
    settings = SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=model.prior,
        comparisons=[*model.settings()],
        blocking_rules_to_generate_predictions=[{"blocking_rule": "l.incident = r.incident"}],
        retain_matching_columns=False,
    )
    database = DuckDBAPI()
    # No user asked to be told each step, nor that no comparison has a level for nulls: no column holds any.
    linker = Linker(database.register(table_of(tellings)), settings, log_level=logging.ERROR)
    found: pa.Table = linker.inference.predict().as_pyarrow_table()  # type: ignore[no-untyped-call]
    ids = (found[name].to_pylist() for name in ("unique_id_l", "unique_id_r"))
    return {
        (min(a, b), max(a, b)): float(p) for a, b, p in zip(*ids, found["match_probability"].to_pylist(), strict=True)
    }


def levels_of_pairs(tellings: Sequence[EventTelling]) -> tuple[list[Pair], NDArray[np.int64]]:
    """The pairs of mentions of one incident, and of each the number of its level in each comparison."""
    table = table_of(tellings)
    tried = (first_that_holds(level.condition for level in comparison.levels[:-1]) for comparison in COMPARISONS)
    cases = ", ".join(f"{case} AS c{n}" for n, case in enumerate(tried))
    with duckdb.connect() as database:
        database.register("tellings", table)
        found = database.execute(
            f"WITH pairs AS (SELECT {both_sides(table.column_names)} FROM tellings l JOIN tellings r "
            "ON l.incident = r.incident AND l.unique_id < r.unique_id) "
            f"SELECT unique_id_l, unique_id_r, {cases} FROM pairs ORDER BY 1, 2"
        ).to_arrow_table()
    pairs = list(zip(found[0].to_pylist(), found[1].to_pylist(), strict=True))
    levels = np.array([found[n + 2].to_numpy() for n in range(len(COMPARISONS))], dtype=np.int64).T
    return pairs, levels.reshape(len(pairs), len(COMPARISONS))
