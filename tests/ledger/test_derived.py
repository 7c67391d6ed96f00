from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy.exc import IntegrityError

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.incident import Tombstone
from tallystick.model.record import Record
from tallystick.model.terms import EventKind, ReviewState, Status
from tests.ledger.making import content, derive, incident, many, place, read_all
from tests.ledger.records import records


@given(records())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_a_record_comes_back_as_it_was_saved(ledger: Ledger, record: Record) -> None:
    ledger.save_derived(record)
    assert ledger.record() == record


def test_a_record_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    ledger.save_derived(Record(incidents=(incident("i-1"), incident("i-2"))))
    ledger.save_derived(Record(incidents=(incident("i-2"),)))
    assert [one.id for one in ledger.record().incidents] == ["i-2"]


def test_a_record_that_cannot_be_saved_leaves_the_one_before(ledger: Ledger) -> None:
    ledger.save_derived(Record(incidents=(incident("i-1"),)))
    before = content(ledger)
    with pytest.raises(IntegrityError):
        ledger.save_derived(Record(incidents=(incident("i-2"), incident("i-2"))))
    assert content(ledger) == before


def test_deriving_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.add_reports(many(5))
    read_all(ledger)
    derive(ledger)
    before = content(ledger)
    derive(ledger)
    assert content(ledger) == before


def test_the_order_of_reports_does_not_count(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add_reports(many(5))
    with open_ledger(tmp_path / "other.db") as other:
        other.add_reports(reversed(many(5)))
        for one in (ledger, other):
            read_all(one)
            derive(one)
        assert content(ledger) == content(other)


def test_an_incident_is_found_by_its_id(ledger: Ledger) -> None:
    ledger.save_derived(Record(incidents=(incident("i-1"), incident("i-2"))))
    assert ledger.incident("i-2") == (incident("i-2"), None)


def test_an_id_that_points_on_is_followed_to_the_end(ledger: Ledger) -> None:
    first = Tombstone(id="i-1", points_to="i-2", why="merged")
    second = Tombstone(id="i-2", points_to="i-3", why="merged again")
    ledger.save_derived(Record(incidents=(incident("i-3"),), tombstones=(first, second)))
    assert ledger.incident("i-1") == (incident("i-3"), first)


@pytest.mark.parametrize(
    ("unknown", "code"),
    [("i-9", Code.E302), ("dead-end", Code.E330), ("on-to-it", Code.E330), ("round-1", Code.E302), ("lost", Code.E302)],
)
def test_an_id_that_leads_nowhere_is_refused(ledger: Ledger, unknown: str, code: Code) -> None:
    tombstones = (
        Tombstone(id="dead-end", points_to=None, why="no longer read"),
        Tombstone(id="round-1", points_to="round-2", why=""),
        Tombstone(id="round-2", points_to="round-1", why=""),
        Tombstone(id="lost", points_to="i-8", why=""),
        Tombstone(id="on-to-it", points_to="dead-end", why="merged"),
    )
    ledger.save_derived(Record(tombstones=tombstones))
    with pytest.raises(TallystickError) as caught:
        ledger.incident(unknown)
    assert caught.value.code is code
    assert ("(no longer read)" in str(caught.value)) == (code is Code.E330)


FILED = (
    incident("i-1", kind=EventKind.AIRSTRIKE, start=date(2031, 5, 1), end=date(2031, 5, 1), place=place("XA")),
    incident("i-2", start=date(2031, 5, 3), end=date(2031, 5, 9), place=place("XB"), status=Status.CONTESTED),
    incident("i-3", start=date(2031, 6, 1), end=date(2031, 6, 1), review_state=ReviewState.ACCEPTED),
    incident("i-4"),
)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["i-1", "i-2", "i-3", "i-4"]),
        ({"kind": ["airstrike"]}, ["i-1"]),
        ({"country": ["XA", "XB"]}, ["i-1", "i-2"]),
        ({"place_id": ["iso:XB"]}, ["i-2"]),
        ({"status": [Status.CONTESTED]}, ["i-2"]),
        ({"review_state": ["accepted", "edited"]}, ["i-3"]),
        ({"since": date(2031, 5, 9), "until": date(2031, 5, 31)}, ["i-2", "i-4"]),
        ({"until": date(2031, 5, 1)}, ["i-1", "i-4"]),
        ({"since": date(2031, 5, 10)}, ["i-3", "i-4"]),
        ({"country": ["XA"], "kind": ["shelling"]}, []),
        ({"kind": []}, []),
    ],
)
def test_incidents_are_found_by_what_they_are(ledger: Ledger, filters: dict[str, Any], found: list[str]) -> None:
    ledger.save_derived(Record(incidents=FILED))
    assert [one.id for one in ledger.incidents(**filters)] == found
