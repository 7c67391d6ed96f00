"""Deriving step by step comes to what deriving as a whole comes to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.derivation import derive
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.verify import Finding, verify
from tests.derivation.made import decide, reports
from tests.derivation.world import Told, as_a_whole, differences, record_of, take, update, without_ids

few = settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(autouse=True)
def always_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is new, only that is derived; but for the first time."""
    monkeypatch.setattr(derive, "MOST_CHANGED", float("inf"))


@contextmanager
def new_ledger() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        yield ledger


def in_steps(told: Sequence[Told], cuts: set[int]) -> list[Sequence[Told]]:
    at = [0, *sorted(cut for cut in cuts if 0 < cut < len(told)), len(told)]
    return [told[a:b] for a, b in pairwise(at)]


def wrong_in_index(ledger: Ledger) -> list[Finding]:
    return [finding for finding in verify(ledger) if finding.wrong and finding.name.startswith("index")]


@few
@given(st.data())
def test_every_step_comes_to_what_the_whole_comes_to(data: st.DataObject) -> None:
    told = data.draw(reports())
    with new_ledger() as ledger:
        for step in in_steps(told, data.draw(st.sets(st.integers(1, 4)))):
            take(ledger, step)
            update(ledger)
            assert differences(record_of(ledger), as_a_whole(ledger)) == []
            assert wrong_in_index(ledger) == []


@few
@given(st.data())
def test_every_decision_comes_to_what_the_whole_comes_to(data: st.DataObject) -> None:
    told = data.draw(reports(least=3))
    with new_ledger() as ledger:
        take(ledger, told[:-1])
        update(ledger)
        for more in ((), told[-1:], ()):
            decide(ledger, data)
            take(ledger, more)
            update(ledger)
            assert differences(record_of(ledger), as_a_whole(ledger)) == []
            assert wrong_in_index(ledger) == []


@few
@given(st.data())
def test_a_new_reading_comes_to_what_the_whole_comes_to(data: st.DataObject) -> None:
    told = data.draw(reports())
    again = data.draw(st.sampled_from(told))
    kept = tuple(m for m in again.mentions if data.draw(st.booleans()))
    with new_ledger() as ledger:
        take(ledger, told)
        update(ledger)
        take(ledger, [Told(again.report, kept)])
        update(ledger)
        assert differences(record_of(ledger), as_a_whole(ledger)) == []


@few
@given(st.data())
def test_reports_in_any_order_and_in_any_steps_come_to_the_same(data: st.DataObject) -> None:
    told = data.draw(reports())
    with new_ledger() as at_once, new_ledger() as by_steps:
        take(at_once, told)
        update(at_once, whole=True)
        for step in in_steps(data.draw(st.permutations(told)), data.draw(st.sets(st.integers(1, 4)))):
            take(by_steps, step)
            update(by_steps)
        assert without_ids(record_of(by_steps)) == without_ids(record_of(at_once))


@few
@given(st.data())
def test_every_id_ever_shown_resolves(data: st.DataObject) -> None:
    shown: set[str] = set()
    with new_ledger() as ledger:
        for one in data.draw(reports()):
            take(ledger, [one])
            update(ledger)
            shown |= {i.id for i in ledger.record().incidents}
            decide(ledger, data)
            update(ledger)
            shown |= {i.id for i in ledger.record().incidents}
        for incident_id in shown:
            assert ledger.incident(incident_id)
