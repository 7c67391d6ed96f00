"""A decision is taken on an incident as a person saw it."""

from __future__ import annotations

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.ledger import ChangedError, Ledger
from tallystick.model.decision import Act
from tallystick.model.digest import version_of, version_of_relation
from tallystick.model.incident import Incident, Tombstone
from tallystick.model.record import Record
from tallystick.model.relation import Relation, RelationEnds
from tallystick.model.terms import RelationStanding
from tests.ledger.making import derive, incident, many, quote, read_all, relation, report

ONE = incident("i-1")
SEEN = {"i-1": version_of(ONE)}


def refused(ledger: Ledger, seen: dict[str, str], **fields: object) -> str:
    before = ledger.journal()
    with pytest.raises(TallystickError) as caught:
        ledger.append_decision(Act.ACCEPT, by="eve", incident_id="i-1", seen=seen)
    assert caught.value.code is Code.E311
    assert ledger.journal() == before
    return caught.value.message


def saved(ledger: Ledger, *incidents: Incident) -> None:
    ledger.save_derived(Record(incidents=incidents))


def test_a_decision_on_what_is_as_it_was_seen_is_kept(ledger: Ledger) -> None:
    saved(ledger, ONE)
    assert ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-1", seen=SEEN).id == 1


def test_one_that_another_decision_changed_is_told_with_who_and_what(ledger: Ledger) -> None:
    saved(ledger, ONE)
    ledger.append_decision(Act.EDIT, by="ada", incident_id="i-1", field="target", value="x", reason="seen on video")
    saved(ledger, incident("i-1", target="the gate"))
    message = refused(ledger, SEEN)
    assert "changed, target: not told → the gate (edit target by ada (decision 1): seen on video)" in message
    assert "UTC" in message


def test_one_that_new_reports_changed_is_told_with_how_many(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    read_all(ledger)
    derive(ledger)
    (one,) = ledger.incidents()
    later = report("Shells fell again.")
    ledger.add_reports([(later, later.text.encode())])
    read_all(ledger)
    grown = one.model_copy(update={"mentions": (*one.mentions, f"m-{later.id[:12]}"), "sources": 2})
    ledger.save_derived(Record(reports=ledger.reports(), incidents=(grown,)))
    with pytest.raises(TallystickError, match=r"sources: 1 → 2 \(a new report") as caught:
        ledger.append_decision(Act.ACCEPT, by="eve", incident_id=one.id, seen={one.id: version_of(one)})
    assert caught.value.code is Code.E311


def test_one_that_is_merged_by_now_is_told(ledger: Ledger) -> None:
    saved(ledger, ONE)
    ledger.save_derived(Record(tombstones=(Tombstone(id="i-1", points_to="i-2", why="joined with it"),)))
    assert "merged, one with i-2" in refused(ledger, SEEN)


def test_only_what_came_after_the_version_seen_is_told(ledger: Ledger) -> None:
    for target in ("a", "b", "c"):
        saved(ledger, incident("i-1", target=target))
    message = refused(ledger, {"i-1": version_of(incident("i-1", target="b"))})
    assert "b → c" in message
    assert "a → b" not in message


def test_a_version_that_never_was_is_told(ledger: Ledger) -> None:
    saved(ledger, ONE)
    assert "never was of version 0123" in refused(ledger, {"i-1": "0123"})


def test_a_decision_that_nothing_was_derived_from_yet_stands_against_the_next_on_the_same(ledger: Ledger) -> None:
    saved(ledger, ONE)
    ledger.append_decision(Act.REJECT, by="ada", incident_id="i-1", seen=SEEN)
    assert "reject by ada (decision 1)" in refused(ledger, SEEN)
    assert [d.id for d in ledger.pending_decisions()] == [1]
    saved(ledger, ONE)
    assert ledger.pending_decisions() == ()
    assert ledger.append_decision(Act.ACCEPT, by="eve", incident_id="i-1", seen=SEEN).id == 2


def test_a_pending_undo_stands_for_what_it_takes_back(ledger: Ledger) -> None:
    ledger.append_decision(Act.REJECT, by="ada", incident_id="i-1")
    saved(ledger, ONE)
    ledger.append_decision(Act.UNDO, by="bob", undoes=1)
    assert "undo of decision 1 by bob" in refused(ledger, SEEN)


def test_pending_decisions_on_other_words_and_notes_stand_against_none(ledger: Ledger) -> None:
    saved(ledger, ONE)
    ledger.append_decision(Act.REJECT, by="ada", incident_id="i-2", anchors=[quote(report("elsewhere"))])
    ledger.append_decision(Act.UNSURE, by="ada", incident_id="i-1")
    assert ledger.append_decision(Act.ACCEPT, by="eve", incident_id="i-1", seen=SEEN).id == 3


def test_every_incident_that_a_decision_rests_on_must_be_as_seen(ledger: Ledger) -> None:
    saved(ledger, ONE, incident("i-2"))
    with pytest.raises(TallystickError, match="i-2: changed since"):
        ledger.append_decision(Act.SAME, by="eve", incident_id="i-1", seen={**SEEN, "i-2": "0123"})


def decide_on(ledger: Ledger, told: Relation, act: Act, *, by: str, seen: str) -> int:
    ends = RelationEnds(subject=told.subject, predicate=told.predicate, object=told.object)
    made = ledger.append_decision(act, by=by, anchors=(told.quote,), relation=ends, seen={told.id: seen})
    return made.id


def test_a_decision_on_a_relation_as_it_was_seen_is_kept(ledger: Ledger) -> None:
    told = relation()
    ledger.save_derived(Record(relations=(told,)))
    assert decide_on(ledger, told, Act.ACCEPT, by="ada", seen=version_of_relation(told)) == 1


def test_a_relation_on_which_another_decision_holds_by_now_is_told_with_who_took_it(ledger: Ledger) -> None:
    told = relation()
    ledger.save_derived(Record(relations=(told,)))
    seen = version_of_relation(told)
    decide_on(ledger, told, Act.ACCEPT, by="ada", seen=seen)
    accepted = told.model_copy(update={"standing": RelationStanding.ACCEPTED, "decided_by": 1})
    ledger.save_derived(Record(relations=(accepted,)))
    with pytest.raises(ChangedError, match=r"accept by ada \(decision 1\)"):
        decide_on(ledger, told, Act.REJECT, by="eve", seen=seen)
    assert len(ledger.journal()) == 1
    assert decide_on(ledger, told, Act.REJECT, by="eve", seen=version_of_relation(accepted)) == 2


def test_a_decision_on_a_relation_that_nothing_was_derived_from_yet_stands_against_the_next(ledger: Ledger) -> None:
    told = relation()
    ledger.save_derived(Record(relations=(told,)))
    seen = version_of_relation(told)
    decide_on(ledger, told, Act.ACCEPT, by="ada", seen=seen)
    with pytest.raises(ChangedError, match="accept by ada"):
        decide_on(ledger, told, Act.REJECT, by="eve", seen=seen)


def test_a_relation_that_no_report_tells_any_more_is_told(ledger: Ledger) -> None:
    told = relation()
    with pytest.raises(ChangedError, match="no report tells it any more"):
        decide_on(ledger, told, Act.ACCEPT, by="eve", seen=version_of_relation(told))
