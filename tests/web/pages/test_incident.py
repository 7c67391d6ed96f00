from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.deciding import take_decision, two_sides
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.model.mention import EventMention, Range
from tallystick.pipeline import bring_up_to_date


def test_every_incident_can_be_shown(client: TestClient, ledger: Ledger) -> None:
    for incident in ledger.incidents():
        answer = client.get(f"/incidents/{incident.id}")
        assert answer.status_code == 200, incident.id
        assert incident.id in answer.text


def test_an_id_that_was_never_shown_leads_nowhere(client: TestClient) -> None:
    answer = client.get("/incidents/inc-000000000000")
    assert answer.status_code == 404
    assert "E302" in answer.text


def test_where_reports_differ_each_side_stands_with_its_words(page: Page, ledger: Ledger) -> None:
    incident = next(i for i in ledger.incidents() if any(c.field == "outcome" for c in i.conflicts))
    (conflict,) = (c for c in incident.conflicts if c.field == "outcome")
    page.goto(f"/incidents/{incident.id}")
    sides = page.locator("#outcome .differ td")
    assert sides.count() == len(conflict.values)
    for side in sides.all():
        assert side.locator(".saying a[href*='#at']").count() > 0


def test_each_answer_to_who_did_it_unfolds_what_it_rests_on(page: Page, ledger: Ledger) -> None:
    incident = next(i for i in ledger.incidents() if any(a.evidence for a in i.attributed_to))
    page.goto(f"/incidents/{incident.id}")
    answer = page.locator(".answer").filter(has_text="What it rests on").first
    piece = answer.locator(".evidence li").first
    assert not piece.is_visible()
    answer.locator("summary").press("Enter")
    piece.wait_for()


def test_what_a_report_says_leads_to_its_place_there(client: TestClient, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    mention = ledger.mentions_of(incident.mentions)[0]
    page = client.get(f"/incidents/{incident.id}").text
    told = page[page.index("What the reports say") :]
    assert f"/reports/{mention.report_id}?start={mention.quote.start}&amp;end={mention.quote.end}#at" in told


def test_an_analyst_accepts_an_incident_by_a_click(page: Page, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    page.goto(f"/incidents/{incident.id}")
    page.get_by_label("Reason").first.fill("read both reports")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("accepted").first.wait_for()
    assert [(d.act, d.by, d.reason, d.incident_id) for d in ledger.journal()] == [
        ("accept", "ana", "read both reports", incident.id)
    ]


def seen_by(client: TestClient, incident_id: str) -> dict[str, str]:
    """What the forms of the page bear that somebody now sees."""
    shown = client.get(f"/incidents/{incident_id}").text
    return dict(re.findall(r'name="(token|seen)" value="([^"]*)"', shown))


@pytest.mark.parametrize(
    ("address", "typed", "kept"),
    [
        ("decisions", {"act": "reject", "reason": "twice <told>"}, ["twice &lt;told&gt;"]),
        ("edits", {"field": "target", "value": "a depot", "reason": "seen"}, ["a depot", "seen"]),
    ],
)
def test_of_two_the_second_is_told_who_decided_and_keeps_what_was_typed(
    client: TestClient, ledger: Ledger, address: str, typed: dict[str, str], kept: list[str]
) -> None:
    id_ = ledger.incidents()[0].id
    form = seen_by(client, id_)
    take_decision(ledger, Act.ACCEPT, id_, by="bo", reason="read it")
    answer = client.post(f"/incidents/{id_}/{address}", data={**form, **typed})
    assert answer.status_code == 409
    assert "accept by bo (decision 1): read it" in answer.text
    assert all(f'value="{each}"' in answer.text for each in kept)
    assert [(d.by, d.act) for d in ledger.journal()] == [("bo", "accept")]
    form = dict(re.findall(r'name="(token|seen)" value="([^"]*)"', answer.text))
    assert client.post(f"/incidents/{id_}/{address}", data={**form, **typed}).status_code == 303


def test_what_is_taken_back_already_is_told(client: TestClient, ledger: Ledger) -> None:
    id_ = ledger.incidents()[0].id
    take_decision(ledger, Act.ACCEPT, id_, by="bo", reason=None)
    bring_up_to_date(ledger)
    form = {**seen_by(client, id_), "incident": id_}
    assert client.post("/decisions/1/undo", data=form).status_code == 303
    answer = client.post("/decisions/1/undo", data={**seen_by(client, id_), "incident": id_})
    assert answer.status_code == 409
    assert "taken back already: undo of decision 1 by ana (decision 2)" in answer.text
    assert len(ledger.journal()) == 2


def test_what_was_merged_meanwhile_is_told_on_the_page_of_what_stands(client: TestClient, ledger: Ledger) -> None:
    one, other = (incident.id for incident in ledger.incidents()[:2])
    seen = {id_: seen_by(client, id_) for id_ in (one, other)}
    take_decision(ledger, Act.MERGE, one, by="bo", reason=None, sides=two_sides(other))
    bring_up_to_date(ledger)
    (gone,) = {one, other} - {incident.id for incident in ledger.incidents()}
    answer = client.post(f"/incidents/{gone}/decisions", data={**seen[gone], "act": "accept"})
    assert answer.status_code == 409
    assert "merged, one with" in answer.text
    assert len(ledger.journal()) == 1


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
