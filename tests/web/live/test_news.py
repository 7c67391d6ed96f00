from __future__ import annotations

import pytest

from tallystick.deciding import take_decision
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger, Numbers
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date
from tallystick.web.live import news
from tallystick.web.live.news import news_between, read_numbers, write_numbers


def test_a_decision_is_told_at_once_and_the_derivation_when_it_is_saved(ledger: Ledger) -> None:
    id_ = ledger.incidents()[0].id
    before = ledger.numbers()
    take_decision(ledger, Act.ACCEPT, id_, by="bo", reason=None)
    taken = ledger.numbers()
    (decided,) = news_between(ledger, before, taken)
    assert decided.name == "decision"
    assert isinstance(decided.data, dict)
    assert str(decided.data["what"]).startswith("bo accepted “")
    assert decided.data["address"] == f"/incidents/{id_}#history"
    bring_up_to_date(ledger)
    (derived,) = news_between(ledger, taken, ledger.numbers())
    assert (derived.name, derived.data) == ("derivation", {"pages": [f"/incidents/{id_}"]})


def test_who_goes_on_from_an_event_is_told_what_came_after_it_and_nothing_twice(ledger: Ledger) -> None:
    ids = [incident.id for incident in ledger.incidents()[:3]]
    before = ledger.numbers()
    for id_ in ids:
        take_decision(ledger, Act.ACCEPT, id_, by="bo", reason=None)
    bring_up_to_date(ledger)
    events = news_between(ledger, before, ledger.numbers())
    assert [event.name for event in events] == ["decision"] * 3 + ["derivation"]
    for told, event in enumerate(events, start=1):
        rest = news_between(ledger, read_numbers(event.id), ledger.numbers())
        assert [each.name for each in rest] == [each.name for each in events[told:]]


def test_a_decision_on_a_relation_leads_to_the_network(ledger: Ledger) -> None:
    relation = ledger.record().relations[0]
    before = ledger.numbers()
    take_decision(ledger, Act.REJECT, relation.id, by="bo", reason=None)
    (event,) = news_between(ledger, before, ledger.numbers())
    assert isinstance(event.data, dict)
    assert relation.subject.name in str(event.data["what"])
    assert event.data["address"] == "/network#told"


def test_a_decision_on_a_name_is_told_by_the_name_and_leads_to_the_review(ledger: Ledger) -> None:
    before = ledger.numbers()
    ledger.append_decision(Act.ACCEPT, by="bo", name="eastern dawn")
    (event,) = news_between(ledger, before, ledger.numbers())
    assert isinstance(event.data, dict)
    assert "“eastern dawn”" in str(event.data["what"])
    assert event.data["address"] == "/review"


def test_more_incidents_than_can_be_named_concern_every_page(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST_INCIDENTS", 1)
    (event,) = news_between(ledger, Numbers(0, 0, 0), ledger.numbers())
    assert event.data == {"pages": None}


def test_of_many_decisions_only_the_last_are_told_one_by_one(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST_DECISIONS", 2)
    for number in range(3):
        ledger.append_decision(Act.UNSURE, by="bo", incident_id=f"inc-{number}")
    now = ledger.numbers()
    events = news_between(ledger, now._replace(decision=0), now)
    assert [event.id for event in events] == [write_numbers(now._replace(decision=number)) for number in (2, 3)]


@pytest.mark.parametrize("text", ["", "1.2", "1.2.x", "1.2.3.4", "-1.2.3", "²\u0661.2.3"])
def test_numbers_that_are_none_are_told(text: str) -> None:
    with pytest.raises(TallystickError, match="E801"):
        read_numbers(text)
