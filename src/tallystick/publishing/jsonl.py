"""The record as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tallystick.model.record import Record
from tallystick.publishing import rows
from tallystick.publishing.rows import Row


def write_jsonl(record: Record, out: Path) -> None:
    """Write the eight tables of a record (``reports.jsonl``, ``mentions.jsonl`` …) into the folder ``out``.

    UTF-8, one object a line, sorted by id; the same record gives the same bytes.

    Raises:
        OSError: if the folder cannot be written.

    """
    out.mkdir(parents=True, exist_ok=True)
    for name, table in jsonl_tables(record).items():
        with (out / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _by_id(table))


def jsonl_tables(record: Record) -> dict[str, Iterable[Row]]:
    """The rows of each file, by its name without suffix. Each table is read once."""
    return {
        "reports": map(rows.report_row, record.reports),
        "mentions": _mention_rows(record),
        "incidents": map(rows.incident_row, record.incidents),
        "tallies": map(rows.tally_row, record.tallies),
        "claims": map(rows.claim_row, record.claims),
        "relations": map(rows.relation_row, record.relations),
        "statements": map(rows.statement_row, record.statements),
        "actors": map(rows.actor_row, record.actors),
    }


def _mention_rows(record: Record) -> Iterable[Row]:
    paths = {report.id: report.path for report in record.reports}
    incidents = {mention: incident.id for incident in record.incidents for mention in incident.mentions}
    for mention in record.mentions:
        yield rows.mention_row(mention, path=paths.get(mention.report_id), incident_id=incidents.get(mention.id))


def _by_id(table: Iterable[Row]) -> list[Row]:
    return sorted(table, key=lambda row: str(row["id"]))
