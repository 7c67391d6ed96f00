from __future__ import annotations

import re

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date, read_record


def test_the_overview_counts_what_is_no_history(client: TestClient, ledger: Ledger) -> None:
    number = sum(not i.background for i in ledger.incidents())
    assert f">{number} incidents</a>" in client.get("/").text


def test_killed_and_injured_are_added_up_by_status(client: TestClient, ledger: Ledger) -> None:
    own = [i.killed for i in ledger.incidents() if not i.background and i.status == "confirmed" and i.killed]
    killed = sum(next(n for n in (each.best, each.low, each.high) if n is not None) for each in own)
    assert f'status=confirmed&amp;sort=-killed">{killed}</a>' in client.get("/").text


def test_every_number_leads_to_a_list(client: TestClient) -> None:
    page = client.get("/").text + client.get("/overview/checks").text
    for address in set(re.findall(r'href="(/[^"#]*)', page)):
        assert client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_what_a_decision_changed_is_new(client: TestClient, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    take_decision(ledger, Act.REJECT, incident.id, by="ana", reason=None)
    bring_up_to_date(ledger)
    shown = client.get("/").text
    assert "decision 1</p>" in shown
    assert "1 incident withdrawn" in shown


def test_the_counts_are_checked_once_the_page_stands(page: Page, ledger: Ledger) -> None:
    page.goto("/")
    page.get_by_role("link", name=f"{len(read_record(ledger).tallies)} counts", exact=True).first.wait_for()
    page.get_by_role("link", name="Counts that differ").click()
    page.wait_for_url("**/tallies#differ")


def test_a_week_of_the_tempo_opens_its_list(page: Page) -> None:
    page.goto("/")
    page.locator(".tempo svg a").last.click()
    page.wait_for_url("**/incidents?since=*&until=*&background=no")
