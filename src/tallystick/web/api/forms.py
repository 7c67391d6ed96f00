"""The forms of an answer, and which of them is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import orjson
from fastapi import Request

from tallystick.errors import Code, TallystickError
from tallystick.publishing.csv import safe_lines
from tallystick.publishing.csv_columns import Cell
from tallystick.publishing.rows import Row

JSON, GEOJSON, CSV, JSONL = "json", "geojson", "csv", "jsonl"
MEDIA_TYPE = {
    JSON: "application/json",
    GEOJSON: "application/geo+json",
    CSV: "text/csv; charset=utf-8",
    JSONL: "application/jsonl",
}
NAMES = ("format", "_format")
"""The parameters by which a form is asked for: ours, and that of ACLED's clients."""


def form_asked(request: Request, forms: Collection[str]) -> str:
    """The form that ``format`` names, or else the first that the Accept header does, or else JSON.

    Raises:
        TallystickError: E801 if there is no such form.

    """
    asked = next((request.query_params[name] for name in NAMES if name in request.query_params), None)
    if asked is not None and asked not in forms:
        raise TallystickError(Code.E801, name="format", value=asked, wanted=f"one of {', '.join(forms)}")
    accepted = request.headers.get("accept", "")
    named = (form for form in forms if form != JSON and MEDIA_TYPE[form].partition(";")[0] in accepted)
    return asked if asked is not None else next(named, JSON)


def jsonl_lines(rows: Iterable[Row]) -> Iterator[str]:
    """A line of JSON for each row."""
    return (f"{orjson.dumps(row).decode()}\n" for row in rows)


def csv_of_rows(fields: Collection[str], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table with a column for each field; what is not one value is JSON in its cell."""
    return safe_lines(list(fields), ([_cell(row.get(field)) for field in fields] for row in rows))


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return orjson.dumps(value).decode()
