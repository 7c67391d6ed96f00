"""Spark on this machine, where PySpark and Java are; with TALLYSTICK_TEST_SPARK=required the tests fail without."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.cluster.session import open_session
from tests.cluster.tables import OPTION, PAGE, tables_in
from tests.sources.web_archive import page, record

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def _spark_is_here() -> bool:
    return find_spec("pyspark") is not None and shutil.which("java") is not None


@pytest.fixture(scope="session")
def has_spark() -> None:
    """Skips the test where Spark cannot run."""
    if not _spark_is_here() and os.environ.get("TALLYSTICK_TEST_SPARK") != "required":
        pytest.skip("needs PySpark and Java: make test-cluster")


@pytest.fixture(scope="module")
def spark(has_spark: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    with open_session(master="local[2]", checkpoints=str(tmp_path_factory.mktemp("checkpoints"))) as session:
        yield session


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the examples; beside them texts that two files have, one that is empty, one without a day, a table whose
    columns an option tells, and a page that web archives hold three times.
    """
    folder = tmp_path_factory.mktemp("inputs")
    examples = sorted((Path(__file__).parents[2] / "examples" / "reports").iterdir())
    for file in examples[:8]:
        shutil.copy(file, folder)
    shutil.copy(examples[0], folder / f"again{examples[0].suffix}")
    (folder / "empty.txt").write_text("")
    (folder / "undated.txt").write_text("Four rockets hit the camp at Harir on November 3, wounding two guards.\n")
    (folder / "quiet.txt").write_text("The town's choir gave its yearly concert. Tickets were sold out on Monday.\n")
    (folder / "table.csv").write_text("was;wann\nA mortar round hit the camp at Harir.;2023-11-05\n")
    (folder / "twice-1.txt").write_text("Shells fell near the café, the mayor said.\n", "utf-8")
    (folder / "twice-2.txt").write_text("Shells fell near the café, the mayor said.\n", "latin-1")  # a guess, and told
    captures = [
        record(PAGE, page("Two rockets struck a depot.") + f"<!-- at {hour} -->".encode()).replace(
            b"2023-11-07T10", f"2023-11-07T{hour}".encode()
        )
        for hour in (10, 11, 12)
    ]
    (folder / "web-1.warc").write_bytes(captures[0] + captures[1])
    (folder / "web-2.warc").write_bytes(captures[2])
    return folder


@pytest.fixture(scope="session")
def of_one_machine(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("one")
    options = ["--ledger", str(out / "ledger.db"), "--reader", "rules", "--option", OPTION]
    CliRunner().invoke(commands, ["run", str(inputs), "--out", str(out), *options])
    return tables_in(out)
