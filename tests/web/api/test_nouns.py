from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.core.result import Ok

from tallystick.ledger import Ledger, paging
from tallystick.pipeline import read_record


@pytest.mark.parametrize("noun", ["tallies", "claims", "relations", "statements", "actors", "reports"])
def test_every_noun_is_given_page_by_page(client: TestClient, ledger: Ledger, noun: str) -> None:
    found: list[str] = []
    address: str | None = f"/api/v1/{noun}?limit=3"
    while address:
        answer = client.get(address).json()
        found += [row["id"] for row in answer["data"]]
        address = answer["next"]
    assert found == sorted(each.id for each in getattr(read_record(ledger), noun))


def test_a_page_of_long_counts_ends_early_and_all_are_reached(
    client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE", 1)
    found: list[str] = []
    address: str | None = "/api/v1/tallies?limit=3"
    while address:
        answer = client.get(address).json()
        assert len(answer["data"]) == 1
        found += [row["id"] for row in answer["data"]]
        address = answer["next"]
    assert found == [tally.id for tally in read_record(ledger).tallies]


def test_one_noun_by_its_id(client: TestClient, ledger: Ledger) -> None:
    claim = ledger.record().claims[0]
    assert client.get(f"/api/v1/claims/{claim.id}").json()["id"] == claim.id
    assert client.get("/api/v1/claims/m-0").status_code == 404


def test_what_was_read_in_a_report(client: TestClient, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    mention = ledger.mentions_of(incident.mentions)[0]
    told = client.get(f"/api/v1/reports/{mention.report_id}/mentions").json()["data"]
    assert (mention.id, incident.id) in {(row["id"], row["incident_id"]) for row in told}


def test_the_description_of_the_api_holds_whatever_is_asked(client: TestClient) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app, headers={"host": "localhost"})
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) > 12
    for operation in operations:

        @settings(max_examples=12, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: Case[Any]) -> None:
            answer = case.call(headers={"host": "localhost"})
            assert answer.status_code < 500, case.as_curl_command()

        ask()
