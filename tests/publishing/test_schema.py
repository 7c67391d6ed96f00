from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
import pytest

from tallystick.publishing.schema import ROWS, export_schemas, write_schemas
from tests.publishing.write_golden import GOLDEN

DOCS = Path(__file__).parents[2] / "docs" / "schema"
TABLES = sorted(path.stem for path in GOLDEN.glob("*.jsonl"))


def test_published_schemas_are_in_step_with_the_code(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.json")} == written


@pytest.mark.parametrize("name", sorted(ROWS))
def test_schema_is_itself_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(export_schemas()[name])


@pytest.mark.parametrize("name", TABLES)
def test_golden_rows_fit_their_schema(name: str) -> None:
    validator = jsonschema.Draft202012Validator(export_schemas()[name])
    for line in (GOLDEN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        validator.validate(json.loads(line))


def test_schema_refuses_a_field_it_does_not_know() -> None:
    row = json.loads((GOLDEN / "claims.jsonl").read_text(encoding="utf-8").splitlines()[0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**row, "colour": "red"}, export_schemas()["claims"])


def test_csv_header_is_that_of_its_dictionary() -> None:
    with (GOLDEN / "incidents.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert header == [field["name"] for field in export_schemas()["incidents.csv"]["fields"]]
