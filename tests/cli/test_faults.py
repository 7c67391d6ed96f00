"""A full disk and a locked ledger: one line on stderr, exit code 2 (1 for an export), and a ledger that works on."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tallystick.ledger import Ledger
from tallystick.model.record import Record
from tallystick.pipeline import derive
from tests.cli.conftest import call, write

MAIN = [sys.executable, "-c", "from tallystick.cli import main; main()"]


def incidents(ledger: Path) -> str:
    return call("incidents", "--ledger", ledger).out


def run_without_space(*arguments: object, room: int = 4096) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process none of whose files may grow beyond so many bytes."""
    return subprocess.run(
        [*MAIN, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
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


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("arguments", [("export", "--out", "out"), ("brief", "--out", "out/brief.html")])
def test_no_space_for_the_export(
    ledger: Path, tmp_path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("export", "--out", "out", "--ledger", ledger).code == 0
    before, shown = contents(tmp_path / "out"), incidents(ledger)
    said = run_without_space(*arguments, "--ledger", ledger, room=40_000)
    assert said.returncode == 1
    assert [line[:7] for line in said.stderr.splitlines()] == ["[E701] "]
    assert arguments[-1] in said.stderr
    assert contents(tmp_path / "out") == before
    assert incidents(ledger) == shown


def test_a_run_that_has_nowhere_to_write_begins_nothing(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    said = call("run", reports, "--reader", "rules", "--out", tmp_path / "out", "--ledger", tmp_path / "l.db")
    assert (said.code, said.err[:6]) == (1, "[E701]")
    assert not (tmp_path / "l.db").exists()


def test_what_a_run_cannot_write_out_it_keeps_in_the_ledger(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, ledger = tmp_path / "out", tmp_path / "l.db"

    def derive_and_lose_the_folder(opened: Ledger) -> Record:
        out.rmdir()
        out.write_text("in the way")
        return derive(opened)

    monkeypatch.setattr("tallystick.cli.run.derive", derive_and_lose_the_folder)
    said = call("run", reports, "--reader", "rules", "--out", out, "--ledger", ledger)
    assert (said.code, said.err[:6]) == (1, "[E701]")
    assert len(incidents(ledger).splitlines()) == 3
    assert call("export", "--out", tmp_path / "other", "--ledger", ledger).code == 0


def test_a_picture_that_cannot_be_written(ledger: Path, tmp_path: Path) -> None:
    name = incidents(ledger).splitlines()[1].split("\t")[0]
    said = call("show", name, "--picture", tmp_path / "none" / "why.svg", "--ledger", ledger)
    assert (said.code, said.err[:6]) == (1, "[E701]")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_no_space_where_the_output_goes(ledger: Path) -> None:
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [*MAIN, "incidents", "--ledger", str(ledger)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert said.returncode == 1
    assert [line[:7] for line in said.stderr.splitlines()] == ["[E701] "]
