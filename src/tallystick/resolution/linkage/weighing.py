"""The weight of every candidate pair, by Splink on DuckDB."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cached_property

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.internals.realtime import compare_records

from tallystick.resolution.linkage.model import Model

FEW = 5_000
"""Up to so many pairs are compared as Splink compares records as they come in."""

MANY = 8_000_000
"""So many pairs are compared at once: what Splink sets down on a pair is more than what is kept of it."""

_SIDE = """
SELECT (join_key_l::BIGINT << 32) | join_key_r AS pair, t.*
FROM candidates JOIN tellings t ON unique_id = join_key_{side}
"""


class Weighing:
    """Splink over the pairs that a table ``candidates`` holds, of the tellings in a table ``tellings``."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, model: Model) -> None:
        self._connection = connection
        self._model = model

    def candidates(self) -> Iterator[str]:
        """The names of the tables in which Splink sets down the weight of every pair; each is gone with the next."""
        count = self._connection.table("candidates").shape[0]
        if count > FEW:
            yield from self._many(count)
        elif count:
            yield self._few()

    @cached_property
    def _database(self) -> DuckDBAPI:
        return DuckDBAPI(self._connection)

    @cached_property
    def _linker(self) -> Linker:
        settings = SettingsCreator(**self._model.settings())
        # Every slice looks up its tellings again: a table is quicker to go through for them than what is laid over it.
        self._connection.execute("CREATE TABLE told AS FROM tellings")
        tellings = self._database.register("told")
        # The settings are checked by tests, not anew for every few tellings; and no user asked to be told each step.
        return Linker(tellings, settings, log_level=logging.WARNING, validate_settings=False)

    def _many(self, count: int) -> Iterator[str]:
        for start in range(0, count, MANY):
            rows = f"rowid >= {start} AND rowid < {start + MANY}"
            self._connection.execute(f"CREATE OR REPLACE TEMP TABLE compared AS SELECT * FROM candidates WHERE {rows}")
            self._linker.table_management.register_blocked_pairs_for_predict(self._database.register("compared"))
            predicted = self._linker.inference.predict()
            yield str(predicted.physical_name)
            predicted.drop_table_from_database_and_remove_from_cache()

    def _few(self) -> str:
        """Splink's way for a few: its SQL is put together once for a model, which takes longer than running it."""
        left, right = (self._connection.execute(_SIDE.format(side=side)).to_arrow_table() for side in ("l", "r"))
        scored = compare_records(
            left,
            right,
            self._model.settings(),
            self._database,
            sql_cache_key=self._model.version,
            join_condition="l.pair = r.pair",
        )
        return str(scored.physical_name)
