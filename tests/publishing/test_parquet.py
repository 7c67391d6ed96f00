from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tallystick.model.record import Record
from tallystick.publishing.jsonl import jsonl_tables, write_jsonl
from tallystick.publishing.parquet import write_parquet


def filled(value: Any) -> Any:
    """A row without what is null in it: Parquet has every column in every row."""
    if isinstance(value, dict):
        return {name: filled(each) for name, each in value.items() if each is not None}
    return [filled(each) for each in value] if isinstance(value, list) else value


def test_the_tables_hold_what_the_json_lines_hold(record: Record, tmp_path: Path) -> None:
    write_jsonl(record, tmp_path)
    write_parquet(record, tmp_path)
    for name in jsonl_tables(record):
        lines = [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines()]
        files = sorted(tmp_path.glob(f"{name}*.parquet"))
        rows = [row for file in files for row in pq.ParquetFile(file).read().to_pylist()]
        assert filled(sorted(rows, key=lambda row: str(row["id"]))) == filled(lines), name


def test_the_kinds_of_mentions_have_files_of_their_own(record: Record, tmp_path: Path) -> None:
    write_parquet(record, tmp_path)
    kinds = {m.kind for m in record.mentions}
    for kind in kinds:
        assert set(pq.read_table(tmp_path / f"mentions-{kind}.parquet")["kind"].to_pylist()) == {kind}


def test_an_empty_record_gives_tables_with_their_columns(tmp_path: Path) -> None:
    write_parquet(Record(), tmp_path)
    assert "quote" in pq.read_schema(tmp_path / "mentions-event.parquet").names
    assert pq.read_metadata(tmp_path / "incidents.parquet").num_rows == 0
