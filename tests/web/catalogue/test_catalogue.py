from __future__ import annotations

from threading import Event, Thread

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.ledger.standing import Standing
from tallystick.model.decision import Act
from tallystick.model.mention import EventMention
from tallystick.pipeline import bring_up_to_date
from tallystick.resolution.anchors import anchors_of
from tallystick.web.catalogue import catalogue as reading
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter


def _counts(catalogue: Catalogue, facet: str) -> dict[str, int]:
    return {each.value: each.number for each in Found(catalogue.now(), Filter()).counts(FACET[facet])}


def test_all_incidents_of_the_ledger_are_held(ledger: Ledger) -> None:
    assert set(Found(Catalogue(ledger).now(), Filter()).all_ids()) == {i.id for i in ledger.incidents()}


def test_nothing_is_read_anew_while_nothing_was_derived(ledger: Ledger) -> None:
    catalogue = Catalogue(ledger)
    assert catalogue.now() is catalogue.now()


def test_a_decision_taken_elsewhere_appears(ledger: Ledger) -> None:
    catalogue = Catalogue(ledger)
    before = _counts(catalogue, "review")
    incident = ledger.incidents()[0]
    events = [m for m in ledger.mentions_of(incident.mentions) if isinstance(m, EventMention)]
    anchors = [quote for event in events for quote in anchors_of(event)]
    ledger.append_decision(Act.ACCEPT, by="ben", incident_id=incident.id, anchors=anchors)
    bring_up_to_date(ledger)
    after = _counts(catalogue, "review")
    assert after == {**before, "machine": before["machine"] - 1, "accepted": 1}


def test_read_in_parts_it_is_the_same(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = Catalogue(ledger).now()
    monkeypatch.setattr(reading, "AT_ONCE", 3)
    in_parts = Catalogue(ledger).now()
    assert in_parts.columns.ids == at_once.columns.ids
    assert Found(in_parts, Filter()).all_counts() == Found(at_once, Filter()).all_counts()
    said = Filter(query="drone")
    assert Found(in_parts, said).all_ids() == Found(at_once, said).all_ids()


def test_while_it_is_read_for_the_first_time_that_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    has_begun, may_go_on = Event(), Event()
    number = Standing.count_incidents

    def count(standing: Standing) -> int:
        has_begun.set()
        may_go_on.wait()
        return number(standing)

    monkeypatch.setattr(Standing, "count_incidents", count)
    catalogue = Catalogue(ledger)
    first = Thread(target=catalogue.now)
    first.start()
    has_begun.wait()
    with pytest.raises(TallystickError) as told:
        catalogue.now()
    assert told.value.code is Code.E811
    may_go_on.set()
    first.join()
    assert catalogue.now().columns.size
