"""``tallystick claims`` with its filters, and one claim with its life."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tallystick.cli import app

TEXT = (
    "A drone struck Harir air base in Iraq on Tuesday, 17 October 2023. Tashkil al-Waritheen claimed the drone attack in a "
    "post on Telegram. Later the Islamic Resistance in Iraq issued a superseding claim, and the first claim was taken down."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("claims")
    (folder / "report.txt").write_text(TEXT, "utf-8")
    path = folder / "ledger.db"
    done = CliRunner().invoke(
        app, ["ingest", str(folder / "report.txt"), "--published", "2023-10-20", "--ledger", str(path)]
    )
    assert done.exit_code == 0, done.output
    return path


def _rows(ledger: Path, *filters: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(app, ["claims", "--ledger", str(ledger), "--format", "json", *filters])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_list_is_filtered_by_status_claimant_and_incident(ledger: Path) -> None:
    everything = _rows(ledger)
    (gone,) = _rows(ledger, "--status", "superseded")
    (up,) = _rows(ledger, "--claimant", "islamic resistance in iraq")
    assert gone["superseded_by"] == up["id"]
    assert len(_rows(ledger, "--incident", gone["incidents"][0])) == len(everything) == 2  # type: ignore[index]


def test_a_claim_is_shown_with_its_life(ledger: Path) -> None:
    (gone,) = _rows(ledger, "--status", "superseded")
    shown = CliRunner().invoke(app, ["show", str(gone["id"]), "--ledger", str(ledger)]).stdout
    assert "Tashkil al-Waritheen made the claim on Telegram (telegram post)." in shown
    assert "Islamic Resistance in Iraq claimed in its place." in shown
    assert "The claim no longer stands: another took its place." in shown
    assert "issued a superseding claim" in shown


def test_a_claim_is_shown_as_json(ledger: Path) -> None:
    (gone,) = _rows(ledger, "--status", "superseded")
    shown = json.loads(CliRunner().invoke(app, ["show", str(gone["id"]), "--ledger", str(ledger), "--json"]).stdout)
    assert [step["step"] for step in shown["life"]] == ["made", "superseded", "taken_down"]
