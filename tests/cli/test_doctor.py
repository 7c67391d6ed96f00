"""``doctor``: is everything here, and does it fit together?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import call


def test_all_is_well(filled: Path) -> None:
    said = call("doctor", "--ledger", filled)
    assert said.code == 0
    assert said.err == ""
    assert all(line.startswith("ok ") for line in said.lines)
    assert "2 reports" in said.out
    assert "ok     ledger, archive: 2 checked" in said.lines


def test_no_ledger_is_no_fault(tmp_path: Path) -> None:
    said = call("doctor", "--ledger", tmp_path / "none.db")
    assert said.code == 0
    assert "ledger" not in said.out


def test_what_is_no_ledger_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a ledger", encoding="utf-8")
    said = call("doctor", "--ledger", tmp_path / "notes.db")
    assert said.code == 1
    assert said.err.startswith("wrong  ledger")
    assert said.err.count("\n") == 1


def test_what_is_wrong_with_a_ledger_is_named_and_all_else_checked(ledger: Path) -> None:
    whole = call("doctor", "--ledger", ledger)
    with closing(sqlite3.connect(ledger)) as connection, connection:
        (report,) = connection.execute("SELECT max(id) FROM report").fetchone()
        connection.execute("UPDATE report SET text = text || '!' WHERE id = ?", (report,))
    said = call("doctor", "--ledger", ledger)
    assert said.code == 1
    assert said.err == f"wrong  ledger, reports: 1 of 2: report {report}: has another text\n"
    assert len(said.lines) == len(whole.lines) - 1
