"""The chain of custody: an entry for each source, linked, once."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tallystick.ledger import Ledger, schema
from tallystick.ledger.chain import START, link
from tallystick.model.origin import Origin
from tests.ledger.making import many, taken

REPORT, RAW = taken("Shells fell on Gao.", path="a.txt")
ORIGIN = Origin(
    address="https://news.example/a",
    final="https://news.example/b",
    at=datetime(2031, 5, 4, tzinfo=UTC),
    status=200,
    headers=(("etag", '"7"'),),
    media_type="text/html",
    adapter="HTML",
    tool="tallystick 0",
)


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2), st.data())
def test_no_entry_can_be_changed_without_the_last_hash_changing(payloads: list[str], data: st.DataObject) -> None:
    def head(entries: list[str]) -> str:
        chain = START
        for entry in entries:
            chain = link(chain, entry)
        return chain

    at = data.draw(st.integers(0, len(payloads) - 1))
    other = [*payloads[:at], payloads[at] + "!", *payloads[at + 1 :]]
    assert head(other) != head(payloads) != head(payloads[:-1])


def test_an_entry_tells_how_the_bytes_came(ledger: Ledger) -> None:
    ledger.add_reports([(REPORT, RAW, ORIGIN)])
    (entry,) = ledger.custody_of(REPORT.id)
    assert (entry.origin, entry.path, entry.report_id) == (ORIGIN, "a.txt", REPORT.id)


def test_taking_the_same_in_again_adds_no_entry_and_another_source_adds_one(ledger: Ledger) -> None:
    ledger.add_reports([(REPORT, RAW), (REPORT, RAW)])
    ledger.add_reports([(REPORT, RAW, ORIGIN)])
    assert len(ledger.custody_of(REPORT.id)) == 1
    ledger.add_reports([(REPORT.model_copy(update={"path": "b.txt"}), RAW, ORIGIN)])
    assert [entry.path for entry in ledger.custody_of(REPORT.id)] == ["a.txt", "b.txt"]


def test_entries_of_several_takings_in_are_one_chain(ledger: Ledger) -> None:
    ledger.add_reports(many(2))
    ledger.add_reports(many(4))
    with ledger.database.read() as connection:
        rows = connection.execute(select(schema.custody).order_by(schema.custody.c.number)).all()
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert all(after.chain == link(before.chain, after.payload) for before, after in pairwise(rows))


def test_a_seal_holds_as_the_ledger_grows_and_not_for_another(ledger: Ledger) -> None:
    ledger.add_reports(many(2))
    sealed = ledger.seal()
    assert (sealed.reports, sealed.originals, sealed.custody.number) == (2, 2, 2)
    ledger.add_reports(many(4))
    assert ledger.changed_since(sealed) == ()
    other = sealed.model_copy(update={"custody": sealed.custody.model_copy(update={"chain": "0" * 64})})
    assert ledger.changed_since(other) == ("custody entry 2, or one before it, is not what was sealed",)
    longer = sealed.model_copy(update={"journal": sealed.journal.model_copy(update={"number": 9})})
    assert ledger.changed_since(longer) == ("decision 9 is missing",)
