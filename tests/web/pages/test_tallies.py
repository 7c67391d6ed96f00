from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.pipeline import read_record
from tallystick.web.pages import tallies


def test_every_count_has_its_line_and_its_page(client: TestClient, ledger: Ledger) -> None:
    listed = client.get("/tallies").text
    for tally in read_record(ledger).tallies:
        assert f'href="/tallies/{tally.id}"' in listed
        page = client.get(f"/tallies/{tally.id}")
        assert page.status_code == 200
        assert f"?start={tally.quote.start}&amp;end={tally.quote.end}#at" in page.text


def test_a_count_of_many_incidents_shows_the_first_and_leads_to_all(
    client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tallies, "MOST_LINES", 1)
    counted = next(tally for tally in read_record(ledger).tallies if len(tally.reconciliation.strict.inside) > 1)
    page = client.get(f"/tallies/{counted.id}").text
    whole = f"/api/v1/tallies/{counted.id}"
    assert f'{len(counted.reconciliation.strict.inside) - 1} more <a href="{whole}">' in page
    assert client.get(whole).json()["reconciliation"]["strict"]["inside"] == [*counted.reconciliation.strict.inside]


def test_counts_are_narrowed_down_by_their_verdict(page: Page, ledger: Ledger) -> None:
    wanted = [t for t in read_record(ledger).tallies if t.reconciliation and t.reconciliation.verdict == "incomplete"]
    page.goto("/tallies")
    page.get_by_role("navigation", name="Verdict").get_by_role("link", name="incomplete").click()
    page.wait_for_url("**/tallies?verdict=incomplete*")
    assert page.locator("#all tbody tr").count() == len(wanted)
    assert page.locator("#all tbody").get_by_text("incomplete", exact=True).count() == len(wanted)


def test_a_verdict_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get("/tallies?verdict=fine").status_code == 422


def test_a_count_that_is_not_on_file(client: TestClient) -> None:
    assert client.get("/tallies/m-0").status_code == 404


def test_a_dot_of_the_chart_opens_its_count(page: Page, ledger: Ledger) -> None:
    page.goto("/tallies")
    dot = page.locator("svg.picture a").first
    leads_to = dot.get_attribute("href")
    dot.click()
    page.wait_for_url(f"**{leads_to}")
