"""A ledger of a few reports, made once by the command line itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tallystick.cli import app
from tallystick.errors import TallystickError
from tests.ledger.copying import copy_ledger

REPORTS = {
    "wire.txt": (
        "date 2024-01-29\n\nThree U.S. soldiers were killed and more than 30 wounded in a drone attack on Tower 22 in "
        "Jordan on Sunday, U.S. Central Command said. The Islamic Resistance in Iraq claimed responsibility for the attack."
    ),
    "brief.txt": (
        "date 2024-02-05\n\nU.S. troops have been attacked at least 165 times since 17 October. In response to the drone "
        "attack on Tower 22 on 28 January, the U.S. military carried out air strikes in western Iraq on 2 February. "
        "The Islamic Resistance in Iraq is an umbrella for Kataib Hezbollah and Harakat al-Nujaba."
    ),
}


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def call(*arguments: object) -> Said:
    """Runs a command in this process. An error with a code is printed and ends it as ``main`` does."""
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if isinstance(result.exception, TallystickError):
        return Said(result.exception.exit_code, result.stdout, str(result.exception))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def write(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("cli") / "reports", REPORTS)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, reports: Path) -> Path:
    """A ledger that no test may change."""
    path = tmp_path_factory.mktemp("filled") / "ledger.db"
    said = call("ingest", reports, "--ledger", path)
    assert said.code == 0, said.err
    return path


@pytest.fixture
def ledger(tmp_path: Path, filled: Path) -> Path:
    """A copy of that ledger, to change at will."""
    return copy_ledger(filled, tmp_path / filled.name)
