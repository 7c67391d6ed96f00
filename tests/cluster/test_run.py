from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.cluster.run import run_into
from tallystick.cluster.stages import Way
from tallystick.errors import Code, TallystickError
from tallystick.reading.named import ReaderName
from tests.cluster.tables import OPTION


def test_a_folder_with_a_ledger_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_text("of somebody")
    with pytest.raises(TallystickError) as refused:
        run_into(str(tmp_path), [], way=Way(reader=ReaderName.RULES), master=None, stages=str(tmp_path / "stages"))
    assert refused.value.code is Code.E904
    assert (tmp_path / "ledger.db").read_text() == "of somebody"


def test_a_language_model_is_not_asked(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as refused:
        run_into(str(tmp_path), [], way=Way(reader=ReaderName.LLM), master=None, stages=str(tmp_path / "stages"))
    assert refused.value.code is Code.E905


def test_the_command_writes_every_export_into_a_store(has_spark: None, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    out.mkdir()
    options = ["--out", f"file://{out}", "--stages", str(tmp_path / "stages"), "--master", "local[2]"]
    done = CliRunner().invoke(
        commands, ["cluster", "run", str(inputs), *options, "--reader", "rules", "--option", OPTION]
    )
    assert done.exit_code == 1, done.output  # some inputs are wrong, and told
    assert "[E103]" in done.output
    assert {path.name for path in out.iterdir()} >= {"brief.html", "incidents.csv", "incidents.jsonl", "ledger.db"}
    lines = (out / "incidents.jsonl").read_text("utf-8").splitlines()
    assert pq.read_metadata(out / "parquet" / "incidents.parquet").num_rows == len(lines) > 0
