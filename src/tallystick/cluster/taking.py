"""Files in, reports out, on executors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

import pyarrow as pa

from tallystick.cluster.inputs import Input, is_in_a_store, name_in_store, on_disk
from tallystick.errors import TallystickError
from tallystick.model.report import Failure
from tallystick.sources.options import Options
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken, failure_from, with_names

COLUMNS = (
    "input int, number int, report_id string, place string, report string, raw binary, origin string, "
    "retrieval string, year int, failures string"
)
"""Of everything found in a file: where it stood; of a report this, the bytes that carry it and how they came; and what
was wrong with it.
"""

_SCHEMA = pa.schema(
    {
        "input": pa.int32(),
        "number": pa.int32(),
        "report_id": pa.string(),
        "place": pa.string(),
        "report": pa.string(),
        "raw": pa.binary(),
        "origin": pa.string(),
        "retrieval": pa.string(),
        "year": pa.int32(),
        "failures": pa.string(),
    }
)

AT_ONCE = 64
"""So many reports are handed on together, or fewer if they are long."""

_LONG = 4_000_000  # bytes


def take_in(
    batches: Iterator[pa.RecordBatch], *, published: date | None, max_mb: int, options: Options
) -> Iterator[pa.RecordBatch]:
    """What is found in the files whose ``number`` and ``address`` come in. ``options`` are those of the formats."""
    rows: list[dict[str, object]] = []
    size = 0
    for batch in batches:
        for given in batch.to_pylist():
            file = Input(given["number"], given["address"])
            of_file = _found_in(file, published=published, max_mb=max_mb, options=options)
            for number, item in enumerate(of_file):
                rows.append({"input": given["number"], "number": number, **_row_of(item)})
                size += len(item.raw) if isinstance(item, Taken) else 0
                if len(rows) >= AT_ONCE or size >= _LONG:
                    yield pa.RecordBatch.from_pylist(rows, _SCHEMA)
                    rows, size = [], 0
    if rows:
        yield pa.RecordBatch.from_pylist(rows, _SCHEMA)


def _found_in(given: Input, *, published: date | None, max_mb: int, options: Options) -> Iterator[Taken | Failure]:
    try:
        with on_disk(given.address) as path:
            names = {str(path): name_in_store(given.address)} if is_in_a_store(given.address) else {}
            for found in read_paths([path], published=published, max_mb=max_mb, options=options):
                yield with_names(found, names)
    except TallystickError as error:
        yield failure_from(name_in_store(given.address), error)


def _row_of(item: Taken | Failure) -> dict[str, object]:
    if isinstance(item, Failure):
        return {"failures": as_json([item])}
    day = item.report.published_on
    return {
        "report_id": item.report.id,
        "place": item.place,
        "report": item.report.model_dump_json(exclude_defaults=True),
        "raw": item.raw,
        "origin": item.origin.model_dump_json() if item.origin else None,
        "retrieval": item.retrieval.model_dump_json() if item.retrieval else None,
        "year": day.year if day else None,
        "failures": as_json(item.warnings),
    }


def as_json(failures: Sequence[Failure]) -> str:
    """Failures as a column holds them."""
    return json.dumps([f.model_dump() for f in failures])


def failures_in(written: str) -> tuple[Failure, ...]:
    """The same back."""
    return tuple(Failure.model_validate(each) for each in json.loads(written))
