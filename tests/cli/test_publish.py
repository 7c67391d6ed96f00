"""``export``, ``brief`` and ``analyse``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import call
from tests.cli.test_run import EXPORTS


def test_export_writes_everything(filled: Path, tmp_path: Path) -> None:
    said = call("export", "--ledger", filled, "--out", tmp_path / "out")
    assert said.code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == EXPORTS


def test_brief_writes_one_page_that_asks_for_nothing_else(filled: Path, tmp_path: Path) -> None:
    assert call("brief", "--ledger", filled, "--out", tmp_path / "b.html").code == 0
    page = (tmp_path / "b.html").read_text("utf-8")
    assert "Tower 22" in page
    assert not [word for word in ('src="http', "@import", "<link") if word in page]


def test_analyse_prints_one_json_object(filled: Path) -> None:
    said = call("analyse", "--ledger", filled)
    assert said.code == 0
    answer = json.loads(said.out)
    assert set(answer) == {
        "exchanges",
        "tempo",
        "escalation",
        "unreported",
        "unreported_overall",
        "disagreements",
        "running_totals",
        "tally_comparisons",
    }
    assert answer["unreported"]


def test_rejected_incidents_are_left_out_of_the_analysis(ledger: Path) -> None:
    rows = [json.loads(line) for line in call("incidents", "--ledger", ledger, "--format", "json").lines]
    for row in rows:
        call("review", "reject", row["id"], "--ledger", ledger, "--by", "ann")
    assert json.loads(call("analyse", "--ledger", ledger).out)["tempo"]["weeks"] == []


@pytest.mark.parametrize("arguments", [["export", "--out", "out"], ["brief"], ["analyse"]])
def test_no_ledger_is_2(tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = call(*arguments, "--ledger", "none.db")
    assert said.code == 2
    assert "[E303]" in said.err
    assert list(tmp_path.iterdir()) == []
