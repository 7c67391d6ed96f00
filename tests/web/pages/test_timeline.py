from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Page


def test_a_mark_opens_its_incident(page: Page) -> None:
    page.goto("/timeline?since=2023-10-01&until=2023-11-30")
    mark = page.locator('svg.picture a[href^="/incidents/inc-"]').first
    leads_to = mark.get_attribute("href")
    mark.click()
    page.wait_for_url(f"**{leads_to}")


def test_lanes_and_zoom_that_are_none_are_told(client: TestClient) -> None:
    assert client.get("/timeline?by=colour").status_code == 422
    assert client.get("/timeline?unit=fortnight").status_code == 422


def test_a_filter_that_nothing_fits(client: TestClient) -> None:
    assert "Nothing on file" in client.get("/timeline?country=XX").text


def test_days_for_which_there_is_no_room_are_a_click_away(page: Page) -> None:
    page.goto("/timeline?unit=day")
    shown = page.locator("svg .tick").first.text_content()
    page.get_by_role("link", name="Earlier days").click()
    page.wait_for_url("**until=**")
    assert page.locator("svg .tick").first.text_content() != shown
    page.get_by_role("link", name="The latest days").click()
    page.wait_for_url(lambda address: "until" not in address)
    assert page.locator("svg .tick").first.text_content() == shown
