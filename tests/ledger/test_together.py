"""Several people, each a process of their own, deciding and deriving at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import Any

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, OvertakenError, open_ledger
from tallystick.model.change import What
from tallystick.model.decision import Act
from tallystick.model.digest import version_of
from tallystick.model.record import Record
from tallystick.model.terms import ReviewState
from tests.ledger.making import incident

PEOPLE = ("ada", "bob", "eve", "joe")
EACH = 6


def derive(ledger: Ledger) -> None:
    """An incident for each name that the journal holds, which is accepted."""
    while True:
        turn = ledger.turn()
        accepted = sorted({d.incident_id for d in ledger.active_decisions(until=turn.decision) if d.incident_id})
        try:
            made = tuple(incident(name, review_state=ReviewState.ACCEPTED) for name in accepted)
            ledger.save_derived(Record(incidents=made), turn=turn)
        except OvertakenError:
            continue
        return


def accept_one_after_the_other(location: str, name: str, _: Any) -> None:
    with open_ledger(location) as ledger:
        for number in range(EACH):
            ledger.append_decision(Act.ACCEPT, by=name, incident_id=f"{name}-{number}")
            derive(ledger)


def edit_what_all_saw(location: str, name: str, outcomes: Any) -> None:
    with open_ledger(location) as ledger:
        seen = {"i-1": version_of(incident("i-1"))}
        try:
            ledger.append_decision(Act.EDIT, by=name, incident_id="i-1", field="target", value=name, seen=seen)
            outcomes.put((name, ""))
        except TallystickError as error:
            outcomes.put((name, str(error)))


def at_once(location: str, work: Callable[[str, str, Any], None]) -> list[tuple[str, str]]:
    context = multiprocessing.get_context("fork")
    outcomes = context.Queue()
    processes = [context.Process(target=work, args=(location, name, outcomes)) for name in PEOPLE]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * len(PEOPLE)
    return [outcomes.get() for _ in PEOPLE] if work is edit_what_all_saw else []


@pytest.fixture
def empty(location: str) -> str:
    open_ledger(location).close()
    return location


def test_no_decision_is_lost_from_what_is_derived(empty: str) -> None:
    at_once(empty, accept_one_after_the_other)
    with open_ledger(empty) as ledger:
        decided = {f"{name}-{number}" for name in PEOPLE for number in range(EACH)}
        assert {one.id for one in ledger.incidents()} == decided
        assert ledger.pending_decisions() == ()
        history = ledger.changes()
        assert {made.change.id for made in history} == decided
        assert {made.change.what for made in history} == {What.ADDED}
        assert sorted(n for made in history for n in made.change.decisions) == list(range(1, len(decided) + 1))


def test_of_those_who_act_on_one_state_one_succeeds_and_the_others_are_told_who(empty: str) -> None:
    with open_ledger(empty) as ledger:
        ledger.save_derived(Record(incidents=(incident("i-1"),)))
    outcomes = at_once(empty, edit_what_all_saw)
    (first,) = [name for name, message in outcomes if not message]
    assert all(f"[{Code.E311.name}]" in message for name, message in outcomes if name != first)
    assert all(f"edit target by {first} (decision 1)" in message for name, message in outcomes if name != first)
    with open_ledger(empty) as ledger:
        assert [entry.by for entry in ledger.journal()] == [first]
