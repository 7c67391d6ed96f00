"""``ingest``: into a ledger, again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import call, write


def test_it_says_what_is_new(reports: Path, tmp_path: Path) -> None:
    said = call("ingest", reports, "--ledger", tmp_path / "ledger.db")
    assert (said.code, said.out) == (0, "")
    assert "2 new reports, 2 on file, 2 incidents; 0 inputs with something wrong" in said.err


def test_a_second_time_nothing_is_new(reports: Path, ledger: Path) -> None:
    said = call("ingest", reports, "--ledger", ledger)
    assert said.code == 0
    assert "0 new reports, 2 on file" in said.err


def test_the_ledger_can_be_named_in_the_environment(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALLYSTICK_LEDGER", str(tmp_path / "named.db"))
    assert call("ingest", reports).code == 0
    assert (tmp_path / "named.db").exists()


def test_a_path_that_is_not_there_does_not_stop_the_others(reports: Path, tmp_path: Path) -> None:
    said = call("ingest", tmp_path / "nowhere.txt", reports, "--ledger", tmp_path / "ledger.db")
    assert said.code == 1
    assert "[E101]" in said.err
    assert "nowhere.txt" in said.err
    assert "2 new reports" in said.err


def test_a_report_in_another_language_is_told(tmp_path: Path) -> None:
    text = "Bewaffnete Männer griffen am Samstag ein Lager der Armee an und töteten dabei neun Soldaten, wie die Behörden mitteilten."
    folder = write(tmp_path / "reports", {"a.txt": text})
    said = call("ingest", folder, "--ledger", tmp_path / "ledger.db")
    assert said.code == 1
    assert "[E201]" in said.err
    assert "1 new reports, 1 on file" in said.err


def test_what_is_no_ledger_is_refused(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a ledger", encoding="utf-8")
    said = call("ingest", reports, "--ledger", tmp_path / "notes.txt")
    assert said.code == 2
    assert "[E301]" in said.err
    assert (tmp_path / "notes.txt").read_text("utf-8") == "not a ledger"
