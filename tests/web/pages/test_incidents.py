from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger


def test_each_incident_has_a_line_and_leads_to_its_page(client: TestClient, ledger: Ledger) -> None:
    text = client.get("/incidents").text
    for incident in ledger.incidents():
        assert f'href="/incidents/{incident.id}"' in text


def test_a_value_that_does_not_fit_is_told_on_a_page(client: TestClient) -> None:
    answer = client.get("/incidents?since=soon")
    assert answer.status_code == 422
    assert "since=soon" in answer.text


def test_an_analyst_narrows_down_by_a_click(page: Page, ledger: Ledger) -> None:
    page.goto("/incidents")
    page.get_by_role("link", name="Drone attack").first.click()
    wanted = sum(i.kind == "drone_attack" for i in ledger.incidents())
    assert page.locator("table.list tbody tr").count() == wanted
