from __future__ import annotations

import re

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.filters import Filter
from tallystick.web.pages.review import waiting


def test_the_least_certain_join_comes_first(ledger: Ledger) -> None:
    sure = {i.id: min((join.score for join in i.joins), default=1.0) for i in ledger.incidents()}
    queue = waiting(Catalogue(ledger), Filter())
    scores = [round(sure[id_], 3) for id_ in queue]
    assert scores == sorted(scores)
    assert len(scores) == len(sure)


def test_twenty_are_reviewed_by_keys_alone(page: Page, ledger: Ledger) -> None:
    queue = waiting(Catalogue(ledger), Filter())
    page.goto("/review")
    for number, key in enumerate("aaruaaaruaaaaraauaaa", start=1):
        page.keyboard.press(key)
        page.get_by_text(f"Decision {number}:").wait_for()
    acts = {"a": "accept", "r": "reject", "u": "unsure"}
    told = [(decision.act.value, decision.incident_id) for decision in ledger.journal()]
    assert told == [(acts[key], id_) for key, id_ in zip("aaruaaaruaaaaraauaaa", queue, strict=False)]


def test_a_key_takes_the_last_decision_back_and_shows_it_again(page: Page, ledger: Ledger) -> None:
    first = waiting(Catalogue(ledger), Filter())[0]
    page.goto("/review")
    page.keyboard.press("r")
    page.get_by_text("Decision 1:").wait_for()
    page.keyboard.press("z")
    page.wait_for_url(f"**at={first}")
    assert [decision.act.value for decision in ledger.journal()] == ["reject", "undo"]
    assert ledger.incident(first)[0].review_state == "machine"


def test_a_key_pressed_in_a_field_is_only_typed(page: Page, ledger: Ledger) -> None:
    page.goto("/review")
    page.keyboard.press("/")
    page.keyboard.type("rare")
    assert page.get_by_label("Reason").input_value() == "rare"
    assert ledger.journal() == ()


def test_of_two_reviewers_the_second_is_told_and_nothing_is_overwritten(client: TestClient, ledger: Ledger) -> None:
    shown = client.get("/review").text
    form = dict(re.findall(r'name="(token|seen|incident|after)" value="([^"]*)"', shown))
    assert client.post("/review", data={**form, "act": "reject"}).status_code == 303
    answer = client.post("/review", data={**form, "act": "accept"})
    assert answer.status_code == 409
    assert [decision.act.value for decision in ledger.journal()] == ["reject"]


def test_what_a_filter_leaves_out_is_not_asked(client: TestClient, ledger: Ledger) -> None:
    drones = {i.id for i in ledger.incidents() if i.kind == "drone_attack"}
    assert set(waiting(Catalogue(ledger), Filter(chosen={"event_type": ("drone_attack",)}))) == drones
