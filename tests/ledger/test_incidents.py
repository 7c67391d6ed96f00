"""Incidents found by their mentions, and ids followed along their tombstones."""

from __future__ import annotations

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.incident import Join, Tombstone
from tallystick.model.record import Record
from tests.ledger.making import incident, many, mention, read_all


def pointing(name: str, to: str | None) -> Tombstone:
    return Tombstone(id=name, points_to=to, why="joined with it")


def test_an_incident_is_found_by_a_mention_of_it_alone(ledger: Ledger) -> None:
    join = Join(left="m-1", right="m-2", score=1, reasons=())
    one, other = incident("i-1", mentions=("m-1",)), incident("i-2", mentions=("m-3",), joins=(join,))
    ledger.save_derived(Record(incidents=(one, other)))
    assert ledger.incident_of_mention("m-1") == one
    for name in ("m-2", "m-", "m-%", "m_1"):
        with pytest.raises(TallystickError) as caught:
            ledger.incident_of_mention(name)
        assert caught.value.code is Code.E315


def test_ids_are_followed_both_ways(ledger: Ledger) -> None:
    tombstones = (pointing("i-2", "i-1"), pointing("i-3", "i-2"), pointing("i-4", None))
    ledger.save_derived(Record(incidents=(incident("i-1"),), tombstones=tombstones))
    assert [ledger.last_id(name) for name in ("i-1", "i-2", "i-3", "i-4")] == ["i-1", "i-1", "i-1", "i-4"]
    assert ledger.ids_pointing_to("i-1") == ("i-2", "i-3")
    assert ledger.ids_pointing_to("i-4") == ()
    with pytest.raises(TallystickError) as caught:
        ledger.last_id("i-9")
    assert caught.value.code is Code.E302


def test_mentions_are_found_by_their_ids(ledger: Ledger) -> None:
    ledger.add_reports(many(3))
    read_all(ledger)
    told = [mention(of) for of, _ in many(3)]
    assert ledger.mentions_of([told[2].id, told[0].id, "m-none"]) == tuple(
        sorted((told[0], told[2]), key=lambda m: m.id)
    )
