from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger


def test_the_map_is_drawn_from_this_server_alone(page: Page) -> None:
    page.goto("/map")
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    page.get_by_label("Days shown").select_option("7")
    assert page.locator("#day").text_content() != "the last day"


def test_what_is_told_of_a_country_alone_stands_beside_the_map(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/map").text
    listed = page[page.index("Told of a country") : page.index("The map as a table")]
    for incident in ledger.incidents():
        if incident.place is not None and incident.place.precision in ("country", "region"):
            assert incident.place.name in listed


def test_the_points_are_those_of_the_filter(client: TestClient, ledger: Ledger) -> None:
    told = client.get("/map/incidents.json", params={"event_type": "airstrike"}).json()
    kinds = {i.id: i.kind for i in ledger.incidents()}
    assert {kinds[id_] for id_ in told["points"]["id"]} <= {"airstrike"}
