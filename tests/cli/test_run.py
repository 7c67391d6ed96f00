"""``run``: reports in, everything out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import call, write

EXPORTS = {
    "actors.jsonl", "brief.html", "claims.jsonl", "incidents.csv", "incidents.geojson", "incidents.jsonl",
    "mentions.jsonl", "relations.jsonl", "reports.jsonl", "statements.jsonl", "tallies.jsonl",
    "tally-comparisons.jsonl",
}  # fmt: skip


@pytest.fixture(scope="module")
def out(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run") / "deep" / "out"
    said = call("run", reports, "--out", out, "--ledger", out.parent.parent / "ledger.db")
    assert said.code == 0, said.err
    return out


def test_every_export_is_written(out: Path) -> None:
    assert {path.name for path in out.iterdir()} == EXPORTS


@pytest.mark.parametrize("name", sorted(n for n in EXPORTS if n.endswith(".jsonl")))
def test_json_lines_are_objects_sorted_by_id(out: Path, name: str) -> None:
    rows = [json.loads(line) for line in (out / name).read_text("utf-8").splitlines()]
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))


def test_the_incidents_are_those_of_the_reports(out: Path) -> None:
    rows = [json.loads(line) for line in (out / "incidents.jsonl").read_text("utf-8").splitlines()]
    assert {(r["start"], r["place"]["country"]) for r in rows} == {("2024-01-28", "JO"), ("2024-02-02", "IQ")}


def test_a_second_run_writes_the_same_bytes(out: Path, reports: Path, tmp_path: Path) -> None:
    call("run", reports, "--out", tmp_path / "out", "--ledger", out.parent.parent / "ledger.db")
    for name in EXPORTS:
        assert (tmp_path / "out" / name).read_bytes() == (out / name).read_bytes()


def test_a_summary_goes_to_stderr_and_nothing_to_stdout(reports: Path, tmp_path: Path) -> None:
    said = call("run", reports, "--out", tmp_path / "out", "--ledger", tmp_path / "ledger.db")
    assert said.out == ""
    assert "2 reports, 2 incidents" in said.err


def test_the_publication_day_can_be_given(tmp_path: Path) -> None:
    folder = write(tmp_path / "reports", {"a.txt": "Gunmen attacked an army camp in Barsalogho yesterday."})
    call("run", folder, "--published", "2023-06-12", "--out", tmp_path / "out", "--ledger", tmp_path / "l.db")
    (row,) = (tmp_path / "out" / "incidents.jsonl").read_text("utf-8").splitlines()
    assert json.loads(row)["start"] == "2023-06-11"


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["run", "--out", "x"],
        ["run", "reports"],
        ["run", "reports", "--out", "x", "--published", "31 February"],
        ["run", "reports", "--out", "x", "--max-mb", "0"],
        ["run", "reports", "--out", "x", "--nonsense"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = call(*arguments)
    assert said.code == 2
    assert said.err.strip()
