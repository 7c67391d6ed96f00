"""JSON Schemas of every export, generated from the row shapes.

``python -m tallystick.publishing.schema [FOLDER]`` writes them, to docs/schema unless told otherwise.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from tallystick.codebook import meaning_of
from tallystick.model.actor import Actor
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident
from tallystick.model.tally import Tally
from tallystick.model.tally_comparison import TallyComparison
from tallystick.publishing import shapes
from tallystick.publishing.csv_columns import COLUMNS

DRAFT = "https://json-schema.org/draft/2020-12/schema"

CSV = "Flat, for spreadsheets. Rejected incidents are left out."

ROWS: dict[str, type[BaseModel]] = {
    "reports": shapes.ReportRow,
    "mentions": shapes.MentionRow,
    "incidents": Incident,
    "tallies": Tally,
    "tally-comparisons": TallyComparison,
    "claims": Claim,
    "relations": shapes.RelationRow,
    "statements": shapes.StatementRow,
    "actors": Actor,
    "changes": shapes.ChangeRow,
    "layer-dates": shapes.DateRow,
    "layer-places": shapes.PlaceRow,
    "layer-actors": shapes.ActorRow,
}


def export_schemas() -> dict[str, dict[str, Any]]:
    """The schema of one row of each export, by name; for ``incidents.csv`` its columns (Frictionless Table Schema)."""
    schemas = {name: {"$schema": DRAFT, **explained_schema(shape)} for name, shape in ROWS.items()}
    fields = [
        {"name": c.name, "type": c.type, "description": c.meaning} | ({"codes": c.codes} if c.codes else {})
        for c in COLUMNS
    ]
    return {
        **schemas,
        "incidents.csv": {"description": CSV, "fields": fields, "missingValues": [""], "primaryKey": ["incident_id"]},
    }


def explained_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a row, every field with what it means. Raises KeyError for a field that is not explained."""
    schema = shape.model_json_schema(mode="serialization")
    for name, part in {shape.__name__: schema, **schema.get("$defs", {})}.items():
        for field, value in part.get("properties", {}).items():
            value["description"] = meaning_of(name, field)
    return schema


def write_schemas(folder: Path) -> None:
    """Write every schema as ``NAME.json`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in export_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/schema"))
