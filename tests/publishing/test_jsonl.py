from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tallystick.model.record import Record
from tallystick.publishing.jsonl import write_jsonl

TABLES = ("reports", "mentions", "incidents", "tallies", "claims", "relations", "statements", "actors")


@pytest.fixture
def tables(record: Record, tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    write_jsonl(record, tmp_path / "new" / "folder")
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (tmp_path / "new" / "folder").iterdir()
    }


def test_writes_the_eight_tables(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert sorted(tables) == sorted(TABLES)


def test_rows_are_sorted_by_id(tables: dict[str, list[dict[str, Any]]]) -> None:
    for rows in tables.values():
        ids = [row["id"] for row in rows]
        assert ids == sorted(ids)


def test_order_of_the_record_does_not_matter(record: Record, tmp_path: Path) -> None:
    turned = record.model_copy(update={name: getattr(record, name)[::-1] for name in TABLES})
    write_jsonl(record, tmp_path / "a")
    write_jsonl(turned, tmp_path / "b")
    for name in TABLES:
        assert (tmp_path / "a" / f"{name}.jsonl").read_bytes() == (tmp_path / "b" / f"{name}.jsonl").read_bytes()


def test_text_of_reports_is_not_exported(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert all("text" not in row for row in tables["reports"])


def test_mentions_know_their_path_and_incident(tables: dict[str, list[dict[str, Any]]]) -> None:
    by_id = {row["id"]: row for row in tables["mentions"]}
    assert (by_id["m-02"]["path"], by_id["m-02"]["incident_id"]) == ("reports/local.txt", "i-01")


def test_hypothetical_mention_has_no_incident(tables: dict[str, list[dict[str, Any]]]) -> None:
    (row,) = [row for row in tables["mentions"] if row["modality"] == "hypothetical"]
    assert row["incident_id"] is None


def test_rejected_incident_stays_with_its_review_state(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert [row["id"] for row in tables["incidents"] if row["review_state"] == "rejected"] == ["i-10"]


def test_other_scripts_are_written_as_they_are(tmp_path: Path, record: Record) -> None:
    write_jsonl(record, tmp_path)
    assert "قناة الميدان" in (tmp_path / "reports.jsonl").read_text(encoding="utf-8")


def test_every_quote_is_a_substring_of_its_report(record: Record, tables: dict[str, list[dict[str, Any]]]) -> None:
    texts = {report.id: report.text for report in record.reports}
    quotes = [found for rows in tables.values() for row in rows for found in quotes_in(row)]
    assert quotes
    for found in quotes:
        assert texts[found["report_id"]][found["start"] : found["end"]] == found["exact"]


def quotes_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [found for item in value for found in quotes_in(item)]
    if isinstance(value, dict):
        here = [value] if "exact" in value else []
        return here + [found for item in value.values() for found in quotes_in(item)]
    return []
