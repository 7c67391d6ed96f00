from __future__ import annotations

from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.model.mention import EventMention
from tallystick.pipeline import bring_up_to_date
from tallystick.resolution.anchors import anchors_of
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
