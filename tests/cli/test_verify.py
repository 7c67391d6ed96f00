"""``tallystick verify`` and ``seal``: exit codes, and one line a fault."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tallystick.cli import app
from tallystick.ledger import open_ledger
from tallystick.model.decision import Act
from tallystick.model.quote import Quote
from tallystick.pipeline import take_in


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    for name in ("Gao", "Kidal"):
        (tmp_path / f"{name}.txt").write_text(f"Two shells fell on a depot near {name} on Monday.")
    with open_ledger(tmp_path / "ledger.db") as opened:
        take_in(opened, [tmp_path / "Gao.txt", tmp_path / "Kidal.txt"])
        of = opened.reports()[0]
        for _ in range(2):
            opened.append_decision(
                Act.ACCEPT, by="ada", anchors=[Quote(report_id=of.id, start=0, end=3, exact=of.text[:3])]
            )
    return tmp_path / "ledger.db"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def verify(ledger: Path, *more: object) -> Result:
    return run("verify", "--ledger", ledger, *more)


def lines(result: Result, mark: str) -> list[str]:
    return [line for line in result.stdout.splitlines() if line.startswith(mark)]


def change(ledger: Path, statement: str) -> None:
    """As one would who has the file in hand and takes the guards off first."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, made_by in guards:
            connection.execute(made_by)


def originals(ledger: Path) -> list[Path]:
    return sorted(Path(f"{ledger}.archive").rglob("*.gz"))


def test_a_whole_ledger_is_told_whole(ledger: Path) -> None:
    result = verify(ledger)
    assert (result.exit_code, lines(result, "wrong"), lines(result, "note")) == (0, [], [])
    assert "ok     texts made again: 2 the same" in result.stdout


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(lambda at: originals(at)[0].unlink(), "archive", id="an original missing"),
        pytest.param(lambda at: originals(at)[0].write_bytes(b"x"), "archive", id="an original damaged"),
        pytest.param(
            lambda at: originals(at)[0].write_bytes(originals(at)[1].read_bytes()), "archive", id="another original"
        ),
        pytest.param(lambda at: change(at, "UPDATE report SET text = text || '!'"), "reports", id="a text changed"),
        pytest.param(
            lambda at: change(at, "UPDATE decision SET payload = replace(payload, 'ada', 'bob') WHERE id = 1"),
            "journal chain",
            id="a decision changed",
        ),
        pytest.param(
            lambda at: change(at, "UPDATE custody SET payload = replace(payload, 'Gao', 'Goa')"),
            "custody chain",
            id="custody changed",
        ),
        pytest.param(
            lambda at: change(at, "UPDATE custody SET payload = 'x' WHERE number = 1"),
            "custody of sources",
            id="broken",
        ),
        pytest.param(lambda at: change(at, "DELETE FROM custody WHERE number = 2"), "custody of sources", id="lost"),
    ],
)
def test_each_damage_is_a_line_and_exit_code_1(ledger: Path, damage: Callable[[Path], object], told: str) -> None:
    damage(ledger)
    result = verify(ledger)
    assert result.exit_code == 1
    assert any(line.startswith(f"wrong  {told}: ") for line in lines(result, "wrong")), result.stdout


def test_every_fault_has_a_line_of_its_own(ledger: Path) -> None:
    for file in originals(ledger):
        file.unlink()
    told = [line for line in lines(verify(ledger, "--no-extract"), "wrong") if "archive" in line]
    assert len(told) == 2


def test_a_file_that_no_report_came_from_is_a_note(ledger: Path) -> None:
    (Path(f"{ledger}.archive") / "stray.gz").write_bytes(b"")
    result = verify(ledger)
    assert (result.exit_code, lines(result, "note")) == (0, ["note   archive: stray.gz belongs to no report"])


def test_a_seal_tells_of_a_history_that_was_written_anew(ledger: Path, tmp_path: Path) -> None:
    sealed = tmp_path / "seal.json"
    assert run("seal", sealed, "--ledger", ledger).exit_code == 0
    assert verify(ledger, "--manifest", sealed).exit_code == 0
    # The last decision is taken out and nothing points to it: only the seal knows of it.
    change(ledger, "DELETE FROM decision WHERE id = 2")
    assert verify(ledger).exit_code == 0
    result = verify(ledger, "--manifest", sealed)
    assert (result.exit_code, lines(result, "wrong")) == (1, ["wrong  manifest: decision 2 is missing"])


def test_a_seal_is_not_written_over(ledger: Path, tmp_path: Path) -> None:
    sealed = tmp_path / "seal.json"
    sealed.write_text("")
    result = run("seal", sealed, "--ledger", ledger)
    assert sealed.read_text() == ""
    assert "E324" in str(result.exception)


def test_what_is_no_manifest_is_told(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}")
    assert "E339" in str(verify(ledger, "--manifest", other).exception)
