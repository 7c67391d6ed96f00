from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date
from tallystick.web.pages import network


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


def test_the_slider_shows_the_network_of_a_year_and_keeps_its_place(page: Page) -> None:
    page.goto("/network?actor=islamic-resistance-in-iraq")
    slider = page.get_by_label("In the year")
    year = int(slider.input_value())
    slider.press("ArrowLeft")
    page.wait_for_url(f"**on={year - 1}")
    assert page.locator("#year").inner_text() == str(year - 1)
    assert page.evaluate("document.activeElement.name") == "on"
    page.get_by_text(f"What held on 1 July {year - 1}").wait_for()


def test_the_slider_begins_where_there_is_something_to_see_and_tells_of_what_lies_before(client: TestClient) -> None:
    page = client.get("/network").text
    first, last = (int(year) for year in re.findall(r'name="on" min="(\d+)" max="(\d+)"', page)[0])
    assert last - first <= network.SLIDER_YEARS
    (before,) = re.findall(r"the first change is of (\d+): give a day", page)
    assert int(before) < first


def test_what_was_accepted_is_drawn_unlike_a_proposal(client: TestClient, ledger: Ledger) -> None:
    relation = ledger.record().relations[0]
    assert not re.search(r'class="edge [\w ]*accepted"', client.get("/network").text)
    take_decision(ledger, Act.ACCEPT, relation.id, by="bo", reason=None)
    bring_up_to_date(ledger)
    shown = client.get("/network").text
    assert re.search(r'class="edge \w+( strong)? accepted"', shown)
    assert f"✓ {relation.predicate.value.replace('_', ' ')}" in shown


def test_a_line_of_the_picture_leads_to_its_words(page: Page, ledger: Ledger) -> None:
    page.goto("/network")
    line = page.locator('svg.picture a[href^="#r-islamic-resistance-in-iraq-brand_of"]').first
    row = (line.get_attribute("href") or "").removeprefix("#")
    line.focus()
    page.keyboard.press("Enter")
    assert page.locator(f'[id="{row}"] q').first.is_visible()


def test_a_day_that_is_none_is_told(client: TestClient) -> None:
    assert client.get("/network?on=soon").status_code == 422


def test_an_analyst_rejects_a_relation(page: Page, ledger: Ledger) -> None:
    page.goto("/network")
    page.get_by_role("button", name="Reject:").first.click()
    page.get_by_text("rejected").first.wait_for()
    decision = ledger.journal()[-1]
    assert (decision.act, decision.by, decision.relation is not None) == ("reject", "ana", True)


def test_of_two_who_decide_on_a_relation_the_second_is_told_and_nothing_is_overwritten(
    client: TestClient, ledger: Ledger
) -> None:
    shown = client.get("/network").text
    (address, token, seen), *_ = re.findall(
        r'action="(/relations/[^"]+)"[^>]*><input[^>]*value="([^"]+)"><input[^>]*name="seen" value="([^"]+)"', shown
    )
    form = {"token": token, "seen": seen}
    assert client.post(address, data={**form, "act": "accept"}).status_code == 303
    answer = client.post(address, data={**form, "act": "reject"})
    assert answer.status_code == 409
    assert "accept by ana (decision 1)" in answer.text
    assert [decision.act.value for decision in ledger.journal()] == ["accept"]


def test_what_reports_say_comes_page_by_page(
    client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "MOST_TOLD", 4)
    told = [relation.id for relation in ledger.record().relations]
    shown = []
    for page in range(1, -(-len(told) // 4) + 1):
        shown += re.findall(r'action="/relations/([^"]+)/decisions', client.get(f"/network?page={page}").text)
    assert shown == told


def test_a_line_of_the_picture_opens_what_is_said_of_it(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST_TOLD", 1)
    page.goto("/network")
    page.locator('svg.picture a[href^="/network?edge="]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/network?edge=*#told")
    assert page.locator("#told tbody tr").count() == 1
