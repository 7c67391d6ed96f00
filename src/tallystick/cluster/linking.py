"""Every candidate pair of tellings scored by Splink, on Spark: as ``resolution.linkage.link`` does on DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import Links
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.block import keys_of
from tallystick.resolution.linkage.columns import table_of
from tallystick.resolution.linkage.dialect import Dialect
from tallystick.resolution.linkage.link import FLOOR
from tallystick.resolution.linkage.model import load_model
from tallystick.resolution.telling import Telling

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_CANDIDATES = """
SELECT DISTINCT '0' AS match_key, least(own.id, found_at.id) AS join_key_l, greatest(own.id, found_at.id) AS join_key_r
FROM own JOIN found_at USING (key) WHERE own.id <> found_at.id
UNION
SELECT '0', l.unique_id, r.unique_id FROM told l JOIN told r ON l.report = r.report WHERE r.unique_id > l.unique_id
"""
_KEPT = """
SELECT p.unique_id_l AS left_id, p.unique_id_r AS right_id, match_weight AS weight
FROM {predicted} p JOIN told l ON l.unique_id = p.unique_id_l JOIN told r ON r.unique_id = p.unique_id_r
WHERE match_probability >= {floor} OR l.report = r.report
ORDER BY left_id, right_id
"""


def link_on_spark(tellings: Sequence[Telling], knows: Knows, *, spark: SparkSession) -> Links:
    """The same pairs, with the same weights, as one machine keeps of these tellings, which are sorted by key."""
    # Where there is no PySpark, Splink refuses the import.
    from splink import Linker, SettingsCreator, SparkAPI

    model = load_model()
    areas = Areas(tellings, knows)
    table = table_of(tellings, areas, knows)
    keys = keys_of(tellings, areas)
    told = _view(spark.createDataFrame(table), "told")
    _view(spark.createDataFrame(keys.own), "own")
    _view(spark.createDataFrame(keys.found_at), "found_at")
    database = SparkAPI(spark_session=spark)  # type: ignore[no-untyped-call]
    linker = Linker(database.register(told), SettingsCreator(**model.settings(Dialect.SPARK)), validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(database.register(spark.sql(_CANDIDATES)))
    predicted = linker.inference.predict()
    kept = spark.sql(_KEPT.format(predicted=predicted.physical_name, floor=FLOOR)).toArrow()
    left, right = (kept[side].to_numpy().astype(np.int32) for side in ("left_id", "right_id"))
    return Links(tellings, knows, model, left, right, kept["weight"].to_numpy().astype(np.float64), compared=table)


def _view(frame: DataFrame, name: str) -> DataFrame:
    frame.createOrReplaceTempView(name)
    return frame
