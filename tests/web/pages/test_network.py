from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger


def test_what_reports_tell_stands_apart_from_the_base(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/network").text
    told, known = page[page.index('id="told"') : page.index('id="known"')], page[page.index('id="known"') :]
    for relation in ledger.record().relations:
        assert f"/relations/{relation.id}/decisions" in told
        assert relation.id not in known


def test_a_relation_that_had_not_begun_is_not_shown(client: TestClient) -> None:
    assert "Islamic Resistance in Iraq" in client.get("/network?on=2023-11-07").text
    known = client.get("/network?on=1990").text
    assert "Islamic Resistance in Iraq" not in known[known.index('id="known"') :]


def test_around_one_actor_only_its_relations_are_shown(client: TestClient) -> None:
    page = client.get("/network?actor=islamic-resistance-in-iraq").text
    assert "<h1>Islamic Resistance in Iraq</h1>" in page
    assert "/incidents?claimant=islamic-resistance-in-iraq" in page


def test_a_day_that_is_none_is_told(client: TestClient) -> None:
    assert client.get("/network?on=soon").status_code == 422


def test_an_analyst_rejects_a_relation(page: Page, ledger: Ledger) -> None:
    page.goto("/network")
    page.get_by_role("button", name="Reject:").first.click()
    page.get_by_text("rejected").first.wait_for()
    decision = ledger.journal()[-1]
    assert (decision.act, decision.by, decision.relation is not None) == ("reject", "ana", True)
