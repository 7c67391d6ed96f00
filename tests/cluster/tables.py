"""The tables of a record made on Spark, as bytes to compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tallystick.cluster.road import run_on_spark
from tallystick.cluster.stages import Way
from tallystick.ledger import open_ledger
from tallystick.publishing.jsonl import write_jsonl
from tallystick.reading.named import ReaderName
from tallystick.sources.options import options_from

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

OPTION = "csv.map=was=text,wann=published"
WAY = Way(reader=ReaderName.RULES, options=options_from([OPTION]))
PAGE = "https://a.example/1"
"""The address of a page of which the inputs have three captures."""


def tables_in(folder: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in folder.glob("*.jsonl")}
    found.pop("tally-comparisons.jsonl", None)
    assert found
    return found


def tables_of(spark: SparkSession, inputs: Path, folder: Path, way: Way = WAY) -> dict[str, bytes]:
    with open_ledger(folder / "ledger.db") as ledger:
        record = run_on_spark(spark, [str(inputs)], ledger, stages=str(folder / "stages"), way=way)
    write_jsonl(record, folder)
    return tables_in(folder)
