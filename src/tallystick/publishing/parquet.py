"""The record as Parquet: one file for each kind of row, its columns and their types those of its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tallystick.model.record import Record
from tallystick.publishing.jsonl import jsonl_tables
from tallystick.publishing.rows import Row
from tallystick.publishing.schema import ROWS

ROWS_A_GROUP = 10_000

_PLAIN = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "null": pa.null(),
}


def write_parquet(record: Record, out: Path) -> None:
    """Writes the tables of a record (``reports.parquet`` …) into a folder, sorted by id.

    The five kinds of mentions have columns of their own, and so files of their own: ``mentions-event.parquet`` and so
    on.

    Raises:
        OSError: if the folder cannot be written.

    """
    out.mkdir(parents=True, exist_ok=True)
    for name, table in jsonl_tables(record).items():
        rows = sorted(table, key=lambda row: str(row["id"]))
        for kind, schema in schemas_of(name).items():
            chosen = [row for row in rows if row["kind"] == kind] if kind else rows
            _write(chosen, out / f"{name}{'-' if kind else ''}{kind}.parquet", schema)


def schemas_of(name: str) -> dict[str, pa.Schema]:
    """The columns of a table, by the ``kind`` of its rows; under the empty text where all have the same."""
    schema = ROWS[name].model_json_schema(mode="serialization")
    kinds = schema.get("discriminator", {}).get("mapping")
    if kinds is None:
        return {"": _columns_of(schema, schema)}
    return {kind: _columns_of(_resolved({"$ref": ref}, schema), schema) for kind, ref in kinds.items()}


def _write(rows: Sequence[Row], path: Path, schema: pa.Schema) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        for start in range(0, len(rows), ROWS_A_GROUP):
            file.write_table(pa.Table.from_pylist(rows[start : start + ROWS_A_GROUP], schema))


def _columns_of(part: Mapping[str, Any], schema: Mapping[str, Any]) -> pa.Schema:
    return pa.schema(list(_fields_of(part, schema)))


def _fields_of(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[tuple[str, pa.DataType]]:
    return ((field, _type_of(of, schema)) for field, of in part["properties"].items())


def _type_of(part: Mapping[str, Any], schema: Mapping[str, Any]) -> pa.DataType:
    part = _resolved(part, schema)
    if "anyOf" in part:  # one type, or null
        (part,) = (_resolved(one, schema) for one in part["anyOf"] if one.get("type") != "null")
    kind = part.get("type", "string")
    if kind == "array":
        return pa.list_(_type_of(part["items"], schema))
    if kind == "object":
        return pa.struct(list(_fields_of(part, schema)))
    return _PLAIN[kind]


def _resolved(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    resolved: Mapping[str, Any] = schema["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    return resolved
