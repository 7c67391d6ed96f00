"""Every candidate pair of tellings scored by Splink, on DuckDB."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import duckdb
import numpy as np
import pyarrow as pa

from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.block import keys_of
from tallystick.resolution.linkage.columns import table_of
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import Model, load_model
from tallystick.resolution.linkage.weighing import Weighing
from tallystick.resolution.telling import Telling

_NO_NUMBERS, _NO_WEIGHTS = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float64)

FLOOR = 0.05
"""Pairs of two reports that are less likely than this are not kept."""

SLICE = 50_000
"""The pairs of so many tellings with later ones are found at once, so that memory does not grow with all pairs."""

# A pair is found in the slice of its first telling. Sorted, since what lies together is joined with less ado.
_CANDIDATES = """
CREATE OR REPLACE TABLE candidates AS
SELECT '0' AS match_key, join_key_l, join_key_r FROM (
  SELECT own.id AS join_key_l, found_at.id AS join_key_r FROM own JOIN found_at USING (key)
  WHERE own.id >= {first} AND own.id < {end} AND found_at.id > own.id
  UNION
  SELECT found_at.id, own.id FROM own JOIN found_at USING (key)
  WHERE found_at.id >= {first} AND found_at.id < {end} AND own.id > found_at.id
  UNION
  SELECT l.unique_id, r.unique_id FROM tellings l JOIN tellings r ON l.report = r.report
  WHERE l.unique_id >= {first} AND l.unique_id < {end} AND r.unique_id > l.unique_id
) {fresh} ORDER BY join_key_l, join_key_r
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
    if fresh is not None and not fresh:
        # A verdict moves no telling, and opening a database would be the longest step of its derivation.
        return Links(tellings, knows, model, _NO_NUMBERS, _NO_NUMBERS, _NO_WEIGHTS, compared=table)
    keys = keys_of(tellings, areas)
    with duckdb.connect() as connection:
        connection.register("tellings", table)
        connection.register("own", keys.own)
        connection.register("found_at", keys.found_at)
        if fresh is not None:
            new = [n for n, t in enumerate(tellings) if t.mention.id in fresh]
            connection.register("fresh", pa.table({"id": np.asarray(new, dtype=np.int32)}))
        connection.execute("CREATE TABLE kept (left_id INTEGER, right_id INTEGER, weight DOUBLE)")
        weigh = Weighing(connection, model)
        for first in range(0, len(tellings), SLICE):
            of = {"first": first, "end": first + SLICE, "fresh": "" if fresh is None else _FRESH}
            connection.execute(_CANDIDATES.format(**of))
            for predicted in weigh.candidates():
                connection.execute(_KEPT.format(predicted=predicted, floor=FLOOR))
        found = connection.execute("FROM kept ORDER BY left_id, right_id").fetchnumpy()
    left, right = (np.asarray(found[side], dtype=np.int32) for side in ("left_id", "right_id"))
    weight = np.asarray(found["weight"], dtype=np.float64)
    return Links(tellings, knows, model, left, right, weight, compared=table)
