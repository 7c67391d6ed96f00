"""What became of reports, and why."""

from __future__ import annotations

from datetime import date

from tallystick.ledger import Ledger
from tallystick.ledger.filed import Filing
from tallystick.ledger.index import Index
from tallystick.model.change import Change, FieldChange, Subject, What
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.terms import DatelineBasis
from tests.ledger.making import READER, many, mention, report, taken

ONE, OTHER = (each[0] for each in many(2))


def derived(ledger: Ledger, *reports: Report) -> None:
    """A derivation of nothing but whose words the reports have."""
    with ledger.standing() as standing:
        dirt, _ = standing.dirty()
    filing = Filing(index=Index(), kin=(), tallies=(), inputs="by hand", dirt=dirt)
    ledger.save_derived(Record(reports=reports or ledger.reports()), filing=filing)


def changes(ledger: Ledger) -> list[Change]:
    return [made.change for made in ledger.changes() if made.change.subject is Subject.REPORT]


def test_a_new_report_is_its_own_reason(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    ledger.save_reading(ONE.id, READER, [mention(ONE)])
    derived(ledger)
    (added,) = changes(ledger)
    assert (added.id, added.what, added.reports) == (ONE.id, What.ADDED, (ONE.id,))
    assert {field.field: field.after for field in added.fields} == {
        "path": "0.txt",
        "published_on": "2031-05-01",
        "read_by": READER,
        "mentions": 1,
    }


def test_one_read_anew_tells_who_read_it_and_what_that_gave(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    ledger.save_reading(ONE.id, READER, [mention(ONE)])
    derived(ledger)
    ledger.save_reading(ONE.id, "by-hand-2", [])
    ledger.save_reading(ONE.id, "by-hand-3", [])
    derived(ledger)
    last = changes(ledger)[-1]
    assert last.fields == (
        FieldChange(field="read_by", before=READER, after="by-hand-3"),
        FieldChange(field="mentions", before=1, after=0),
    )
    assert last.readers == ("by-hand-3",)


def test_one_read_anew_to_the_same_effect_is_no_change(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    for _ in range(2):
        ledger.save_reading(ONE.id, READER, [mention(ONE)])
        derived(ledger)
    assert len(changes(ledger)) == 1


def test_one_whose_day_is_corrected_tells_the_day_before(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    ledger.save_reading(ONE.id, READER, [mention(ONE)])
    derived(ledger)
    given = {"published_on": date(2031, 6, 1), "published_basis": DatelineBasis.GIVEN}
    ledger.add_reports([taken(ONE.text, path="0.txt", **given)])
    ledger.save_reading(ONE.id, READER, [mention(ONE)])
    derived(ledger)
    last = changes(ledger)[-1]
    assert last.fields == (FieldChange(field="published_on", before="2031-05-01", after="2031-06-01"),)
    assert (last.what, last.reports, last.readers) == (What.CHANGED, (), ())


def test_one_that_is_found_to_be_a_copy_tells_of_which_new_report(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    derived(ledger)
    ledger.add_reports(many(2)[1:])
    derived(ledger, ONE.model_copy(update={"syndicated_from": OTHER.id}), OTHER)
    copy, added = sorted(changes(ledger)[1:], key=lambda change: change.what, reverse=True)
    assert copy.fields == (FieldChange(field="syndicated_from", after=OTHER.id),)
    assert (copy.id, copy.reports, added.id) == (ONE.id, (OTHER.id,), OTHER.id)
    derived(ledger, ONE, OTHER)
    assert changes(ledger)[-1].fields == (FieldChange(field="syndicated_from", before=OTHER.id),)


def test_one_that_came_in_while_others_were_derived_from_is_added_by_the_next(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    before = ledger.reports()
    late = report("Rockets fell.")
    ledger.add_reports([(late, b"Rockets fell.")])
    derived(ledger, *before)
    assert [change.id for change in changes(ledger)] == [ONE.id]
    derived(ledger)
    assert [change.id for change in changes(ledger)] == [ONE.id, late.id]
