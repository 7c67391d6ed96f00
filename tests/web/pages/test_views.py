from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page

from tallystick.ledger import Ledger
from tallystick.web.guard.forgery import COOKIE, mask


def send(client: TestClient, path: str, **fields: str) -> int:
    client.get("/views")
    answer = client.post(path, data={"token": mask(client.cookies[COOKIE]), **fields})
    return answer.status_code


def test_a_view_leads_to_its_address(client: TestClient, ledger: Ledger) -> None:
    assert send(client, "/views", name="Iraq", address="/incidents?page=3&country=IQ") == 303
    answer = client.get("/views/iraq")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents?country=IQ")
    assert [view.by for view in ledger.views()] == ["ana"]


def test_an_address_elsewhere_is_not_saved(client: TestClient, ledger: Ledger) -> None:
    assert send(client, "/views", name="Bad", address="https://example.org/incidents") == 422
    assert ledger.views() == ()


def test_an_address_that_came_in_by_another_way_is_not_followed(client: TestClient, ledger: Ledger) -> None:
    ledger.save_view("Bad", "https://example.org/", by="eve")
    assert client.get("/views/bad").status_code == 422
    assert "fits this version no more" in client.get("/views").text


def test_a_view_that_is_not_there_is_told(client: TestClient) -> None:
    assert client.get("/views/none").status_code == 404
    assert send(client, "/views/none/delete") == 404
    assert send(client, "/views/none/name", name="x") == 404


def test_an_analyst_saves_a_view_and_another_browser_opens_it(page: Page, browser: Browser, served: str) -> None:
    page.goto("/incidents?event_type=drone_attack&columns=when,kind")
    page.locator("summary", has_text="Views").click()
    page.get_by_label("Name of this view").fill("Drones, <b>short</b>")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**#view-drones-b-short-b")
    assert page.get_by_role("link", name="Drones, <b>short</b>").is_visible()
    with browser.new_context(base_url=served) as elsewhere:
        other = elsewhere.new_page()
        other.goto("/views")
        other.get_by_role("link", name="Drones, <b>short</b>").click()
        assert other.url == f"{served}/incidents?event_type=drone_attack&columns=when,kind"
        heads = other.locator("table.list th").all_inner_texts()
        assert [head.split()[0] for head in heads] == ["When", "Kind"]


def test_an_analyst_renames_and_deletes_a_view(page: Page, ledger: Ledger) -> None:
    ledger.save_view("Drones", "/map?event_type=drone_attack", by="ben")
    page.goto("/views")
    page.get_by_label("New name of Drones").fill("Uncrewed")
    page.get_by_role("button", name="Rename").click()
    assert page.get_by_role("link", name="Uncrewed").get_attribute("href") == "/views/drones"
    page.get_by_role("button", name="Delete Uncrewed").click()
    page.get_by_text("None yet.").wait_for()
    assert ledger.views() == ()
