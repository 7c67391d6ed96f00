from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.reports import CHUNK_BYTES, CHUNK_REPORTS, in_chunks
from tallystick.model.quote import Quote
from tallystick.model.report import Copied, Credit, Report
from tallystick.model.terms import DatelineBasis
from tests.ledger.making import READER, content, derive, many, read_all, report, taken


def test_a_report_comes_back_as_it_went_in(ledger: Ledger) -> None:
    given = report(
        "A text\nwith \\ backslash, NUL \x00 and قصف",
        path="a\\b.txt",
        url="https://example.org/1",
        publisher="The Paper",
        title="Title \x00",
        published_on=date(2031, 5, 4),
        published_basis=DatelineBasis.METADATA,
        language="en",
        body_start=2,
    )
    ledger.add_reports([(given, b"raw")])
    assert ledger.report(given.id) == given


def test_the_bytes_come_back_as_they_went_in(ledger: Ledger) -> None:
    raw = bytes(range(256)) * 10
    given = report("text")
    ledger.add_reports([(given, raw)])
    assert ledger.raw_bytes(given.id) == raw


def test_reports_are_sorted_by_id(ledger: Ledger) -> None:
    ledger.add_reports(many(20))
    ids = [one.id for one in ledger.reports()]
    assert ids == sorted(one.id for one, _ in many(20))


def test_only_new_ids_are_given(ledger: Ledger) -> None:
    first, second, third = many(3)
    assert ledger.add_reports([second, first]) == (second[0].id, first[0].id)
    assert ledger.add_reports([first, third, third]) == (third[0].id,)


def test_taking_in_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.add_reports(many(5))
    before = content(ledger)
    ledger.add_reports(reversed(many(5)))
    assert content(ledger) == before


def test_the_order_in_which_sources_of_one_text_come_in_does_not_count(location: str) -> None:
    sources = [
        taken(
            "one text", path="b.txt", publisher="B", published_on=date(2031, 1, 2), published_basis=DatelineBasis.HEADER
        ),
        taken(
            "one text", path="c.html", title="T", published_on=date(2031, 1, 3), published_basis=DatelineBasis.METADATA
        ),
        taken("one text", path="a.txt", url="https://example.org"),
    ]
    expected = report(
        "one text",
        path="c.html",
        url="https://example.org",
        publisher="B",
        title="T",
        published_on=date(2031, 1, 3),
        published_basis=DatelineBasis.METADATA,
    )
    seen: list[tuple[Report, ...]] = []
    for number, order in enumerate(itertools.permutations(sources)):
        # A text of its own for each order, so that one ledger serves.
        with open_ledger(location) as ledger:
            text = f"one text {number}"
            for source, raw in order:
                ledger.add_reports([(report(text, **source.model_dump(exclude={"id", "text"})), raw)])
            seen.append((ledger.report(report(text).id),))
    assert seen == [(report(f"one text {n}", **expected.model_dump(exclude={"id", "text"})),) for n in range(len(seen))]


def test_a_report_is_read_again_when_its_day_changes(ledger: Ledger) -> None:
    given, raw = taken("Shells fell yesterday.")
    ledger.add_reports([(given, raw)])
    read_all(ledger)
    dated = given.model_copy(update={"published_on": date(2031, 2, 3), "published_basis": DatelineBasis.GIVEN})
    ledger.add_reports([(dated, raw)])
    assert ledger.unread(READER) == (given.id,)
    assert ledger.mentions() == ()


def test_a_report_is_not_read_again_for_a_second_path(ledger: Ledger) -> None:
    given, raw = many(1)[0]
    ledger.add_reports([(given, raw)])
    read_all(ledger)
    ledger.add_reports([(given.model_copy(update={"path": "0-copy.txt"}), raw)])
    assert ledger.report(given.id).path == "0-copy.txt"
    assert ledger.unread(READER) == ()


def test_a_day_given_later_corrects_one_given_before(ledger: Ledger) -> None:
    for day in (date(2031, 2, 3), date(2031, 2, 4)):
        ledger.add_reports([taken("text", published_on=day, published_basis=DatelineBasis.GIVEN)])
        ledger.save_derived(ledger.record())
    assert ledger.reports()[0].published_on == date(2031, 2, 4)


def test_an_unknown_report_is_a_key_error(ledger: Ledger) -> None:
    for ask in (ledger.report, ledger.raw_bytes):
        with pytest.raises(KeyError):
            ask("nothing")
    assert not ledger.has_report("nothing")


def test_reports_between_two_derivations_are_one_batch(ledger: Ledger) -> None:
    first, second, third = many(3)
    ledger.add_reports([first])
    ledger.add_reports([second])
    derive(ledger)
    ledger.add_reports([third, first])
    derive(ledger)
    derive(ledger)
    assert ledger.batch_of() == {first[0].id: 1, second[0].id: 1, third[0].id: 2}


def test_a_report_that_came_in_during_a_derivation_is_of_the_next_batch(ledger: Ledger) -> None:
    first, second = many(2)
    ledger.add_reports([first])
    record = ledger.record()
    ledger.add_reports([second])
    ledger.save_derived(record)
    assert ledger.batch_of() == {first[0].id: 1, second[0].id: 2}


def test_reports_before_a_fault_are_kept(ledger: Ledger) -> None:
    def breaking() -> Iterator[tuple[Report, bytes]]:
        yield from many(CHUNK_REPORTS)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        ledger.add_reports(breaking())
    assert len(ledger.reports()) == CHUNK_REPORTS


def test_chunks_are_small_in_reports_and_in_bytes() -> None:
    small = [len(chunk) for chunk in in_chunks(many(2 * CHUNK_REPORTS + 1))]
    large = [len(chunk) for chunk in in_chunks((one, b"x" * (CHUNK_BYTES // 2)) for one, _ in many(3))]
    assert (small, large) == ([CHUNK_REPORTS, CHUNK_REPORTS, 1], [2, 1])


def test_syndication_is_derived(ledger: Ledger) -> None:
    original, copy = many(2)
    ledger.add_reports([original, (copy[0].model_copy(update={"syndicated_from": "guessed"}), copy[1])])
    assert {one.syndicated_from for one in ledger.reports()} == {None}
    record = ledger.record()
    marked = tuple(
        one.model_copy(update={"syndicated_from": original[0].id if one.id == copy[0].id else None})
        for one in record.reports
    )
    ledger.save_derived(record.model_copy(update={"reports": marked}))
    assert ledger.reports() == marked


def test_whose_words_a_report_has_is_kept_with_the_reason(ledger: Ledger) -> None:
    original, copy = many(2)
    ledger.add_reports([original, copy])
    words = copy[0].text[:4]
    quote = Quote(report_id=copy[0].id, start=0, end=len(words), exact=words)
    found = {
        "syndicated_from": original[0].id,
        "copied": Copied(original=original[0].id, nearest=original[0].id, share=0.9, why="the same text", quote=quote),
        "credited_to": Credit(outlet="wire.example", name="Example Wire", quote=quote),
    }
    record = ledger.record()
    marked = tuple(one.model_copy(update=found) if one.id == copy[0].id else one for one in record.reports)
    ledger.save_derived(record.model_copy(update={"reports": marked}))
    assert ledger.reports() == marked


def test_a_ledger_that_holds_only_the_original_s_id_can_be_read(tmp_path: Path) -> None:
    original, copy = many(2)
    path = tmp_path / "earlier.db"
    with open_ledger(str(path)) as ledger:
        ledger.add_reports([original, copy])
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("INSERT INTO syndication VALUES (?, ?)", (copy[0].id, original[0].id))
        assert {r.id: r.syndicated_from for r in ledger.reports()} == {original[0].id: None, copy[0].id: original[0].id}
