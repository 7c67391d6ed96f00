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
from tallystick.model.actor import Participant
from tallystick.model.claim import ClaimTurn
from tallystick.model.decision import Act
from tallystick.model.mention import ClaimMention, RelationMention
from tallystick.model.terms import ClaimStep, Modality, ParticipantType, Predicate, Quantifier, Role
from tests.derivation.made import decide, reports
from tests.derivation.world import Told, as_a_whole, differences, record_of, report_of, take, update, without_ids
from tests.resolution.build import BATH, BRAND, MEMBER, MONDAY, POWER, event, quote

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


def test_what_is_told_of_a_brand_bears_on_a_claim_that_was_denied() -> None:
    struck, network = report_of("r0", MONDAY), report_of("r1", MONDAY)
    event_told = event(struck.id, 0, name="m-told", day=MONDAY, place=BATH, by=MEMBER)
    said = quote(struck.id, 30, "said")
    claimant = Participant(
        role=Role.CLAIMANT, type=ParticipantType.ORGANISATION, name=BRAND.name, actor_id=BRAND.id, quote=said
    )
    claim = ClaimMention(
        id="c-0", report_id=struck.id, quote=said, confidence=1, reader="hand", claimant=claimant,
        covers=(event_told.id,), quantifier=Quantifier.ONE, turns=(ClaimTurn(step=ClaimStep.DENIED, quote=said),),
    )  # fmt: skip
    relation = RelationMention(
        id="r-0", report_id=network.id, quote=quote(network.id, 0, "said"), confidence=1, reader="hand",
        subject=BRAND, predicate=Predicate.BRAND_OF, object=POWER,
    )  # fmt: skip
    with new_ledger() as ledger:
        take(ledger, [Told(struck, (event_told, claim))])
        update(ledger)
        take(ledger, [Told(network, (relation,))])
        update(ledger)
        assert differences(record_of(ledger), as_a_whole(ledger)) == []


def test_a_denial_that_is_parted_from_its_incident_leaves_nothing_of_it_behind() -> None:
    struck, denying = report_of("r0", MONDAY), report_of("r1", MONDAY)
    denied = event(denying.id, 10, name="m-denied", day=MONDAY, place=BATH, modality=Modality.DENIED)
    said = quote(denying.id, 30, "said")
    claimant = Participant(
        role=Role.CLAIMANT, type=ParticipantType.ORGANISATION, name=BRAND.name, actor_id=BRAND.id, quote=said
    )
    claim = ClaimMention(
        id="c-0", report_id=denying.id, quote=said, confidence=1, reader="hand", claimant=claimant, covers=(denied.id,),
        quantifier=Quantifier.ONE,
    )  # fmt: skip
    with new_ledger() as ledger:
        told = event(struck.id, 0, name="m-told", day=MONDAY, place=BATH)
        take(ledger, [Told(struck, (told,)), Told(denying, (denied, claim))])
        update(ledger)
        (incident,) = ledger.incidents()
        assert record_of(ledger).claims[0].covers.incident_ids == (incident.id,)
        anchors = [told.trigger, denied.trigger]
        ledger.append_decision(
            Act.SPLIT, by="ann", incident_id=incident.id, anchors=anchors, other_anchors=[denied.trigger]
        )
        update(ledger)
        assert record_of(ledger).claims[0].covers.incident_ids == ()
        assert differences(record_of(ledger), as_a_whole(ledger)) == []
        assert wrong_in_index(ledger) == []
