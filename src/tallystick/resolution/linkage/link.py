"""Every candidate pair of tellings scored by Splink, on DuckDB."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence

import duckdb
import numpy as np
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.internals.realtime import compare_records

from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.block import keys_of
from tallystick.resolution.linkage.columns import table_of
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import Model, load_model
from tallystick.resolution.telling import Telling

FLOOR = 0.05
"""Pairs of two reports that are less likely than this are not kept."""

FEW = 5_000
"""Up to so many pairs are compared as Splink compares records as they come in."""

MANY = 5_000_000
"""So many pairs are compared at once: what Splink sets down on a pair is more than what is kept of it."""

_CANDIDATES = """
CREATE TABLE candidates AS
SELECT '0' AS match_key, join_key_l, join_key_r FROM (
  SELECT least(own.id, found_at.id) AS join_key_l, greatest(own.id, found_at.id) AS join_key_r
  FROM own JOIN found_at USING (key) WHERE own.id <> found_at.id
  UNION
  SELECT l.unique_id, r.unique_id FROM tellings l JOIN tellings r ON l.report = r.report AND l.unique_id < r.unique_id
) {fresh}
"""
_SIDE = """
SELECT (join_key_l::BIGINT << 32) | join_key_r AS pair, t.*
FROM candidates JOIN tellings t ON unique_id = join_key_{side}
"""
_FRESH = "WHERE join_key_l IN (SELECT id FROM fresh) OR join_key_r IN (SELECT id FROM fresh)"
_KEPT = """
INSERT INTO kept
SELECT p.unique_id_l, p.unique_id_r, match_weight
FROM {predicted} p JOIN tellings l ON l.unique_id = p.unique_id_l JOIN tellings r ON r.unique_id = p.unique_id_r
WHERE match_probability >= {floor} OR l.report = r.report
"""


def link(
    tellings: Sequence[Telling], knows: Knows, *, fresh: Collection[str] | None = None, model: Model | None = None
) -> Links:
    """The candidate pairs of the tellings, which are sorted by key, with how likely each is of one incident.

    Kept are the pairs of one report, and of the others those at ``FLOOR`` or above. The score of a pair depends on
    nothing but the two tellings. With ``fresh``, ids of mentions, only pairs with one of them are compared.
    """
    model = model or load_model()
    areas = Areas(tellings, knows)
    table = table_of(tellings, areas, knows)
    with duckdb.connect() as connection:
        connection.register("tellings", table)
        keys = keys_of(tellings, areas)
        connection.register("own", keys.own)
        connection.register("found_at", keys.found_at)
        if fresh is not None:
            new = [n for n, t in enumerate(tellings) if t.mention.id in fresh]
            connection.register("fresh", pa.table({"id": np.asarray(new, dtype=np.int32)}))
        connection.execute(_CANDIDATES.format(fresh="" if fresh is None else _FRESH))
        connection.execute("CREATE TABLE kept (left_id INTEGER, right_id INTEGER, weight DOUBLE)")
        for predicted in _predict(connection, table, model):
            connection.execute(_KEPT.format(predicted=predicted, floor=FLOOR))
        found = connection.execute("FROM kept ORDER BY left_id, right_id").fetchnumpy()
    left, right = (np.asarray(found[side], dtype=np.int32) for side in ("left_id", "right_id"))
    return Links(tellings, knows, model, table, left, right, np.asarray(found["weight"], dtype=np.float64))


def _predict(connection: duckdb.DuckDBPyConnection, table: pa.Table, model: Model) -> Iterator[str]:
    """The names of the tables in which Splink sets down the weight of every candidate; each is gone with the next."""
    count = connection.table("candidates").shape[0]
    if count > FEW:
        yield from _predict_many(connection, table, model, count=count)
    elif count:
        yield _predict_few(connection, model)


def _predict_many(connection: duckdb.DuckDBPyConnection, table: pa.Table, model: Model, *, count: int) -> Iterator[str]:
    database = DuckDBAPI(connection)
    settings = SettingsCreator(**model.settings())
    # The settings are checked by tests, not anew for every few tellings; and no user asked to be told each step.
    linker = Linker(database.register(table), settings, log_level=logging.WARNING, validate_settings=False)
    for start in range(0, count, MANY):
        some = f"candidates_{start}"
        rows = f"rowid >= {start} AND rowid < {start + MANY}"
        connection.execute(f"CREATE TEMP TABLE {some} AS SELECT * FROM candidates WHERE {rows}")
        linker.table_management.register_blocked_pairs_for_predict(database.register(some))
        predicted = linker.inference.predict()
        yield str(predicted.physical_name)
        predicted.drop_table_from_database_and_remove_from_cache()
        connection.execute(f"DROP TABLE {some}")


def _predict_few(connection: duckdb.DuckDBPyConnection, model: Model) -> str:
    """Splink's way for a few pairs: its SQL is put together once for a model, which takes longer than running it."""
    left, right = (connection.execute(_SIDE.format(side=side)).to_arrow_table() for side in ("l", "r"))
    scored = compare_records(
        left,
        right,
        model.settings(),
        DuckDBAPI(connection),
        sql_cache_key=model.version,
        join_condition="l.pair = r.pair",
    )
    return str(scored.physical_name)
