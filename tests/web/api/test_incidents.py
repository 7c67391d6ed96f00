from __future__ import annotations

import csv
import io
from datetime import date

import orjson
import pytest
from fastapi.testclient import TestClient

from tallystick.ledger import Ledger
from tallystick.publishing.rows import incident_row


def test_all_pages_laid_together_are_all_incidents(client: TestClient, ledger: Ledger) -> None:
    found: list[str] = []
    address: str | None = "/api/v1/incidents?limit=7"
    while address:
        answer = client.get(address).json()
        found += [row["id"] for row in answer["data"]]
        address = answer["next"]
    assert sorted(found) == [i.id for i in ledger.incidents()]


def test_a_page_is_its_rows_to_the_byte(client: TestClient, ledger: Ledger) -> None:
    answer = client.get("/api/v1/incidents?limit=500")
    held = {incident.id: incident_row(incident) for incident in ledger.incidents()}
    rows = [held[row["id"]] for row in answer.json()["data"]]
    assert answer.content == orjson.dumps({"count": len(rows), "total": len(held), "next": None, "data": rows})


def test_acled_s_filters_are_understood(client: TestClient, ledger: Ledger) -> None:
    asked = {"country": "Iraq|SY", "event_date": "2023-10-17|2023-10-31", "event_date_where": "BETWEEN"}
    found = {row["id"] for row in client.get("/api/v1/incidents", params=asked).json()["data"]}
    first, last = date(2023, 10, 17), date(2023, 10, 31)
    fits = {
        i.id
        for i in ledger.incidents(country=["IQ", "SY"])
        if (i.end or i.start or last) >= first and (i.start or i.end or first) <= last
    }
    assert found == fits


@pytest.mark.parametrize(
    ("accept", "form"), [("application/geo+json", "geojson"), ("text/csv", "csv"), ("application/json", "json")]
)
def test_the_form_follows_the_header_or_the_address(client: TestClient, accept: str, form: str) -> None:
    by_header = client.get("/api/v1/incidents", headers={"accept": accept})
    by_address = client.get(f"/api/v1/incidents?_format={form}")
    assert by_header.headers["content-type"].startswith(accept)
    assert by_address.headers["content-type"].startswith(accept)


def test_a_line_of_csv_for_each_incident(client: TestClient, ledger: Ledger) -> None:
    lines = list(csv.DictReader(io.StringIO(client.get("/api/v1/incidents?_format=csv").text)))
    assert {line["incident_id"] for line in lines} == {i.id for i in ledger.incidents()}


def test_a_client_that_holds_it_already_gets_nothing_again(client: TestClient) -> None:
    tag = client.get("/api/v1/incidents").headers["etag"]
    again = client.get("/api/v1/incidents", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/incidents?country=IQ", headers={"if-none-match": tag}).status_code == 200


def test_only_what_changed_since_is_given(client: TestClient, ledger: Ledger) -> None:
    assert client.get("/api/v1/incidents?timestamp=0").json()["total"] == len(ledger.incidents())
    assert client.get("/api/v1/incidents?timestamp=4102444800").json()["total"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "event_date=soon",
        "event_date=2023-10-17&event_date_where=NEAR",
        "_format=xml",
        "timestamp=x",
        "timestamp=" + "9" * 40,
    ],
)
def test_a_value_that_does_not_fit_is_told_as_json(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/incidents?{query}")
    assert answer.status_code == 422
    assert answer.json()["code"] == "E801"


def test_one_incident_by_its_id(client: TestClient, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    assert client.get(f"/api/v1/incidents/{incident.id}").json()["id"] == incident.id
    assert client.get("/api/v1/incidents/inc-0").status_code == 404
