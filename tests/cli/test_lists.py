"""The list commands, in their three formats, and ``search``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import call, write

LISTS = {"incidents": 2, "tallies": 1, "claims": 1, "actors": 5, "relations": 2, "reports": 2}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_table_when_piped_is_plain(filled: Path, name: str) -> None:
    said = call(name, "--ledger", filled)
    assert said.code == 0
    head, *rows = said.lines
    assert "id" in head.split("\t")
    assert len(rows) == LISTS[name]
    assert all(len(row.split("\t")) == len(head.split("\t")) for row in rows)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_json_is_one_object_a_line(filled: Path, name: str) -> None:
    rows = [json.loads(line) for line in call(name, "--ledger", filled, "--format", "json").lines]
    assert len(rows) == LISTS[name]
    assert all(isinstance(row["id"], str) for row in rows)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_csv_has_a_head_and_as_many_rows(filled: Path, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(call(name, "--ledger", filled, "--format", "csv").out)))
    assert len(rows) == LISTS[name]
    assert all(row["id"] for row in rows)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--kind", "drone_attack"], 1),
        (["--kind", "drone_attack", "--kind", "airstrike"], 2),
        (["--country", "JO"], 1),
        (["--country", "SD"], 0),
        (["--status", "confirmed"], 1),
        (["--review-state", "accepted"], 0),
        (["--since", "2024-02-01"], 1),
        (["--until", "2024-01-31"], 1),
        (["--since", "2024-01-28", "--until", "2024-02-02"], 2),
        (["--no-background"], 2),
    ],
)
def test_incidents_are_filtered(filled: Path, filters: list[str], count: int) -> None:
    assert len(call("incidents", "--ledger", filled, "--format", "json", *filters).lines) == count


def test_incidents_are_listed_by_day(filled: Path) -> None:
    days = [json.loads(line)["start"] for line in call("incidents", "--ledger", filled, "--format", "json").lines]
    assert days == sorted(days)


def test_a_tally_tells_what_is_missing(filled: Path) -> None:
    said = call("tallies", "--ledger", filled)
    assert "at least 165" in said.out
    assert "incomplete" in said.out


def test_a_tally_is_shown_with_what_it_covers_and_its_words(filled: Path) -> None:
    (row,) = [json.loads(line) for line in call("tallies", "--ledger", filled, "--format", "json").lines]
    said = call("show", row["id"], "--ledger", filled).out
    assert row["note"] in said
    assert " ".join(row["quote"]["exact"].split()) in said


def test_tallies_are_filtered_by_their_verdict(filled: Path) -> None:
    assert len(call("tallies", "--ledger", filled, "--format", "json", "--verdict", "incomplete").lines) == 1
    assert call("tallies", "--ledger", filled, "--format", "json", "--verdict", "exceeded").lines == []


def test_one_tally_alone_has_no_matrix(filled: Path) -> None:
    assert call("tallies", "--ledger", filled, "--matrix", "--format", "json").lines == []


@pytest.mark.parametrize(
    ("query", "count"), [("Tower", 2), ('"umbrella for Kataib"', 1), ("Bakhmut", 0), ("'; drop table", 0)]
)
def test_search_finds_reports(filled: Path, query: str, count: int) -> None:
    assert len(call("search", query, "--ledger", filled, "--format", "json").lines) == count


@pytest.mark.parametrize("name", [*sorted(LISTS), "search"])
def test_no_ledger_is_2_and_makes_none(tmp_path: Path, name: str) -> None:
    arguments = ["word"] if name == "search" else []
    said = call(name, *arguments, "--ledger", tmp_path / "none.db")
    assert said.code == 2
    assert "[E303]" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--since", "yesterday"], ["--nonsense"]])
def test_wrong_usage_is_2(filled: Path, arguments: list[str]) -> None:
    assert call("incidents", "--ledger", filled, *arguments).code == 2


def test_unknown_names_come_with_their_words(tmp_path: Path) -> None:
    text = (
        "date 2024-01-29\n\nA group calling itself the Brigades of the Valley claimed a drone attack on Tower 22 on "
        "Sunday."
    )
    path = tmp_path / "ledger.db"
    assert call("ingest", write(tmp_path / "reports", {"a.txt": text}), "--ledger", path).code == 0
    found = [json.loads(line) for line in call("actors", "--unknown", "--ledger", path, "--format", "json").lines]
    assert [(row["name"], row["reports"]) for row in found] == [("Brigades of the Valley", 1)]
    assert "Brigades of the Valley" in found[0]["contexts"][0]["exact"]
    assert [quote["exact"] for quote in found[0]["described"]] == ["A group calling itself the Brigades of the Valley"]
