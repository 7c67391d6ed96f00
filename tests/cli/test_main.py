"""The program itself."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tallystick import __version__
from tallystick.cli import main
from tests.cli.conftest import call, write

COMMANDS = (
    "run", "ingest", "extract", "incidents", "tallies", "claims", "actors", "relations", "reports", "show",
    "review", "export", "brief", "analyse", "search", "doctor",
)  # fmt: skip


def test_the_version() -> None:
    said = call("--version")
    assert (said.code, said.out.strip()) == (0, f"tallystick {__version__}")


def test_help_names_every_command() -> None:
    said = call("--help")
    assert said.code == 0
    assert all(f"\n  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("names", [(), ("review",), ("knowledge",)])
def test_no_line_of_the_help_is_cut(names: tuple[str, ...]) -> None:
    assert "..." not in call(*names, "--help").out.partition("Commands:")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    said = call(name, "--help")
    assert said.code == 0
    assert "Usage:" in said.out


def test_an_unknown_command_is_2() -> None:
    assert call("conquer").code == 2


def test_an_error_is_one_line_on_stderr_and_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tallystick", "incidents", "--ledger", str(tmp_path / "none.db")])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "none.db" in said.err


@pytest.fixture
def many(tmp_path: Path) -> Path:
    text = "date 2023-06-12\n\nReport {}. Gunmen attacked an army camp in Barsalogho on {} May, killing {} soldiers. "
    return write(tmp_path / "reports", {f"{n:02}.txt": text.format(n, n % 28 + 1, n + 1) for n in range(40)})


def _readings(ledger: Path) -> int:
    """How many reports have been read so far; 0 while there is no ledger yet."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=0.1) as connection:
            (count,) = connection.execute("select count(*) from reading").fetchone()
            return int(count)
    except sqlite3.Error:
        return 0


def test_a_kill_in_the_middle_loses_nothing(many: Path, tmp_path: Path) -> None:
    struck, unharmed = tmp_path / "struck.db", tmp_path / "unharmed.db"
    program = "from tallystick.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "ingest", str(many), "--ledger", str(struck)], stderr=subprocess.DEVNULL
    )
    while process.poll() is None and _readings(struck) < 1:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert 1 <= _readings(struck) < 40
    assert call("reports", "--ledger", struck).code == 0
    assert call("ingest", many, "--ledger", struck).code == 0
    assert call("ingest", many, "--ledger", unharmed).code == 0
    for name in ("reports", "incidents"):
        lists = [call(name, "--ledger", ledger, "--format", "json").lines for ledger in (struck, unharmed)]
        assert lists[0]
        assert lists[0] == lists[1]
