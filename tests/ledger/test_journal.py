from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from pydantic import TypeAdapter
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, journal
from tallystick.ledger.payload import noun_from
from tallystick.model.decision import Act, Decision
from tests.ledger.making import many, minted, quote, report

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


def test_decisions_are_numbered_from_one_and_come_back_in_order(ledger: Ledger) -> None:
    first = ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-1", at=NOON)
    one = report("Shells fell.")
    second = ledger.append_decision(
        Act.MERGE,
        by="ada \x00",
        incident_id="i-1",
        anchors=[quote(one)],
        other_anchors=[quote(one)],
        reason="same",
        at=NOON - timedelta(days=1),
    )
    assert (first.id, second.id) == (1, 2)
    assert ledger.journal() == (first, second)


def test_what_was_read_of_the_journal_is_not_read_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(adapter: TypeAdapter[Decision], payload: str) -> Decision:
        read.append(payload)
        return noun_from(adapter, payload)

    monkeypatch.setattr(journal, "noun_from", reading)
    for number in range(1, 4):
        ledger.append_decision(Act.ACCEPT, by="ada", incident_id=f"i-{number}")
        assert [entry.id for entry in ledger.journal()] == [*range(1, number + 1)]
    assert len(read) == 3


def test_an_entry_that_was_read_but_never_committed_is_forgotten(ledger: Ledger) -> None:
    ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-1")
    draft = ledger.journal()[0].model_copy(update={"by": "ben"})
    with ledger._database.write() as connection:
        journal.append(connection, draft)
        assert [entry.by for entry in journal.entries(connection)] == ["ada", "ben"]
        connection.rollback()
    assert [entry.by for entry in ledger.journal()] == ["ada"]
    ledger.append_decision(Act.ACCEPT, by="eve", incident_id="i-1")
    assert [entry.by for entry in ledger.journal()] == ["ada", "eve"]


def test_a_time_keeps_its_zone(ledger: Ledger) -> None:
    at = datetime(2031, 5, 4, 15, 0, tzinfo=timezone(timedelta(hours=3)))
    ledger.append_decision(Act.REJECT, by="ada", incident_id="i-1", at=at)
    assert ledger.journal()[0].at.isoformat() == at.isoformat()


@pytest.mark.parametrize(
    "verb",
    [
        "UPDATE decision SET payload = ''",
        "DELETE FROM decision",
        "UPDATE minted_id SET ordinal = 7",
        "DELETE FROM minted_id",
        "DELETE FROM archive",
        "UPDATE report_source SET path = 'x'",
    ],
)
def test_history_cannot_be_changed(ledger: Ledger, verb: str) -> None:
    ledger.add_reports(many(1))
    ledger.append_decision(Act.ACCEPT, by="ada")
    ledger.save_derived(ledger.record(), [minted(many(1)[0][0])])
    with pytest.raises(IntegrityError, match="append-only"), ledger._database.write() as connection:
        connection.execute(text(verb))
    assert len(ledger.journal()) == len(ledger.minted()) == 1


def test_an_undo_takes_a_decision_back(ledger: Ledger) -> None:
    kept = ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-1")
    undone = ledger.append_decision(Act.REJECT, by="ada", incident_id="i-2")
    ledger.append_decision(Act.UNDO, by="bob", undoes=undone.id)
    assert ledger.active_decisions() == (kept,)


def test_an_undo_of_an_undo_revives(ledger: Ledger) -> None:
    decision = ledger.append_decision(Act.EDIT, by="ada", incident_id="i-1", field="outcome", value='"hit"')
    undo = ledger.append_decision(Act.UNDO, by="ada", undoes=decision.id)
    ledger.append_decision(Act.UNDO, by="ada", undoes=undo.id)
    assert ledger.active_decisions() == (decision,)
    assert len(ledger.journal()) == 3


def test_the_decisions_that_held_when_the_journal_was_shorter(ledger: Ledger) -> None:
    decision = ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-1")
    ledger.append_decision(Act.UNDO, by="ada", undoes=decision.id)
    assert ledger.active_decisions(until=1) == (decision,)
    assert ledger.active_decisions(until=2) == ()


@pytest.mark.parametrize("number", [-1, 0, 2, 99])
def test_an_undo_of_an_unknown_decision_is_refused(ledger: Ledger, number: int) -> None:
    ledger.append_decision(Act.ACCEPT, by="ada")
    with pytest.raises(TallystickError) as caught:
        ledger.append_decision(Act.UNDO, by="ada", undoes=number)
    assert caught.value.code is Code.E304
    assert len(ledger.journal()) == 1


def test_an_undo_of_what_is_undone_is_refused_and_tells_who_did(ledger: Ledger) -> None:
    ledger.append_decision(Act.ACCEPT, by="ada")
    ledger.append_decision(Act.UNDO, by="bob", undoes=1, reason="too soon")
    with pytest.raises(TallystickError, match=r"undo of decision 1 by bob \(decision 2\): too soon") as caught:
        ledger.append_decision(Act.UNDO, by="eve", undoes=1)
    assert caught.value.code is Code.E314
    assert len(ledger.journal()) == 2


def test_only_an_undo_undoes(ledger: Ledger) -> None:
    first = ledger.append_decision(Act.ACCEPT, by="ada")
    with pytest.raises(ValueError, match="undo"):
        ledger.append_decision(Act.ACCEPT, by="ada", undoes=first.id)
    with pytest.raises(ValueError, match="undo"):
        ledger.append_decision(Act.UNDO, by="ada")


def test_decisions_of_several_people_at_once_are_all_kept(ledger: Ledger) -> None:
    def decide(name: str) -> None:
        for _ in range(10):
            ledger.append_decision(Act.ACCEPT, by=name)

    people = [threading.Thread(target=decide, args=(name,)) for name in ("ada", "bob", "eve")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert [decision.id for decision in ledger.journal()] == list(range(1, 31))
