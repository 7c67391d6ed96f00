"""A full disk and a locked ledger: one line on stderr, exit code 2, and a ledger that works on."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import call, write

MAIN = [sys.executable, "-c", "from tallystick.cli import main; main()"]


def incidents(ledger: Path) -> str:
    return call("incidents", "--ledger", ledger).out


def run_without_space(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process none of whose files may grow beyond 4 KB."""
    return subprocess.run(
        [*MAIN, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )


@pytest.mark.parametrize("what", ["ingest", "accept"])
def test_no_space(ledger: Path, tmp_path: Path, what: str) -> None:
    before = incidents(ledger)
    more = write(tmp_path / "more", {"more.txt": "date 2024-03-01\n\nA drone hit Tower 22 on Friday."})
    name = before.splitlines()[1].split("\t")[0]
    arguments = {
        "ingest": ("ingest", more, "--reader", "rules"),
        "accept": ("review", "accept", name, "--by", "ada"),
    }[what]
    said = run_without_space(*arguments, "--ledger", ledger)
    assert said.returncode == 2
    assert [line[:7] for line in said.stderr.splitlines()] == ["[E321] "]
    assert str(ledger) in said.stderr
    assert incidents(ledger) == before
    assert call(*arguments, "--ledger", ledger).code == 0


def test_locked(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYSTICK_LOCK_SECONDS", "0.1")
    name = incidents(ledger).splitlines()[1].split("\t")[0]
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = call("review", "accept", name, "--by", "ada", "--ledger", ledger)
        other.execute("ROLLBACK")
    assert (said.code, said.err[:6]) == (2, "[E322]")
    assert call("review", "journal", "--ledger", ledger).lines[1:] == []
    assert call("review", "accept", name, "--by", "ada", "--ledger", ledger).code == 0
