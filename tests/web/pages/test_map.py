from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Locator, Page

from tallystick.ledger import Ledger
from tallystick.web.pages import map as map_page

AREAS = ("site", "town", "district", "province")
"""What is drawn on the map."""


def test_the_map_is_drawn_from_this_server_alone(page: Page) -> None:
    page.goto("/map")
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    page.get_by_label("Days shown").select_option("7")
    assert page.locator("#day").text_content() != "the last day"


def test_borders_grow_finer_as_one_looks_closer(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    with page.expect_response("**/map/countries-from-afar.json"):
        page.goto("/map")
    with page.expect_response("**/map/countries.json"), page.expect_response("**/map/provinces/IQ.json"):
        for _ in range(4):
            page.get_by_role("button", name="Zoom in").click()


def test_names_are_shown_in_arabic_and_kept_so(page: Page) -> None:
    page.goto("/map")
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    with page.expect_response("**/mapbox-gl-rtl-text.min.mjs"):
        page.get_by_label("Names").select_option("ar")
    page.reload()
    assert page.get_by_label("Names").input_value() == "ar"


def test_the_slider_moves_the_last_day_shown_by_keys(page: Page) -> None:
    page.goto("/map")
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    before = page.locator("#day").inner_text()
    page.locator("#shown-until").press("ArrowLeft")
    assert page.locator("#day").inner_text() < before
    assert page.locator("#shown-until").get_attribute("aria-valuetext") == page.locator("#day").inner_text()


def test_playing_shows_day_after_day_up_to_the_last(page: Page) -> None:
    page.goto("/map?since=2023-10-17&until=2023-10-31")
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    last = page.locator("#day").inner_text()
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Stop").wait_for()
    page.get_by_role("button", name="Play").wait_for()
    assert page.locator("#day").inner_text() == last


def test_a_click_on_a_point_opens_its_incident(page: Page, ledger: Ledger) -> None:
    incident = next(i for i in ledger.incidents() if i.place and i.place.name == "Maysalun")
    assert incident.start
    assert incident.place
    page.goto(f"/map?place={incident.place.id}")
    page.locator('#map[data-drawn="true"]').wait_for(timeout=60_000)
    page.locator("#map canvas").click()
    page.wait_for_url(f"**/incidents/{incident.id}")


def test_what_is_told_of_a_country_alone_stands_beside_the_map(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/map").text
    listed = page[page.index("Told of a country") : page.index("The map as a table")]
    for incident in ledger.incidents():
        if incident.place is not None and incident.place.precision in ("country", "region"):
            assert incident.place.name in listed


def test_the_points_are_those_of_the_filter(client: TestClient, ledger: Ledger) -> None:
    told = client.get("/map/places.json", params={"event_type": "airstrike"}).json()
    kinds = {i.id: i.kind for i in ledger.incidents()}
    assert {kinds[id_] for id_ in told["points"]["incident"] if id_} == {"airstrike"}


def test_who_holds_the_places_already_is_sent_nothing(client: TestClient) -> None:
    first = client.get("/map/places.json")
    again = client.get("/map/places.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_outline_is_sent_as_it_can_be_read(client: TestClient) -> None:
    packed = client.get("/map/provinces/IQ.json", headers={"accept-encoding": "gzip"})
    plain = client.get("/map/provinces/IQ.json", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()


def table_behind(page: Page) -> Locator:
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    page.get_by_text("The map as a table", exact=True).click()
    page.locator("#days-of-table").get_by_text("places,").wait_for()
    return page.locator("#as-table tbody tr")


def test_the_table_behind_the_map_holds_every_place(
    page: Page, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_page, "MOST_LISTED", 2)
    places = Counter(i.place.id for i in ledger.incidents() if i.place and i.place.precision in AREAS)
    page.goto("/map")
    assert f"The fullest 2 of {len(places)} places." in (page.locator("#days-of-table").text_content() or "")
    assert table_behind(page).count() == len(places)


def test_the_table_behind_the_map_follows_the_days_that_are_shown(page: Page, ledger: Ledger) -> None:
    drawn = [i for i in ledger.incidents() if i.place and i.place.precision in AREAS]
    first = max(i.start for i in drawn if i.start) - timedelta(days=6)
    page.goto("/map")
    rows = table_behind(page)
    page.get_by_label("Days shown").select_option("7")
    page.locator("#days-of-table").get_by_text("from").wait_for()
    assert rows.count() == len({i.place.id for i in drawn if i.place and (i.end is None or i.end >= first)})
    assert f"since={first}" in (rows.first.get_by_role("link").get_attribute("href") or "")


def test_a_place_with_several_incidents_lists_them_under_the_map(page: Page, ledger: Ledger) -> None:
    places = Counter(i.place.id for i in ledger.incidents() if i.place and i.place.precision == "site")
    place, number = places.most_common(1)[0]
    page.goto(f"/map?place={place}")
    page.locator('#map[data-ready="true"]').wait_for(timeout=60_000)
    page.locator("#map").click()
    page.locator("#at-place li").nth(number - 1).wait_for()
    assert page.locator("#at-place li").count() == number
