"""``extract``: what single files tell, without a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tallystick.reading.named import DEFAULT, OWN, ReaderName
from tests.cli.conftest import REPORTS, call, write


def _rows(*arguments: object) -> list[dict[str, Any]]:
    said = call("extract", *arguments)
    assert said.code == 0, said.err
    return [json.loads(line) for line in said.lines]


def test_mentions_are_the_default(reports: Path) -> None:
    rows = _rows(reports / "wire.txt")
    assert {r["kind"] for r in rows} >= {"event", "claim"}
    assert all(r["incident_id"] is None for r in rows)
    assert rows == _rows(reports / "wire.txt", "--layer", "mentions")


@pytest.mark.parametrize(
    ("layer", "fields", "words"),
    [
        ("dates", {"quote", "start", "end", "precision", "basis", "timex"}, "on Sunday"),
        ("places", {"quote", "id", "name", "country", "latitude", "longitude", "precision", "candidates"}, "Tower 22"),
        ("actors", {"quote", "actor_id", "type", "why"}, "U.S. Central Command"),
    ],
)
def test_every_layer(reports: Path, layer: str, fields: set[str], words: str) -> None:
    rows = _rows(reports / "wire.txt", "--layer", layer)
    assert all(fields <= set(row) for row in rows)
    assert any(row["quote"]["exact"] in words or words in row["quote"]["exact"] for row in rows)


@pytest.mark.parametrize("layer", ["mentions", "dates", "places", "actors"])
def test_quotes_count_code_points_of_the_text(reports: Path, layer: str) -> None:
    text = REPORTS["wire.txt"]
    for row in _rows(reports / "wire.txt", "--layer", layer):
        quote = row["quote"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]


def test_no_ledger_is_made(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _rows(reports / "wire.txt")
    assert list(tmp_path.iterdir()) == []


def test_the_publication_day_can_be_given(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.txt": "Gunmen attacked an army camp in Barsalogho yesterday."})
    (row,) = _rows(folder / "a.txt", "--published", "2023-06-12")
    assert (row["when"]["start"], row["when"]["basis"]) == ("2023-06-11", "relative_to_dateline")


def test_the_reader_can_be_named(reports: Path) -> None:
    assert _rows(reports / "wire.txt", "--reader", DEFAULT.value) == _rows(reports / "wire.txt")


@pytest.mark.parametrize("reader", OWN)
def test_mentions_bear_the_name_of_their_reader(reports: Path, reader: ReaderName) -> None:
    rows = _rows(reports / "wire.txt", "--reader", reader.value)
    assert rows
    assert all(str(row["reader"]).startswith(reader.value) for row in rows)


@pytest.mark.parametrize("arguments", [["--layer", "colours"], ["--reader", "oracle"], ["--published", "2023-02-31"]])
def test_wrong_usage_is_2(reports: Path, arguments: list[str]) -> None:
    assert call("extract", reports / "wire.txt", *arguments).code == 2


def test_a_file_that_is_not_there_is_1(tmp_path: Path) -> None:
    said = call("extract", tmp_path / "nowhere.txt")
    assert (said.code, said.out) == (1, "")
    assert "[E101]" in said.err
