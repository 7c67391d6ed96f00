"""The linkage model on Splink's Spark backend beside DuckDB: the same weights for the same pairs?

Needs PySpark and Java 17 (``pip install pyspark``), which nothing else does. Run it with
``python -m benchmarks.linkage_on_spark``: it links the tellings of the example reports on both and prints how many
pairs each weighed and by how much the weights differ at most.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from pyspark.sql import SparkSession
from splink import Linker, SettingsCreator, SparkAPI

from tallystick.derivation.known import what_is_known
from tallystick.ledger import open_ledger
from tallystick.model.mention import EventMention
from tallystick.pipeline import default_gazetteer, default_knowledge, read_unread, reader_named, take_in
from tallystick.reading.named import ReaderName
from tallystick.resolution.linkage import Links, link
from tallystick.resolution.linkage.dialect import Dialect
from tallystick.resolution.telling import tellings_of

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"


def linked_on_duckdb() -> Links:
    """The pairs of the example reports, as the road links them."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        take_in(ledger, [EXAMPLES])
        read_unread(ledger, reader=reader_named(ReaderName.RULES))
        events = [m for m in ledger.mentions() if isinstance(m, EventMention) and not m.plural]
        tellings = tellings_of(events, ledger.reports(), batches=ledger.batch_of())
    return link(tellings, what_is_known(default_knowledge(), default_gazetteer()))


def weights_on_spark(links: Links) -> pd.DataFrame:
    """The weights that Spark gives the pairs that were kept."""
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    # Splink cuts its plans short by checkpoints.
    spark.sparkContext.setCheckpointDir(tempfile.mkdtemp())
    database = SparkAPI(spark_session=spark)
    tellings = database.register(spark.createDataFrame(links.table))
    pairs = pd.DataFrame({"match_key": "0", "join_key_l": links.left, "join_key_r": links.right})
    linker = Linker(tellings, SettingsCreator(**links.model.settings(Dialect.SPARK)))
    linker.table_management.register_blocked_pairs_for_predict(database.register(spark.createDataFrame(pairs)))
    weighed = linker.inference.predict().as_pandas_dataframe()
    spark.stop()
    return weighed.sort_values(["unique_id_l", "unique_id_r"], ignore_index=True)


def main() -> None:
    """Prints how far the two engines agree."""
    links = linked_on_duckdb()
    weighed = weights_on_spark(links)
    apart = float(np.abs(weighed["match_weight"].to_numpy() - links.weight).max())
    print(
        f"pairs weighed: DuckDB {len(links.weight)}, Spark {len(weighed)}; weights differ by at most {apart:.6f} bits"
    )


if __name__ == "__main__":
    main()
