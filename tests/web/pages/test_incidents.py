from __future__ import annotations

import csv
import io

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


def test_an_address_as_a_form_makes_it_is_tidied(client: TestClient) -> None:
    answer = client.get("/incidents?q=&since=&columns=kind&columns=when&country=IQ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents?country=IQ&columns=kind,when")
    assert client.get(answer.headers["location"]).status_code == 200


def test_the_file_has_all_that_fits_and_the_page_only_a_page_of_it(client: TestClient, ledger: Ledger) -> None:
    lines = csv.reader(io.StringIO(client.get("/incidents.csv?page=2&sort=-killed&columns=kind").text))
    assert next(lines) == ["incident_id", "kind"]
    found = client.get("/api/v1/incidents?sort=-killed&limit=5000").json()["data"]
    assert list(lines) == [[row["id"], row["kind"]] for row in found]
    assert len(found) == len(ledger.incidents())


def test_the_file_bears_the_mark_that_excel_wants_only_if_asked(client: TestClient) -> None:
    assert client.get("/incidents.csv?bom=yes").content.startswith(b"\xef\xbb\xbfincident_id,")
    assert client.get("/incidents.csv").content.startswith(b"incident_id,")


def test_a_file_of_no_such_form_is_no_page(client: TestClient) -> None:
    assert client.get("/incidents.exe").status_code == 404


def test_an_analyst_narrows_down_by_a_click(page: Page, ledger: Ledger) -> None:
    page.goto("/incidents")
    page.get_by_role("link", name="Drone attack").first.click()
    wanted = sum(i.kind == "drone_attack" for i in ledger.incidents())
    assert page.locator("table.list tbody tr").count() == wanted


def test_an_analyst_chooses_columns_orders_them_by_keyboard_and_has_them_as_a_file(page: Page) -> None:
    page.goto("/incidents?country=IQ")
    page.get_by_text("Columns", exact=False).first.click()
    for usual in page.locator(".chooser ol input").all():
        usual.uncheck()
    for name in ("Kind", "Quotes", "Place name"):
        page.locator(".chooser").get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Show these").click()
    assert page.url.endswith("/incidents?country=IQ&columns=kind,place_name,quotes")
    page.get_by_text("Columns", exact=False).first.click()
    page.get_by_role("link", name="Quotes: earlier").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**columns=kind,quotes,place_name#up-quotes")
    # The panel opens by itself where the column now is, so that the key can be pressed again.
    page.keyboard.press("Enter")
    page.wait_for_url("**columns=quotes,kind,place_name#down-quotes")
    page.locator("summary", has_text="Download").click()
    with page.expect_download() as told:
        page.get_by_role("link", name="CSV", exact=True).click()
    with told.value.path().open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["incident_id", "quotes", "kind", "place_name"]
    assert len(rows) - 1 == page.locator("table.list tbody tr").count()
    assert told.value.suggested_filename == "incidents-iq.csv"


def test_where_nothing_fits_a_click_on_what_is_in_the_way_shows_the_rest(page: Page, ledger: Ledger) -> None:
    page.goto("/incidents?country=IQ&q=nosuchword")
    page.get_by_role("link", name="Search: nosuchword", exact=True).click()
    assert page.locator("table.list tbody tr").count() == len(ledger.incidents(country=["IQ"]))


def test_the_head_of_a_column_leads_to_its_meaning(page: Page) -> None:
    page.goto("/incidents")
    page.get_by_role("link", name="what “Status” means").click()
    page.wait_for_url("**/data/codebook#incidents.csv.status")
    assert "Did it happen" in page.locator(":target").inner_text()
