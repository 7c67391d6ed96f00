from __future__ import annotations

import csv
import io
import json

import pytest
from fastapi.testclient import TestClient

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.web.nouns import NOUNS


@pytest.mark.parametrize("noun", [listed.name for listed in NOUNS])
def test_every_noun_as_json_csv_and_json_lines_tells_the_same(client: TestClient, ledger: Ledger, noun: str) -> None:
    take_decision(ledger, Act.ACCEPT, ledger.incidents()[0].id, by="ana", reason=None)
    told = client.get(f"/api/v1/{noun}?limit=5000").json()["data"]
    lines = client.get(f"/api/v1/{noun}?limit=5000&format=jsonl").text.splitlines()
    table = csv.DictReader(io.StringIO(client.get(f"/api/v1/{noun}?limit=5000", headers={"accept": "text/csv"}).text))
    assert [json.loads(line) for line in lines] == told
    assert [row["id"] for row in table] == [str(row["id"]) for row in told]


@pytest.mark.parametrize("noun", [listed.name for listed in NOUNS if listed.name != "deleted"])
def test_one_of_every_noun_with_a_tag_by_which_it_is_not_given_twice(
    client: TestClient, ledger: Ledger, noun: str
) -> None:
    take_decision(ledger, Act.ACCEPT, ledger.incidents()[0].id, by="ana", reason=None)
    row = client.get(f"/api/v1/{noun}?limit=1").json()["data"][0]
    one = client.get(f"/api/v1/{noun}/{row['id']}")
    assert one.json() == row
    again = client.get(f"/api/v1/{noun}/{row['id']}", headers={"if-none-match": one.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/api/v1/{noun}/none").status_code == 404


def test_a_decision_is_news_before_anything_is_derived(client: TestClient, ledger: Ledger) -> None:
    tag = client.get("/api/v1/decisions").headers["etag"]
    take_decision(ledger, Act.ACCEPT, ledger.incidents()[0].id, by="ana", reason=None)
    answer = client.get("/api/v1/decisions", headers={"if-none-match": tag})
    assert [(row["by"], row["act"]) for row in answer.json()["data"]] == [("ana", "accept")]


def test_the_columns_of_a_table_of_incidents_are_chosen(client: TestClient) -> None:
    text = client.get("/api/v1/incidents?format=csv&columns=kind,quotes&limit=2").text
    assert text.splitlines()[0] == "incident_id,kind,quotes"


def test_a_form_that_there_is_not_is_told(client: TestClient) -> None:
    assert client.get("/api/v1/claims?format=geojson").json()["code"] == "E801"
