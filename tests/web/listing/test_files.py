from __future__ import annotations

import csv
import io
import json
from datetime import date

import orjson
import pytest

from tallystick.ledger import Ledger
from tallystick.publishing.csv_columns import COLUMN
from tallystick.publishing.rows import incident_row
from tallystick.web.filters import Filter
from tallystick.web.listing import files
from tallystick.web.listing.files import csv_of, file_name, geojson_of, jsonl_of


def ids_of(ledger: Ledger) -> list[str]:
    return [incident.id for incident in reversed(ledger.incidents())]


def test_the_rows_come_in_the_order_asked_for_over_all_batches(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "BATCH", 3)
    ids = ids_of(ledger)
    lines = csv.DictReader(io.StringIO("".join(csv_of(ledger, ids, columns=[COLUMN["incident_id"], COLUMN["quotes"]]))))
    rows = list(lines)
    assert [row["incident_id"] for row in rows] == ids
    assert all(row["quotes"] for row in rows)


def test_a_feature_for_each_incident(ledger: Ledger) -> None:
    collection = json.loads("".join(geojson_of(ledger, ids_of(ledger))))
    assert [feature["id"] for feature in collection["features"]] == ids_of(ledger)


def test_nothing_is_a_collection_of_no_features(ledger: Ledger) -> None:
    assert json.loads("".join(geojson_of(ledger, []))) == {"type": "FeatureCollection", "features": []}


def test_a_line_of_json_for_each_incident(ledger: Ledger) -> None:
    assert [json.loads(line)["id"] for line in jsonl_of(ledger, ids_of(ledger))] == ids_of(ledger)


def test_the_lines_of_json_are_the_rows_to_the_byte(ledger: Ledger) -> None:
    wanted = [f"{orjson.dumps(incident_row(each)).decode()}\n" for each in reversed(ledger.incidents())]
    assert list(jsonl_of(ledger, ids_of(ledger))) == wanted


def test_an_incident_that_was_given_up_meanwhile_is_left_out(ledger: Ledger) -> None:
    ids = ids_of(ledger)
    assert [json.loads(line)["id"] for line in jsonl_of(ledger, [ids[1], "inc-gone", ids[0]])] == [ids[1], ids[0]]


def test_a_file_is_named_after_what_it_is_narrowed_down_to() -> None:
    wanted = Filter(chosen={"event_type": ("drone_attack",), "country": ("IQ",)}, since=date(2023, 10, 17))
    assert file_name(wanted, "csv") == "incidents-drone-attack-iq-since-2023-10-17.csv"
    assert file_name(Filter(query='حلب "; drop\r\n'), "csv") == "incidents-drop.csv"
    assert len(file_name(Filter(query="x" * 500), "csv")) < 90
