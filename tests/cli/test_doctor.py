"""``doctor``: is everything here, and does it fit together?"""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import call


def test_all_is_well(filled: Path) -> None:
    said = call("doctor", "--ledger", filled)
    assert said.code == 0
    assert said.err == ""
    assert all(line.startswith("ok ") for line in said.lines)
    assert "2 reports" in said.out


def test_no_ledger_is_no_fault(tmp_path: Path) -> None:
    said = call("doctor", "--ledger", tmp_path / "none.db")
    assert said.code == 0
    assert "ledger" not in said.out


def test_what_is_no_ledger_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a ledger", encoding="utf-8")
    said = call("doctor", "--ledger", tmp_path / "notes.db")
    assert said.code == 1
    assert said.err.startswith("wrong  ledger")
