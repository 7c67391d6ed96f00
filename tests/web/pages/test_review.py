from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.deciding import take_decision, two_sides
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.model.report import Report
from tallystick.pipeline import bring_up_to_date, read_unread
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.filters import Filter
from tallystick.web.review.item import Item, Sort
from tallystick.web.review.waiting import ReviewQueue

ACTS = {"a": "accept", "r": "reject", "u": "unsure", "s": "same", "d": "different"}


@pytest.fixture
def queue(ledger: Ledger) -> Iterator[ReviewQueue]:
    catalogue = Catalogue(ledger)
    yield ReviewQueue(ledger, catalogue)
    catalogue.close()


def first(queue: ReviewQueue, of: Sort | None = None) -> Item:
    return queue.ask(Filter(), of=of, start=0, size=1).window[0].item


def form_of(page: str, name: str = "answer") -> dict[str, str]:
    """The hidden fields of a form of a page."""
    found = re.search(rf'<form[^>]*id="{name}".*?</form>', page, flags=re.DOTALL)
    assert found is not None
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found.group())
    return {field: html.unescape(value) for field, value in hidden}


def test_all_sorts_are_mixed_by_the_least_certain(queue: ReviewQueue) -> None:
    asked = queue.ask(Filter(), of=None, start=0, size=500)
    certainties = [waiting.certainty for waiting in asked.window]
    assert certainties == sorted(certainties)
    assert {waiting.item.sort for waiting in asked.window} == {Sort.INCIDENT, Sort.JOIN, Sort.MENTION, Sort.RELATION}
    assert len(asked.window) == sum(asked.counts.values())


def test_of_equals_the_window_goes_on_where_the_one_before_ended(queue: ReviewQueue) -> None:
    whole = [waiting.item for waiting in queue.ask(Filter(), of=None, start=0, size=60).window]
    parts = [w.item for start in (0, 20, 40) for w in queue.ask(Filter(), of=None, start=start, size=20).window]
    assert parts == whole


def test_under_a_filter_only_incidents_that_fit_and_their_joins_are_asked(queue: ReviewQueue, ledger: Ledger) -> None:
    drones = {i.id for i in ledger.incidents() if i.kind == "drone_attack"}
    asked = queue.ask(Filter(chosen={"event_type": ("drone_attack",)}), of=None, start=0, size=500)
    assert {waiting.item.id for waiting in asked.window} == drones
    assert set(asked.counts) == {Sort.INCIDENT, Sort.JOIN}


def test_twenty_of_all_sorts_are_reviewed_by_keys_alone(page: Page, ledger: Ledger) -> None:
    page.goto("/review")
    told = []
    for number in range(1, 21):
        offered = page.locator("#answer [name=act]").evaluate_all("all => all.map(each => each.dataset.key)")
        key = offered[number % len(offered)]
        page.keyboard.press(key)
        page.get_by_text(f"Decision {number}:").wait_for()
        told.append(ACTS[key])
    assert [decision.act.value for decision in ledger.journal()] == told
    assert all(decision.score is not None and decision.by == "ana" for decision in ledger.journal())


@pytest.mark.parametrize("sort", [Sort.INCIDENT, Sort.JOIN, Sort.MENTION])
def test_a_key_takes_back_what_was_decided_on_each_sort(page: Page, queue: ReviewQueue, sort: Sort) -> None:
    item = first(queue, sort)
    before = queue.ask(Filter(), of=sort, start=0, size=1).counts[sort]
    page.goto(f"/review?of={sort}")
    page.locator("#answer [name=act]").nth(1).click()
    page.get_by_text("Decision 1:").wait_for()
    assert first(queue, sort) != item
    page.keyboard.press("z")
    page.get_by_text("Decision 1:").wait_for(state="detached")
    assert first(queue, sort) == item
    assert queue.ask(Filter(), of=sort, start=0, size=1).counts[sort] == before


def test_a_decision_on_a_relation_is_taken_back(client: TestClient, ledger: Ledger, queue: ReviewQueue) -> None:
    item = first(queue, Sort.RELATION)
    client.post("/review", data={**form_of(client.get("/review?of=relation").text), "act": "reject"})
    assert item not in [w.item for w in queue.ask(Filter(), of=Sort.RELATION, start=0, size=50).window]
    shown = client.get("/review?of=relation&done=1").text
    token = form_of(shown)["token"]
    client.post("/review/undo?of=relation", data={"token": token, "number": "1", "seen": "-"})
    assert [decision.act.value for decision in ledger.journal()] == ["reject", "undo"]
    assert first(queue, Sort.RELATION) == item


def test_what_is_unsure_is_not_asked_again(client: TestClient, queue: ReviewQueue) -> None:
    for sort in (Sort.INCIDENT, Sort.JOIN, Sort.MENTION, Sort.RELATION):
        item = first(queue, sort)
        client.post("/review", data={**form_of(client.get(f"/review?of={sort}").text), "act": "unsure"})
        assert first(queue, sort) != item


@pytest.mark.parametrize("sort", list(Sort)[:4])
def test_all_evidence_is_in_view_without_scrolling(page: Page, sort: Sort, queue: ReviewQueue) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for waiting in queue.ask(Filter(), of=sort, start=0, size=8).window:
        page.goto(f"/review?of={sort}&at={waiting.item.key}")
        box = page.locator(".at-hand").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, waiting.item


def test_a_join_shows_both_sides_and_what_speaks_for_it(page: Page) -> None:
    page.goto("/review?of=join")
    assert page.locator(".sides blockquote").count() == 2
    rows = page.locator(".compared tbody th").all_inner_texts()
    assert rows == ["what", "when", "where", "whom", "harm", "who"]
    assert page.locator(".weights tr.sum").inner_text().startswith("together")


def test_a_batch_is_of_what_is_marked_and_is_taken_back_at_once(page: Page, ledger: Ledger, queue: ReviewQueue) -> None:
    three = [waiting.item.id for waiting in queue.ask(Filter(), of=Sort.INCIDENT, start=0, size=3).window]
    page.goto("/review?of=incident")
    for number in range(3):
        page.locator(".queue li").nth(number).and_(page.locator("[aria-current]")).wait_for()
        page.keyboard.press("x")
        page.keyboard.press("j")
    page.locator(".queue li").nth(3).and_(page.locator("[aria-current]")).wait_for()
    page.keyboard.press("b")
    page.get_by_role("heading", name="Decide on these 3").wait_for()
    page.keyboard.press("a")
    page.get_by_text("Decisions 1 to 3").wait_for()
    assert [(decision.act, decision.incident_id) for decision in ledger.journal()] == [
        (Act.ACCEPT, id_) for id_ in three
    ]
    page.keyboard.press("z")
    page.get_by_text("Decisions 1 to 3").wait_for(state="detached")
    assert sorted(d.undoes for d in ledger.journal() if d.undoes is not None) == [1, 2, 3]
    assert {ledger.incident(id_)[0].review_state for id_ in three} == {"machine"}


def test_in_a_batch_what_changed_meanwhile_is_told_and_left_undecided(client: TestClient, ledger: Ledger) -> None:
    shown = client.get("/review?of=incident").text
    picks = [html.unescape(pick) for pick in re.findall(r'name="pick" value="(incident:[^"]*)" aria', shown)][:3]
    ids = [pick.split(" ")[0].removeprefix("incident:") for pick in picks]
    take_decision(ledger, Act.REJECT, ids[1], by="ben", reason=None)
    bring_up_to_date(ledger)
    token = form_of(shown)["token"]
    answer = client.post("/review/batch/decide", data={"token": token, "pick": picks, "act": "accept"})
    assert answer.status_code == 409
    assert "reject by ben" in answer.text
    decided = [(d.by, d.act, d.incident_id) for d in ledger.journal()]
    assert decided == [("ben", Act.REJECT, ids[1]), ("ana", Act.ACCEPT, ids[0]), ("ana", Act.ACCEPT, ids[2])]


def test_no_batch_is_larger_than_what_is_in_view(client: TestClient) -> None:
    form = form_of(client.get("/review").text)
    many = {"token": form["token"], "pick": [form["pick"]] * 13, "act": "accept"}
    assert client.post("/review/batch/decide", data=many).status_code == 422


@pytest.mark.parametrize("sort", [Sort.INCIDENT, Sort.JOIN, Sort.MENTION, Sort.RELATION])
def test_of_two_reviewers_the_second_is_told_and_nothing_is_overwritten(
    client: TestClient, ledger: Ledger, sort: Sort
) -> None:
    shown = client.get(f"/review?of={sort}").text
    one, other = ("different", "same") if sort is Sort.JOIN else ("reject", "accept")
    form = form_of(shown)
    assert client.post("/review", data={**form, "act": one}).status_code == 303
    answer = client.post("/review", data={**form, "act": other, "reason": "as the wire has it"})
    assert answer.status_code == 409
    assert f"{one} by ana (decision 1)" in html.unescape(answer.text)
    assert "as the wire has it" in answer.text
    assert [decision.act.value for decision in ledger.journal()] == [one]


def test_the_score_of_the_machine_stays_beside_the_decision(
    client: TestClient, queue: ReviewQueue, ledger: Ledger
) -> None:
    waiting = queue.ask(Filter(), of=Sort.MENTION, start=0, size=1).window[0]
    client.post("/review", data={**form_of(client.get("/review?of=mention").text), "act": "accept"})
    (decision,) = ledger.journal()
    assert decision.score == waiting.certainty
    shown = client.get(f"/review?at={waiting.item.key}").text
    assert f"machine {waiting.certainty:.2f}" in shown
    assert "ana: accept" in shown
    assert f"machine {waiting.certainty:.2f}" in client.get(f"/incidents/{decision.incident_id}").text
    told = client.get(f"/api/v1/incidents/{decision.incident_id}").json()["decisions"]
    assert [(each["act"], each["by"], each["score"]) for each in told] == [("accept", "ana", waiting.certainty)]


def test_a_mention_that_is_rejected_leaves_its_incident(client: TestClient, ledger: Ledger) -> None:
    whole = max(ledger.incidents(), key=lambda incident: len(incident.mentions))
    out, *stay = whole.mentions
    pick = f"mention:{out} 0 - - -"
    token = form_of(client.get("/review").text)["token"]
    assert client.post("/review", data={"token": token, "pick": pick, "act": "reject"}).status_code == 303
    alone = ledger.incident_of_mention(out)
    assert (alone.mentions, alone.review_state) == ((out,), "rejected")
    assert set(ledger.incident_of_mention(stay[0]).mentions) >= set(stay)


def test_two_that_are_said_to_be_different_are_parted(client: TestClient, ledger: Ledger, queue: ReviewQueue) -> None:
    form = form_of(client.get("/review?of=join").text)
    left, right = form["pick"].split(" ")[-2:]
    client.post("/review", data={**form, "act": "same"})
    one, other = (ledger.incident_of_mention(m) if m.startswith("m-") else ledger.incident(m)[0] for m in (left, right))
    assert one.id == other.id
    take_decision(ledger, Act.UNSURE, one.id, by="ben", reason=None)
    with pytest.raises(Exception, match="no two sides"):
        take_decision(ledger, Act.SAME, one.id, by="ben", reason=None, sides=two_sides(other.id))


def test_a_key_pressed_in_a_field_is_only_typed(page: Page, ledger: Ledger) -> None:
    page.goto("/review")
    page.keyboard.press("/")
    page.keyboard.type("rare")
    assert page.get_by_label("Reason").input_value() == "rare"
    assert ledger.journal() == ()


@pytest.fixture
def unknown(ledger: Ledger) -> str:
    """The id of a name that nobody knows."""
    text = (
        "BAGHDAD, November 9, 2023 - A group calling itself the Cedar Falcons Brigade claimed responsibility for a drone "
        "attack on Harir air base on Wednesday."
    )
    ledger.add_reports([(Report(id="c" * 64, text=text), text.encode())])
    read_unread(ledger)
    bring_up_to_date(ledger)
    return next(actor.id for actor in ledger.record().actors if "Cedar Falcons" in actor.name)


def test_the_actor_that_a_name_means_is_found_by_name_and_chosen_by_keys(
    page: Page, ledger: Ledger, unknown: str
) -> None:
    page.goto(f"/review?of=name&at=name:{unknown}")
    page.keyboard.press("f")
    page.keyboard.type("quds irgc")
    page.get_by_role("radio", name="IRGC Quds Force").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("s")
    page.get_by_text("Decision 1:").wait_for()
    (decision,) = ledger.journal()
    assert decision.actor is not None
    assert decision.actor.name == "IRGC Quds Force"


def test_of_a_name_that_nobody_bears_it_is_told(page: Page, unknown: str) -> None:
    page.goto(f"/review?of=name&at=name:{unknown}")
    page.get_by_label("another known actor").fill("zzzz")
    page.get_by_text("No known actor bears a name like this.").wait_for()
