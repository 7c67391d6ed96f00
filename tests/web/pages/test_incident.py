from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger


def test_every_incident_can_be_shown(client: TestClient, ledger: Ledger) -> None:
    for incident in ledger.incidents():
        answer = client.get(f"/incidents/{incident.id}")
        assert answer.status_code == 200, incident.id
        assert incident.id in answer.text


def test_an_id_that_was_never_shown_leads_nowhere(client: TestClient) -> None:
    answer = client.get("/incidents/inc-000000000000")
    assert answer.status_code == 404
    assert "E302" in answer.text


def test_an_analyst_accepts_an_incident_by_a_click(page: Page, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    page.goto(f"/incidents/{incident.id}")
    page.get_by_label("Reason").fill("read both reports")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("accepted").first.wait_for()
    assert [(d.act, d.by, d.reason, d.incident_id) for d in ledger.journal()] == [
        ("accept", "ana", "read both reports", incident.id)
    ]


def test_what_was_changed_meanwhile_is_told_and_nothing_is_overwritten(client: TestClient, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    token = client.get("/").cookies["tallystick_token"]
    form = {"act": "reject", "seen": "000000000000", "token": token}
    answer = client.post(f"/incidents/{incident.id}/decisions", data=form)
    assert answer.status_code == 409
    assert "E311" in answer.text
    assert ledger.journal() == ()
