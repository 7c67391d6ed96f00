from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.cluster.road import run_on_spark
from tallystick.ledger import Ledger, open_ledger
from tests.cluster.tables import OPTION, PAGE, WAY, tables_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def test_the_record_is_that_of_one_machine(
    spark: SparkSession, inputs: Path, of_one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    assert tables_of(spark, inputs, tmp_path) == of_one_machine


@pytest.fixture(scope="module")
def ledgers(
    spark: SparkSession, inputs: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Ledger, Ledger]]:
    """What one machine puts on file, and what Spark does."""
    folder = tmp_path_factory.mktemp("ledgers")
    with open_ledger(folder / "one.db") as one, open_ledger(folder / "many.db") as many:
        options = ["--ledger", str(folder / "one.db"), "--reader", "rules", "--option", OPTION]
        CliRunner().invoke(commands, ["ingest", str(inputs), *options])
        run_on_spark(spark, [str(inputs)], many, stages=str(folder / "stages"), way=WAY)
        yield one, many


def test_what_went_wrong_is_that_of_one_machine(ledgers: tuple[Ledger, Ledger]) -> None:
    one, many = ledgers
    assert {failure.code for failure in many.failures()} >= {"E103", "E112"}
    assert many.failures() == one.failures()


def test_the_chain_of_custody_is_that_of_one_machine(ledgers: tuple[Ledger, Ledger]) -> None:
    one, many = ([entry.model_copy(update={"taken_at": None}) for entry in ledger.custody()] for ledger in ledgers)
    assert sum(entry.url == PAGE for entry in many) == 2
    assert many == one


def test_the_last_capture_of_a_page_that_is_kept_holds(ledgers: tuple[Ledger, Ledger]) -> None:
    one, many = (ledger.retrieval(PAGE) for ledger in ledgers)
    assert many is not None
    assert many.at == datetime(2023, 11, 7, 11, tzinfo=UTC)
    assert many == one


def test_what_is_set_aside_can_be_left_out_of_the_ledger(
    spark: SparkSession, inputs: Path, of_one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    left = tables_of(spark, inputs, tmp_path, replace(WAY, leave_aside=True))
    assert left["incidents.jsonl"] == of_one_machine["incidents.jsonl"]
    assert left["reports.jsonl"].count(b"\n") < of_one_machine["reports.jsonl"].count(b"\n")
