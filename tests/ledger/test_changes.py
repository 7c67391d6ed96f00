"""What each derivation changed, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tallystick.ledger import Ledger, OvertakenError
from tallystick.model.change import DatedChange, FieldChange, Subject, What
from tallystick.model.decision import Act
from tallystick.model.digest import version_of
from tallystick.model.incident import Incident, Join, Tombstone
from tallystick.model.record import Record
from tallystick.model.terms import ReviewState, Status
from tests.ledger.making import READER, derive, incident, many, mention, minted, quote, read_all, report


def of_incidents(ledger: Ledger, *, after: int = 0) -> list[DatedChange]:
    return [made for made in ledger.changes(after=after) if made.change.subject is Subject.INCIDENT]


def told(ledger: Ledger) -> list[tuple[int, str, What]]:
    return [(made.derivation.number, made.change.id, made.change.what) for made in of_incidents(ledger)]


def last(ledger: Ledger) -> DatedChange:
    return of_incidents(ledger)[-1]


def saved(ledger: Ledger, *incidents: Incident, tombstones: tuple[Tombstone, ...] = ()) -> None:
    reports = ledger.reports()
    ledger.save_derived(Record(reports=reports, incidents=incidents, tombstones=tombstones))


def test_a_new_incident_is_told_at_a_glance(ledger: Ledger) -> None:
    one = incident("i-1", target="the gate")
    saved(ledger, one)
    (made,) = ledger.changes()
    assert (made.change.what, made.change.version) == (What.ADDED, version_of(one))
    assert [(f.field, f.before, f.after) for f in made.change.fields] == [
        ("kind", None, "shelling"),
        ("target", None, "the gate"),
        ("status", None, "reported"),
    ]


def test_a_derivation_that_changes_nothing_writes_nothing(ledger: Ledger) -> None:
    saved(ledger, incident("i-1"))
    saved(ledger, incident("i-1"))
    assert told(ledger) == [(1, "i-1", What.ADDED)]


def test_the_reckoning_behind_a_join_is_no_change(ledger: Ledger) -> None:
    saved(ledger, incident("i-1"))
    saved(ledger, incident("i-1", joins=(Join(left="a", right="b", score=0.7, reasons=("same day",)),)))
    assert told(ledger) == [(1, "i-1", What.ADDED)]


def test_only_what_differs_is_told_field_by_field(ledger: Ledger) -> None:
    saved(ledger, incident("i-1"), incident("i-2"))
    saved(ledger, incident("i-1"), incident("i-2", status=Status.CONFIRMED, target="the gate"))
    change = last(ledger).change
    assert told(ledger)[2:] == [(2, "i-2", What.CHANGED)]
    assert change.fields == (
        FieldChange(field="target", before=None, after="the gate"),
        FieldChange(field="status", before="reported", after="confirmed"),
    )


def test_a_merged_one_points_on(ledger: Ledger) -> None:
    saved(ledger, incident("i-1"), incident("i-2"))
    saved(ledger, incident("i-1"), tombstones=(Tombstone(id="i-2", points_to="i-1", why="joined with it"),))
    change = last(ledger).change
    assert (change.id, change.what, change.points_to, change.version) == ("i-2", What.MERGED, "i-1", None)


def test_one_that_nothing_tells_is_withdrawn_and_revived_when_something_does(ledger: Ledger) -> None:
    gone = (Tombstone(id="i-1", points_to=None, why="no longer read"),)
    saved(ledger, incident("i-1"))
    saved(ledger, tombstones=gone)
    saved(ledger, tombstones=gone)
    saved(ledger, incident("i-1"))
    assert told(ledger) == [(1, "i-1", What.ADDED), (2, "i-1", What.WITHDRAWN), (3, "i-1", What.REVIVED)]


def test_a_rejected_one_is_withdrawn_and_one_accepted_again_revived(ledger: Ledger) -> None:
    for state in (ReviewState.MACHINE, ReviewState.REJECTED, ReviewState.ACCEPTED):
        saved(ledger, incident("i-1", review_state=state))
    assert [what for _, _, what in told(ledger)] == [What.ADDED, What.WITHDRAWN, What.REVIVED]


def test_new_reports_that_tell_an_incident_are_its_reason(ledger: Ledger) -> None:
    ledger.add_reports(many(2))
    read_all(ledger)
    derive(ledger)
    reasons = {made.change.id: made.change.reports for made in of_incidents(ledger)}
    assert reasons == {minted(of).id: (of.id,) for of, _ in many(2)}
    assert {made.derivation.reports for made in ledger.changes()} == {2}


def test_a_reading_by_a_newer_reader_is_a_reason(ledger: Ledger) -> None:
    of = many(1)[0][0]
    ledger.add_reports(many(1))
    read_all(ledger)
    derive(ledger)
    ledger.save_reading(of.id, "by-hand-2", [mention(of)])
    ids = [minted(of)]
    ledger.save_derived(
        Record(reports=(of,), incidents=(incident(ids[0].id, mentions=(mention(of).id,), target="the gate"),)), ids
    )
    change = last(ledger).change
    assert (change.what, change.reports, change.readers) == (What.CHANGED, (), ("by-hand-2",))


def test_a_withdrawn_one_whose_mentions_are_gone_still_has_its_reader_as_reason(ledger: Ledger) -> None:
    of = many(1)[0][0]
    ledger.add_reports(many(1))
    read_all(ledger)
    derive(ledger)
    ledger.save_reading(of.id, "by-hand-2", [])
    saved(ledger, tombstones=(Tombstone(id=minted(of).id, points_to=None, why="no longer read"),))
    assert (last(ledger).change.what, last(ledger).change.readers) == (What.WITHDRAWN, ("by-hand-2",))


def test_a_decision_is_the_reason_for_what_it_was_taken_on_alone(ledger: Ledger) -> None:
    ledger.add_reports(many(2))
    read_all(ledger)
    derive(ledger)
    one, other = (incident(m.id, mentions=(f"m-{m.anchor.report_id[:12]}",)) for m in ledger.minted())
    ledger.append_decision(Act.REJECT, by="ada", incident_id=one.id)
    target = {"target": "the gate"}
    saved(ledger, one.model_copy(update=target), other.model_copy(update=target))
    assert {made.change.id: made.change.decisions for made in of_incidents(ledger, after=1)} == {
        one.id: (1,),
        other.id: (),
    }
    assert last(ledger).derivation.decisions == (1,)


def test_a_decision_is_the_reason_where_its_words_are_told(ledger: Ledger) -> None:
    of = many(1)[0][0]
    ledger.add_reports(many(1))
    read_all(ledger)
    derive(ledger)
    ledger.append_decision(Act.SAME, by="ada", anchors=[quote(report("elsewhere"))], other_anchors=[quote(of)])
    ledger.append_decision(Act.UNDO, by="ada", undoes=1)
    ledger.append_decision(Act.UNSURE, by="ada", anchors=[quote(of)])
    saved(ledger, incident(minted(of).id, mentions=(mention(of).id,), target="the gate"))
    assert last(ledger).change.decisions == (1, 2)


def test_a_decision_taken_after_a_derivation_began_is_a_reason_of_the_next(ledger: Ledger) -> None:
    began = ledger.turn()
    ledger.append_decision(Act.REJECT, by="ada", incident_id="i-1")
    ledger.save_derived(Record(incidents=(incident("i-1"),)), turn=began)
    assert last(ledger).change.decisions == ()
    saved(ledger, incident("i-1", review_state=ReviewState.REJECTED))
    assert last(ledger).change.decisions == (1,)


def test_changes_are_asked_for_by_incident_and_by_moment(ledger: Ledger) -> None:
    before = datetime.now(UTC)
    saved(ledger, incident("i-1"))
    saved(ledger, incident("i-1"), incident("i-2"))
    assert len(ledger.changes(ids=["i-2", "i-9"])) == 1
    assert [made.change.id for made in ledger.changes(after=1)] == ["i-2"]
    assert [made.change.id for made in ledger.changes(until=1)] == ["i-1"]
    assert len(ledger.changes(after=before, until=datetime.now(UTC) + timedelta(seconds=1))) == 2
    assert ledger.changes(until=before) == ()
    assert ledger.changes(after=last(ledger).derivation.at + timedelta(microseconds=1)) == ()


def test_a_derivation_that_began_before_another_was_saved_is_not_saved(ledger: Ledger) -> None:
    began = ledger.turn()
    saved(ledger, incident("i-1"))
    with pytest.raises(OvertakenError):
        ledger.save_derived(Record(incidents=(incident("i-2"),)), turn=began)
    assert [one.id for one in ledger.incidents()] == ["i-1"]
    ledger.save_derived(Record(incidents=(incident("i-2"),)), turn=ledger.turn())
    assert [one.id for one in ledger.incidents()] == ["i-2"]


@pytest.mark.parametrize("table", ["derivation", "change"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET payload = ''", "DELETE FROM {}"])
def test_what_was_changed_cannot_be_forgotten(ledger: Ledger, table: str, verb: str) -> None:
    saved(ledger, incident("i-1"))
    with pytest.raises(IntegrityError, match="append-only"), ledger._database.write() as connection:
        connection.execute(text(verb.format(table)))
    assert len(ledger.changes()) == 1


def test_readings_are_numbered_on(ledger: Ledger) -> None:
    ledger.add_reports(many(2))
    read_all(ledger)
    assert ledger.turn().reading == 2
    for number in (3, 4):
        ledger.save_reading(many(1)[0][0].id, READER, [])
        assert ledger.turn().reading == number
