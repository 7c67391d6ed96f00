"""What several changes of one incident come to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.net import net_changes
from tallystick.model.change import FieldChange, What
from tallystick.model.digest import version_of
from tallystick.model.incident import Incident, Tombstone
from tallystick.model.record import Record
from tallystick.model.terms import ReviewState
from tests.ledger.making import incident

ONE = incident("i-1")
GONE = Tombstone(id="i-1", points_to=None, why="no longer read")
JOINED = Tombstone(id="i-1", points_to="i-2", why="joined with it")
REJECTED = incident("i-1", review_state=ReviewState.REJECTED)
State = Incident | Tombstone | None


def go_through(ledger: Ledger, *states: State) -> list[tuple[What, tuple[FieldChange, ...]]]:
    """The net changes of i-1 after the first of the states."""
    for number, state in enumerate(states):
        if isinstance(state, Tombstone):
            ledger.save_derived(Record(tombstones=(state,)))
        else:
            ledger.save_derived(Record(incidents=() if state is None else (state,)))
        if number == 0:
            start = max((made.derivation.number for made in ledger.changes()), default=0)
    return [(made.change.what, made.change.fields) for made in net_changes(ledger.changes(after=start))]


@pytest.mark.parametrize(
    ("states", "what"),
    [
        ((None, ONE, incident("i-1", target="the gate")), What.ADDED),
        ((ONE, incident("i-1", target="x"), incident("i-1", target="y")), What.CHANGED),
        ((ONE, incident("i-1", target="x"), JOINED), What.MERGED),
        ((ONE, incident("i-1", target="x"), GONE), What.WITHDRAWN),
        ((ONE, incident("i-1", target="x"), REJECTED), What.WITHDRAWN),
        ((ONE, REJECTED, REJECTED.model_copy(update={"target": "x"})), What.WITHDRAWN),
        ((GONE, ONE, incident("i-1", target="x")), What.REVIVED),
        ((ONE, GONE, incident("i-1", target="x")), What.CHANGED),
    ],
)
def test_what_several_steps_come_to(ledger: Ledger, states: tuple[State, ...], what: What) -> None:
    assert [found for found, _ in go_through(ledger, *states)] == [what]


@pytest.mark.parametrize(
    "states",
    [(None, ONE, GONE), (GONE, ONE, GONE), (ONE, GONE, ONE), (ONE, JOINED, ONE), (ONE, REJECTED, ONE)],
)
def test_what_comes_and_goes_is_no_change(ledger: Ledger, states: tuple[State, ...]) -> None:
    assert go_through(ledger, *states) == []


def test_a_field_goes_from_its_first_value_to_its_last(ledger: Ledger) -> None:
    ((_, fields),) = go_through(
        ledger, incident("i-1", target="a"), incident("i-1", target="b", background=True), incident("i-1", target="c")
    )
    assert fields == (FieldChange(field="target", before="a", after="c"),)


def test_one_added_and_changed_is_told_as_it_is_now(ledger: Ledger) -> None:
    ((_, fields),) = go_through(ledger, None, ONE, incident("i-1", target="the gate"))
    assert FieldChange(field="target", after="the gate") in fields


@pytest.fixture(scope="module")
def ledger_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One ledger for all examples, which go on from one another."""
    with open_ledger(tmp_path_factory.mktemp("net") / "ledger.db") as opened:
        yield opened


targets = st.sampled_from([None, "a", "b"])


@given(st.lists(targets, min_size=2, max_size=5))
@settings(max_examples=30)
def test_the_net_change_is_the_difference_of_first_and_last(ledger_once: Ledger, steps: list[str | None]) -> None:
    for number, target in enumerate(steps):
        ledger_once.save_derived(Record(incidents=(incident("i-1", target=target),)))
        if number == 0:
            start = ledger_once.changes()[-1].derivation.number
    found = net_changes(ledger_once.changes(after=start))
    assert [made.change.fields for made in found] == (
        [] if steps[0] == steps[-1] else [(FieldChange(field="target", before=steps[0], after=steps[-1]),)]
    )
    assert all(made.change.version == version_of(incident("i-1", target=steps[-1])) for made in found)
