from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.pipeline import read_record


def test_every_count_has_its_line_and_its_page(client: TestClient, ledger: Ledger) -> None:
    listed = client.get("/tallies").text
    for tally in read_record(ledger).tallies:
        assert f'href="/tallies/{tally.id}"' in listed
        page = client.get(f"/tallies/{tally.id}")
        assert page.status_code == 200
        assert f"?start={tally.quote.start}&amp;end={tally.quote.end}#at" in page.text


def test_a_count_that_is_not_on_file(client: TestClient) -> None:
    assert client.get("/tallies/m-0").status_code == 404


def test_a_dot_of_the_chart_opens_its_count(page: Page, ledger: Ledger) -> None:
    page.goto("/tallies")
    dot = page.locator("svg.picture a").first
    leads_to = dot.get_attribute("href")
    dot.click()
    page.wait_for_url(f"**{leads_to}")
