"""What became of claims and tallies, and why."""

from __future__ import annotations

from tallystick.ledger import Ledger
from tallystick.ledger.net import net_changes
from tallystick.model.actor import ActorRef
from tallystick.model.change import Change, FieldChange, Subject, What
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.decision import Act
from tallystick.model.incident import Incident
from tallystick.model.mention import TallyScope
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.tally import Outside, Reconciliation, Tally
from tallystick.model.terms import ClaimMode, ClaimStatus, Comparator, Quantifier, ReviewState, TallyUnit, Verdict
from tests.ledger.making import READER, incident, mention, quote, taken

TAKEN = taken("Shells fell on the village.")
REPORT = TAKEN[0]


def claim(*covers: str, of: Report = REPORT, status: ClaimStatus = ClaimStatus.STANDING) -> Claim:
    return Claim(
        id="m-claim",
        report_id=of.id,
        quote=quote(of),
        claimant=ActorRef(name="The Brand"),
        covers=ClaimCover(incident_ids=covers, quantifier=Quantifier.SOME),
        mode=ClaimMode.STATEMENT,
        status=status,
    )


def tally(*inside: str, missing: int = 0, outside: tuple[Outside, ...] = ()) -> Tally:
    return Tally(
        id="m-tally",
        report_id=REPORT.id,
        quote=quote(REPORT),
        unit=TallyUnit.ATTACKS,
        scope=TallyScope(),
        comparator=Comparator.EXACT,
        value=3,
        reconciliation=Reconciliation(
            inside=inside, outside=outside, missing=missing, verdict=Verdict.INCOMPLETE, note=f"{missing} are not"
        ),
    )


def saved(
    ledger: Ledger, *incidents: Incident, claims: tuple[Claim, ...] = (), tallies: tuple[Tally, ...] = ()
) -> None:
    ledger.save_derived(Record(reports=ledger.reports(), incidents=incidents, claims=claims, tallies=tallies))


def of(ledger: Ledger, subject: Subject) -> list[Change]:
    return [made.change for made in ledger.changes() if made.change.subject is subject]


def test_a_claim_is_added_changed_and_withdrawn(ledger: Ledger) -> None:
    saved(ledger, claims=(claim("i-1"),))
    saved(ledger, claims=(claim("i-1", status=ClaimStatus.DENIED),))
    saved(ledger)
    added, changed, withdrawn = of(ledger, Subject.CLAIM)
    assert (added.what, changed.what, withdrawn.what) == (What.ADDED, What.CHANGED, What.WITHDRAWN)
    assert FieldChange(field="covers", after=["i-1"]) in added.fields
    assert changed.fields == (FieldChange(field="status", before="standing", after="denied"),)
    assert FieldChange(field="status", before="denied") in withdrawn.fields


def test_what_is_the_same_is_no_change(ledger: Ledger) -> None:
    saved(ledger, claims=(claim("i-1"),), tallies=(tally("i-1"),))
    saved(ledger, claims=(claim("i-1"),), tallies=(tally("i-1"),))
    assert {made.derivation.number for made in ledger.changes()} == {1}


def test_of_the_incidents_those_that_went_and_came_are_told(ledger: Ledger) -> None:
    saved(ledger, tallies=(tally("i-1", "i-2", outside=(Outside(incident_id="i-3", why="too early"),)),))
    saved(ledger, tallies=(tally("i-2", "i-3"),))
    assert of(ledger, Subject.TALLY)[-1].fields == (
        FieldChange(field="inside", before=["i-1"], after=["i-3"]),
        FieldChange(field="outside", before=["i-3: too early"], after=[]),
    )


def test_those_that_went_and_came_back_are_no_net_change(ledger: Ledger) -> None:
    saved(ledger, tallies=(tally("i-1", "i-2"),))
    saved(ledger, tallies=(tally("i-2", "i-3"),))
    saved(ledger, tallies=(tally("i-1", "i-2", "i-4"),))
    (net,) = net_changes(ledger.changes(after=1))
    assert net.change.fields == (FieldChange(field="inside", before=[], after=["i-4"]),)


def test_a_claim_told_again_after_it_was_withdrawn_is_a_net_change_of_what_differs(ledger: Ledger) -> None:
    saved(ledger, claims=(claim("i-1", "i-2"),))
    saved(ledger)
    saved(ledger, claims=(claim("i-2", "i-3"),))
    (net,) = net_changes(ledger.changes(after=1))
    assert net.change.what is What.CHANGED
    assert net.change.fields == (FieldChange(field="covers", before=["i-1"], after=["i-3"]),)


def test_the_new_report_that_tells_it_is_the_reason(ledger: Ledger) -> None:
    ledger.add_reports([TAKEN])
    saved(ledger, claims=(claim("i-1"),), tallies=(tally("i-1"),))
    for subject in (Subject.CLAIM, Subject.TALLY):
        assert [change.reports for change in of(ledger, subject)] == [(REPORT.id,)]


def test_the_reader_that_read_its_report_anew_is_the_reason(ledger: Ledger) -> None:
    ledger.add_reports([TAKEN])
    ledger.save_reading(REPORT.id, READER, [])
    saved(ledger, claims=(claim("i-1"),))
    ledger.save_reading(REPORT.id, "by-hand-2", [])
    saved(ledger)
    assert of(ledger, Subject.CLAIM)[-1].readers == ("by-hand-2",)


def test_a_decision_on_what_it_covers_is_the_reason(ledger: Ledger) -> None:
    one, other = incident("i-1"), incident("i-2")
    saved(ledger, one, other, claims=(claim("i-1", "i-2"),), tallies=(tally("i-1", "i-2"),))
    ledger.append_decision(Act.REJECT, by="ada", incident_id="i-1")
    ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-2")
    decided = [
        one.model_copy(update={"review_state": ReviewState.REJECTED}),
        other.model_copy(update={"review_state": ReviewState.ACCEPTED}),
    ]
    saved(ledger, *decided, claims=(claim("i-2"),), tallies=(tally("i-2", missing=1),))
    for subject in (Subject.CLAIM, Subject.TALLY):
        assert of(ledger, subject)[-1].decisions == (1,)


def test_a_tally_checked_later_has_the_reasons_of_all_that_became_of_what_it_counts_since(ledger: Ledger) -> None:
    saved(ledger, incident("i-1"), tallies=(tally("i-1"),))
    for number, state in enumerate((ReviewState.ACCEPTED, ReviewState.REJECTED), start=1):
        ledger.append_decision(Act.ACCEPT, by="ada", incident_id="i-1")
        saved(ledger, incident("i-1", review_state=state), tallies=(tally("i-1"),))
        assert of(ledger, Subject.INCIDENT)[-1].decisions == (number,)
    ledger.save_tallies([tally(missing=1)], turn=ledger.turn())
    last = ledger.changes()[-1]
    assert (last.change.subject, last.change.decisions) == (Subject.TALLY, (1, 2))
    ledger.save_tallies([tally("i-1")], turn=ledger.turn())
    assert ledger.changes()[-1].change.decisions == ()


def test_a_tally_whose_incidents_stay_has_the_reasons_of_all_of_them(ledger: Ledger) -> None:
    ledger.add_reports([TAKEN])
    ledger.save_reading(REPORT.id, READER, [mention(REPORT)])
    one = incident("i-1", mentions=(mention(REPORT).id,))
    saved(ledger, one, tallies=(tally("i-1", missing=2),))
    ledger.append_decision(Act.EDIT, by="ada", incident_id="i-1", field="killed", value="3")
    saved(ledger, one.model_copy(update={"target": "the gate"}), tallies=(tally("i-1"),))
    assert of(ledger, Subject.TALLY)[-1].decisions == (1,)
