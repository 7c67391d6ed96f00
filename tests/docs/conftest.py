from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tallystick.cli import app
from tests.ledger.copying import copy_ledger

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def examples_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger made from the example reports."""
    folder = tmp_path_factory.mktemp("examples")
    done = CliRunner().invoke(app, ["ingest", str(EXAMPLES / "reports"), "--ledger", str(folder / "ledger.db")])
    assert done.exit_code == 0, done.output
    return folder / "ledger.db"


@pytest.fixture
def workplace(tmp_path: Path, examples_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples and their ledger, in which the commands of a page are run."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    copy_ledger(examples_ledger, tmp_path / "ledger.db")
    monkeypatch.chdir(tmp_path)
    return tmp_path
