"""Reports in, mentions out, on executors."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pyarrow as pa
from pydantic import TypeAdapter

from tallystick.cluster.taking import as_json
from tallystick.model.mention import Mention
from tallystick.model.report import Report
from tallystick.pipeline import read_report, reader_named
from tallystick.reading.ahead import reports_in_batches
from tallystick.reading.named import ReaderName
from tallystick.reading.triage import is_worth_reading

COLUMNS = "report_id string, is_aside boolean, mentions string, failures string"
"""Of every report: whether the first pass set it aside, else what was read in it, and what was wrong with it."""

_SCHEMA = pa.schema(
    {"report_id": pa.string(), "is_aside": pa.bool_(), "mentions": pa.string(), "failures": pa.string()}
)
_MENTIONS: TypeAdapter[tuple[Mention, ...]] = TypeAdapter(tuple[Mention, ...])


def read(
    batches: Iterator[pa.RecordBatch], *, reader: ReaderName, triage: bool, year: int | None
) -> Iterator[pa.RecordBatch]:
    """What is read in the reports that come in as JSON. ``year`` is assumed where a report tells none."""
    for batch in batches:
        reports = [Report.model_validate_json(written) for written in batch["report"].to_pylist()]
        rows = list(_read(reports, reader=reader, triage=triage, year=year))
        yield pa.RecordBatch.from_pylist(rows, _SCHEMA)


def _read(reports: list[Report], *, reader: ReaderName, triage: bool, year: int | None) -> Iterator[dict[str, object]]:
    aside = {r.id for r in reports if triage and not is_worth_reading(r)}
    for report_id in aside:
        yield {"report_id": report_id, "is_aside": True, "mentions": "[]", "failures": "[]"}
    reads = reader_named(reader)
    for report in reports_in_batches(reads, [r for r in reports if r.id not in aside]):
        reading, failed = read_report(report, reader=reads, year=year)
        yield {
            "report_id": report.id,
            "is_aside": False,
            "mentions": _MENTIONS.dump_json(reading.mentions).decode(),
            "failures": as_json([failed] if failed else []),
        }


def mentions_in(written: str) -> tuple[Mention, ...]:
    """The mentions that a row of these holds."""
    return _MENTIONS.validate_python(tuple(json.loads(written)))
