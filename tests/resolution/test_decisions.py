import json
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.model.decision import Act, Decision
from tallystick.model.incident import Incident, Settled
from tallystick.model.mention import EventMention, Range
from tallystick.model.terms import DateBasis, EventKind, Outcome, ReviewState, WeaponKind
from tallystick.resolution.decisions import Reviewed, apply_decisions
from tallystick.resolution.fields import EDITABLE, check_edit
from tests.resolution.build import FORT, MONDAY, event, quote, resolved
from tests.resolution.test_constraints import decision

A, B = quote("a", 0), quote("b", 0)


def reviewed(*decisions: Decision) -> Reviewed:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT)]
    return apply_decisions(resolved(*mentions).incidents, mentions, decisions)


def told_by(mention: str, incidents: Sequence[Incident]) -> Incident:
    return next(i for i in incidents if mention in i.mentions)


@pytest.mark.parametrize(("act", "state"), [(Act.ACCEPT, ReviewState.ACCEPTED), (Act.REJECT, ReviewState.REJECTED)])
def test_a_verdict_sets_the_review_state_of_its_incident_alone(act: Act, state: ReviewState) -> None:
    found = reviewed(decision(1, act, [A])).incidents
    assert told_by("m1", found).review_state is state
    assert told_by("m2", found).review_state is ReviewState.MACHINE


def test_of_two_verdicts_the_later_holds() -> None:
    found = reviewed(decision(2, Act.ACCEPT, [A]), decision(1, Act.REJECT, [A])).incidents
    assert told_by("m1", found).review_state is ReviewState.ACCEPTED


def test_an_edit_sets_the_field_and_marks_the_incident() -> None:
    found = reviewed(decision(1, Act.EDIT, [A], field="kind", value='"shelling"')).incidents
    incident = told_by("m1", found)
    assert (incident.kind, incident.review_state) == (EventKind.SHELLING, ReviewState.EDITED)


def test_an_edited_incident_that_is_rejected_keeps_its_edit() -> None:
    edit = decision(1, Act.EDIT, [A], field="target", value='"the gate"')
    incident = told_by("m1", reviewed(edit, decision(2, Act.REJECT, [A])).incidents)
    assert (incident.target, incident.review_state) == ("the gate", ReviewState.REJECTED)


def test_an_edited_start_behind_the_end_takes_the_end_along() -> None:
    later = MONDAY + timedelta(days=3)
    edit = decision(1, Act.EDIT, [A], field="start", value=f'"{later}"')
    incident = told_by("m1", reviewed(edit).incidents)
    assert (incident.start, incident.end) == (later, later)


def test_an_edited_field_says_by_whom_its_conflict_was_settled() -> None:
    mentions = [event("a", killed=(1, 1, 1)), event("b", killed=(2, 2, 2))]
    edit = decision(7, Act.EDIT, [A], field="killed", value='{"low": 2, "best": 2, "high": 2}')
    (incident,) = apply_decisions(resolved(*mentions).incidents, mentions, [edit]).incidents
    assert [c.rule for c in incident.conflicts if c.field == "killed"] == ["set by Ada (decision 7)"]


def pinned(field: str, values: dict[str, object], *mentions: EventMention) -> Incident:
    pin = decision(7, Act.PIN, [A], field=field, value=json.dumps(values), reason="the mayor's list")
    (incident,) = apply_decisions(resolved(*mentions).incidents, mentions, [pin]).incidents
    return incident


def test_a_pinned_value_stays_however_later_reports_vote_and_its_rivals_are_kept() -> None:
    mentions = [event("a", outcome=Outcome.HIT), event("b", outcome=Outcome.MISSED), event("c", outcome=Outcome.MISSED)]
    incident = pinned("outcome", {"outcome": "hit"}, *mentions)
    (conflict,) = [c for c in incident.conflicts if c.field == "outcome"]
    assert incident.outcome is Outcome.HIT
    assert [v.value for v in conflict.values] == ["hit", "missed"]
    assert conflict.rule == "pinned by Ada (decision 7): the mayor's list"


def test_a_pinned_start_holds_the_whole_time() -> None:
    other = MONDAY + timedelta(days=1)
    values = {"start": str(other), "end": str(other), "date_precision": "day", "date_basis": "weekday"}
    incident = pinned("start", dict(values), event("a"), event("b"))
    assert (incident.start, incident.end, incident.date_basis) == (other, other, DateBasis.WEEKDAY)


def test_who_settled_a_field_is_told_also_where_nobody_disagrees() -> None:
    incident = pinned("target", {"target": "the gate"}, event("a", target="the gate"))
    assert incident.settled == (Settled(field="target", pinned=True, by="Ada", decision=7, reason="the mayor's list"),)
    assert incident.review_state is ReviewState.EDITED


def test_of_a_pin_and_an_edit_of_a_field_the_later_holds() -> None:
    pin = decision(1, Act.PIN, [A], field="target", value='{"target": "the gate"}')
    edit = decision(2, Act.EDIT, [A], field="target", value='"the wall"')
    incident = told_by("m1", reviewed(pin, edit).incidents)
    assert (incident.target, [s.decision for s in incident.settled]) == ("the wall", [2])


def test_to_be_unsure_changes_nothing() -> None:
    assert reviewed(decision(1, Act.UNSURE, [A])) == reviewed()


def test_a_rejected_incident_does_not_come_back_in_pieces() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT), event("c", name="m3", place=FORT)]
    incidents = resolved(*mentions).incidents
    found = apply_decisions(incidents, mentions, [decision(1, Act.REJECT, [A, B, quote("c", 0)])]).incidents
    assert {i.review_state for i in found} == {ReviewState.REJECTED}
    reject = decision(1, Act.REJECT, [A, B], incident_id=told_by("m1", incidents).id)
    found = apply_decisions(incidents, mentions, [reject]).incidents
    assert [i.review_state for i in found if "m2" in i.mentions] == [ReviewState.MACHINE]


def test_a_decision_whose_words_are_gone_is_given_back() -> None:
    lost = decision(1, Act.REJECT, [quote("a", 500)])
    assert reviewed(lost).orphans == (lost,)


def test_a_merge_with_words_that_are_gone_is_given_back() -> None:
    lost = decision(1, Act.MERGE, [A], [quote("c", 0)])
    assert reviewed(lost).orphans == (lost,)


def test_a_merge_that_was_heeded_changes_nothing_more() -> None:
    merge = decision(1, Act.MERGE, [A], [B])
    assert reviewed(merge) == reviewed()


def test_an_edit_that_fits_its_field_no_more_is_given_back() -> None:
    stale = decision(1, Act.EDIT, [A], field="kind", value='"levitation"')
    assert reviewed(stale).orphans == (stale,)


def test_the_id_decides_where_the_anchors_lie_in_two_incidents() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT)]
    incidents = resolved(*mentions).incidents
    for incident in incidents:
        accept = decision(1, Act.ACCEPT, [A, B], incident_id=incident.id)
        found = apply_decisions(incidents, mentions, [accept]).incidents
        assert [i.id for i in found if i.review_state is ReviewState.ACCEPTED] == [incident.id]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("start", "2031-03-10", date(2031, 3, 10)),
        ("kind", "shelling", EventKind.SHELLING),
        ("weapons", '["drone"]', (WeaponKind.DRONE,)),
        ("killed", '{"low": 1, "best": 2, "high": 3}', Range(low=1, best=2, high=3)),
        ("place", "null", None),
        ("background", "true", True),
    ],
)
def test_a_value_is_read_as_json_or_as_bare_words(field: str, text: str, value: object) -> None:
    assert check_edit(field, text) == value


@pytest.mark.parametrize("field", ["id", "mentions", "review_state", "colour"])
def test_a_field_that_is_not_for_editing_is_refused(field: str) -> None:
    with pytest.raises(TallystickError) as caught:
        check_edit(field, "1")
    assert caught.value.code is Code.E305


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "levitation"), ("killed", '{"low": 3, "high": 1}'), ("start", "31 February"), ("kind", "null")],
)
def test_a_value_that_does_not_fit_is_refused(field: str, value: str) -> None:
    with pytest.raises(TallystickError) as caught:
        check_edit(field, value)
    assert caught.value.code is Code.E306


def test_every_editable_field_is_a_field_of_an_incident() -> None:
    assert set(EDITABLE) <= set(Incident.model_fields)
