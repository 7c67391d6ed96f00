from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.cluster.road import run_on_spark
from tallystick.cluster.stages import Way
from tallystick.ledger import open_ledger
from tallystick.reading.named import ReaderName
from tests.cluster.tables import WAY, tables_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def test_the_record_is_that_of_one_machine(
    spark: SparkSession, inputs: Path, of_one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    assert tables_of(spark, inputs, tmp_path) == of_one_machine


def test_what_went_wrong_is_that_of_one_machine(spark: SparkSession, inputs: Path, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "one.db") as one, open_ledger(tmp_path / "many.db") as many:
        options = ["--ledger", str(tmp_path / "one.db"), "--reader", "rules"]
        CliRunner().invoke(commands, ["ingest", str(inputs), *options])
        run_on_spark(spark, [str(inputs)], many, stages=str(tmp_path / "stages"), way=WAY)
        assert {failure.code for failure in many.failures()} >= {"E103", "E112"}
        assert many.failures() == one.failures()


def test_what_is_set_aside_can_be_left_out_of_the_ledger(
    spark: SparkSession, inputs: Path, of_one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    left = tables_of(spark, inputs, tmp_path, Way(reader=ReaderName.RULES, leave_aside=True))
    assert left["incidents.jsonl"] == of_one_machine["incidents.jsonl"]
    assert left["reports.jsonl"].count(b"\n") < of_one_machine["reports.jsonl"].count(b"\n")
