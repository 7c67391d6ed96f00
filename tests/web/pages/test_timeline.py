from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import FloatRect, Locator, Page


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


def box_of(part: Locator) -> FloatRect:
    box = part.bounding_box()
    assert box is not None
    return box


def test_the_names_of_the_lanes_stay_beside_them_on_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto("/timeline")
    names, picture = page.get_by_role("list", name="Lanes"), page.locator("svg.picture")
    lanes = names.get_by_role("listitem")
    marks = page.locator("svg.picture a")
    before = box_of(names)
    picture.locator("xpath=ancestor::div[@role='region']").evaluate("each => { each.scrollLeft = -300; }")
    assert box_of(names) == before
    assert before["width"] < 130
    first, mark = box_of(lanes.first), box_of(marks.first)
    assert abs(first["y"] + first["height"] / 2 - mark["y"] - mark["height"] / 2) < 2


def test_a_lane_leads_to_the_list_of_its_incidents(page: Page) -> None:
    page.goto("/timeline?by=kind")
    page.get_by_role("list", name="Lanes").get_by_role("link").first.click()
    page.wait_for_url("**/incidents?event_type=drone_attack")
