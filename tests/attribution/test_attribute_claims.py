from __future__ import annotations

from collections.abc import Sequence

import pytest

from tallystick.attribution.attribute import Attributed, attribute
from tallystick.model.incident import Incident
from tallystick.model.mention import Mention
from tallystick.model.report import Report
from tallystick.model.terms import ClaimStatus, Quantifier, Role, Status
from tests.attribution import builders as b


def run(
    mentions: Sequence[Mention],
    incidents: Sequence[Incident] = (b.incident(),),
    reports: Sequence[Report] = (b.report(),),
) -> Attributed:
    return attribute(incidents, mentions, reports, knowledge=b.knowledge())


def claimants(result: Attributed) -> list[str]:
    return [a.name for a in result.incidents[0].claimed_by]


def test_a_claim_marks_the_incident_that_it_covers() -> None:
    result = run([b.event(), b.claim()])
    assert claimants(result) == ["Banner of the Hills"]
    assert result.claims[0].covers.incident_ids == ("i1",)


def test_a_claim_marks_no_other_incident() -> None:
    result = run([b.event("m1"), b.event("m2"), b.claim()], [b.incident("i1"), b.incident("i2", ("m2",))])
    assert [len(i.claimed_by) for i in result.incidents] == [1, 0]


def test_a_claim_over_several_marks_each() -> None:
    result = run(
        [b.event("m1"), b.event("m2"), b.claim(covers=("m1", "m2"), quantifier=Quantifier.SEVERAL)],
        [b.incident("i1"), b.incident("i2", ("m2",))],
    )
    assert [len(i.claimed_by) for i in result.incidents] == [1, 1]


@pytest.mark.parametrize("quantifier", [Quantifier.MOST, Quantifier.MANY, Quantifier.SOME])
def test_a_claim_over_a_quantified_set_marks_none(quantifier: Quantifier) -> None:
    result = run([b.event(), b.claim(covers=("m1",), quantifier=quantifier)])
    assert claimants(result) == []
    assert result.incidents[0].attributed_to == ()
    assert result.claims[0].covers.incident_ids == ()


def test_a_quantified_claim_is_said_without_marking() -> None:
    result = run([b.event(), b.claim(covers=(), quantifier=Quantifier.MOST)])
    assert "Who did it is not known: no report on file says so." in result.sentences["i1"]
    assert any("so the claim marks none" in s for s in result.sentences["i1"])


def test_a_quantified_claim_is_not_said_of_what_somebody_else_did() -> None:
    result = run([b.event(), b.claim(covers=(), quantifier=Quantifier.MOST)], [b.incident(perpetrator=b.ARMY)])
    assert not any("marks none" in s for s in result.sentences["i1"])


def test_rival_claims_stay_both() -> None:
    result = run([b.event(), b.claim(b.BANNER), b.claim(b.STRANGERS, mention_id="c2")])
    assert claimants(result) == ["Banner of the Hills", "Sons of the Storm"]


@pytest.mark.parametrize("status", [ClaimStatus.SUPERSEDED, ClaimStatus.WITHDRAWN, ClaimStatus.DENIED])
def test_a_claim_that_no_longer_stands_is_kept_but_marks_none(status: ClaimStatus) -> None:
    result = run([b.event(), b.claim(status=status)])
    assert claimants(result) == []
    assert [c.status for c in result.claims] == [status]


def test_a_withdrawal_told_earlier_outlives_a_later_relay() -> None:
    mentions: list[Mention] = [
        b.event("m1"),
        b.event("m2", report_id="r2"),
        b.claim(status=ClaimStatus.WITHDRAWN),
        b.claim(covers=("m2",), mention_id="c2", report_id="r2"),
    ]
    result = run(mentions, [b.incident(mentions=("m1", "m2"))], [b.report("r1", day=10), b.report("r2", day=12)])
    assert claimants(result) == []


def test_a_denial_gives_way_to_a_later_claim() -> None:
    mentions: list[Mention] = [
        b.event("m1"),
        b.event("m2", report_id="r2"),
        b.claim(status=ClaimStatus.DENIED),
        b.claim(covers=("m2",), mention_id="c2", report_id="r2"),
    ]
    result = run(mentions, [b.incident(mentions=("m1", "m2"))], [b.report("r1", day=10), b.report("r2", day=12)])
    assert claimants(result) == ["Banner of the Hills"]


def test_a_claimant_named_in_the_event_itself_claims_it() -> None:
    assert claimants(run([b.event("m1", (b.STRANGERS, Role.CLAIMANT))])) == ["Sons of the Storm"]


def test_one_claimant_under_two_spellings_is_one() -> None:
    other = b.STRANGERS.model_copy(update={"name": "Sons Of  The Storm"})
    assert len(claimants(run([b.event(), b.claim(b.STRANGERS), b.claim(other, mention_id="c2")]))) == 1


def test_told_by_the_claimant_alone_is_claimed_only() -> None:
    result = run([b.event(status_cue="claimed_only"), b.claim()])
    assert result.incidents[0].status is Status.CLAIMED_ONLY


def test_told_on_the_claimants_word_is_claimed_only() -> None:
    result = run([b.event(reporter=b.reporter(b.BANNER)), b.claim()])
    assert result.incidents[0].status is Status.CLAIMED_ONLY


def test_told_by_somebody_else_too_is_reported() -> None:
    mentions: list[Mention] = [b.event("m1", status_cue="claimed_only"), b.event("m2"), b.claim()]
    result = run(mentions, [b.incident(mentions=("m1", "m2"), status=Status.CLAIMED_ONLY)])
    assert result.incidents[0].status is Status.REPORTED


def test_a_denied_incident_stays_denied() -> None:
    assert run([b.event(), b.claim()], [b.incident(status=Status.DENIED)]).incidents[0].status is Status.DENIED


def test_the_order_of_the_input_changes_nothing() -> None:
    mentions: list[Mention] = [b.event("m1"), b.event("m2"), b.claim(), b.claim(b.STRANGERS, ("m2",), mention_id="c2")]
    incidents = [b.incident("i1"), b.incident("i2", ("m2",))]
    assert run(mentions, incidents) == run(mentions[::-1], incidents[::-1])
