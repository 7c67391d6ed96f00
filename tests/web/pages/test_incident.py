from __future__ import annotations

import html

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.model.mention import EventMention, Range


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
    page.get_by_label("Reason").first.fill("read both reports")
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


def test_a_field_is_set_and_the_setting_taken_back(page: Page, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    page.goto(f"/incidents/{incident.id}")
    page.get_by_label("Field").select_option("killed")
    page.get_by_label("Value").fill('{"low": 7, "best": 7, "high": 7}')
    page.get_by_role("button", name="Set", exact=True).click()
    page.get_by_text("set by ana").wait_for()
    assert ledger.incident(incident.id)[0].killed == Range(low=7, best=7, high=7)
    page.get_by_role("button", name="Undo").click()
    page.wait_for_load_state()
    assert ledger.incident(incident.id)[0].killed == incident.killed


def test_every_shown_value_stands_beside_its_words(client: TestClient, ledger: Ledger) -> None:
    for incident in ledger.incidents():
        if incident.place is None or not incident.told_by("place"):
            continue
        page = html.unescape(client.get(f"/incidents/{incident.id}").text)
        held = page[page.index('id="place"') :]
        events = {m.id: m for m in ledger.mentions_of(incident.told_by("place")) if isinstance(m, EventMention)}
        assert any(f">{event.where.quote.exact}</q>" in held for event in events.values() if event.where), incident.id
