"""The road as a whole: what comes twice, in any order, in another tongue, or broken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tallystick.model.incident import Incident
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.report import Failure, Report
from tallystick.model.terms import ReviewState
from tallystick.pipeline import (
    default_reader,
    derive,
    read_report,
    read_unread,
    reader_named,
    take_in,
)
from tallystick.reading.named import ReaderName
from tallystick.reading.reader import Reader, Reading
from tallystick.writing import write_everything

REPORTS = {
    "agency.txt": (
        "date 2023-06-12\n\nGunmen attacked an army camp in Barsalogho, Burkina Faso, on Saturday, killing nine soldiers, "
        "the army said. JNIM claimed responsibility for the attack."
    ),
    "local.txt": (
        "date 2023-06-13\n\nAn army camp in Barsalogho was attacked by gunmen on Saturday. Ten soldiers died, residents "
        "said. On Sunday a roadside bomb hit an army convoy near Djibo."
    ),
    "brief.txt": (
        "date 2023-06-15\n\nThere have been at least 14 attacks on the army in Burkina Faso since 1 June, according to a "
        "monitoring group. Militants shelled an army post in Gorom-Gorom on Wednesday."
    ),
}
FRENCH = (
    "Le ministère de la Défense a annoncé que des hommes armés avaient attaqué un camp de l'armée samedi et tué neuf "
    "soldats ; les habitants du village disent que les combats ont duré plusieurs heures."
)


class Broken:
    """A reader that fails on every text that holds a word."""

    name = "broken-1"
    languages = frozenset({"en"})

    def __init__(self, word: str) -> None:
        self._word = word

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        if self._word in report.text:
            raise ZeroDivisionError("no such luck")
        return default_reader().read(report, year=year)


class Misquoting:
    """A reader that gets one quote of each report wrong."""

    name = "misquoting-1"
    languages = frozenset({"en"})

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        reading = default_reader().read(report, year=year)
        first, *others = reading.mentions
        wrong = Quote(report_id=report.id, start=0, end=5, exact="WRONG")
        return Reading(report.id, (first.model_copy(update={"quote": wrong}), *others))


class Newer:
    """The same reader under another name, as after an update."""

    name = "newer-2"
    languages = frozenset({"en"})

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        return default_reader().read(report, year=year)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def run(ledger: Ledger, *paths: Path, reader: Reader | None = None) -> tuple[Record, tuple[Failure, ...]]:
    taking = take_in(ledger, paths)
    failures = (*taking.failures, *read_unread(ledger, reader=reader))
    return derive(ledger), failures


def bytes_of(record: Record, out: Path) -> dict[str, bytes]:
    out.mkdir()
    write_everything(record, out)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def at(record: Record, place: str) -> Incident:
    (found,) = [i for i in record.incidents if i.place is not None and i.place.name == place]
    return found


def what(record: Record) -> set[tuple[object, ...]]:
    """The incidents without their ids, which tell in what order they came to be known."""
    return {(i.start, i.end, i.place and i.place.id, i.kind, frozenset(i.mentions), i.killed) for i in record.incidents}


def test_reports_of_one_event_become_one_incident(ledger: Ledger, folder: Path) -> None:
    record, failures = run(ledger, folder)
    assert failures == ()
    camp = at(record, "Barsalogho")
    assert len(camp.mentions) == 2
    assert camp.sources == 2
    assert camp.killed is not None
    assert (camp.killed.low, camp.killed.high) == (9, 10)
    assert camp.joins[0].reasons


def test_a_claim_reaches_the_incident(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder)
    assert [a.id for a in at(record, "Barsalogho").claimed_by] == ["jnim"]
    assert at(record, "Djibo").claimed_by == ()


def test_the_tally_counts_what_is_on_file(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder)
    (tally,) = record.tallies
    assert set(tally.reconciliation.inside) == {i.id for i in record.incidents}
    assert tally.reconciliation.missing == 14 - len(record.incidents)


def test_the_same_folder_twice_changes_no_byte(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    first, _ = run(ledger, folder)
    second, failures = run(ledger, folder)
    assert failures == ()
    assert bytes_of(first, tmp_path / "one") == bytes_of(second, tmp_path / "two")


def test_two_ledgers_of_one_folder_are_alike_to_the_byte(folder: Path, tmp_path: Path) -> None:
    exports = []
    for name in ("one", "two"):
        with open_ledger(tmp_path / f"{name}.db") as ledger:
            exports.append(bytes_of(run(ledger, folder)[0], tmp_path / name))
    assert exports[0] == exports[1]


def test_the_order_in_which_files_are_named_does_not_matter(folder: Path, tmp_path: Path) -> None:
    files = sorted(folder.iterdir())
    exports = []
    for name, paths in (("one", files), ("two", files[::-1])):
        with open_ledger(tmp_path / f"{name}.db") as ledger:
            exports.append(bytes_of(run(ledger, *paths)[0], tmp_path / name))
    assert exports[0] == exports[1]


def test_the_order_in_which_reports_come_in_changes_ids_alone(folder: Path, tmp_path: Path) -> None:
    records = []
    for name, paths in (("one", sorted(folder.iterdir())), ("two", sorted(folder.iterdir(), reverse=True))):
        with open_ledger(tmp_path / f"{name}.db") as ledger:
            for path in paths:
                record, _ = run(ledger, path)
            records.append(record)
    assert what(records[0]) == what(records[1])


def test_a_later_report_renames_no_incident(ledger: Ledger, folder: Path) -> None:
    before, _ = run(ledger, folder / "agency.txt")
    after, _ = run(ledger, folder)
    assert at(after, "Barsalogho").id == at(before, "Barsalogho").id


def test_a_copy_is_no_second_source(ledger: Ledger, folder: Path) -> None:
    shutil.copy(folder / "agency.txt", folder / "copy.txt")
    with (folder / "copy.txt").open("a", encoding="utf-8") as file:
        file.write(" (Agency)")
    (folder / "local.txt").unlink()
    record, _ = run(ledger, folder)
    assert at(record, "Barsalogho").sources == 1
    assert len([r for r in record.reports if r.syndicated_from]) == 1


def test_what_a_report_relays_is_no_second_source(ledger: Ledger, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / "wire.txt").write_text(
        "date 2023-06-12\nSource: Reuters\n\n" + REPORTS["agency.txt"][17:], encoding="utf-8"
    )
    relayed = "Gunmen attacked an army camp in Barsalogho, Burkina Faso, on Saturday and killed nine, Reuters reported."
    (folder / "paper.txt").write_text(f"date 2023-06-12\nSource: Example Post\n\n{relayed}", encoding="utf-8")
    record, _ = run(ledger, folder)
    incident = at(record, "Barsalogho")
    assert [(origin.name, len(origin.reports)) for origin in incident.origins] == [("Reuters", 2)]
    assert incident.sources == 1


def test_a_report_that_breaks_the_reader_is_kept_and_counted(ledger: Ledger, folder: Path) -> None:
    record, failures = run(ledger, folder, reader=Broken("Djibo"))
    (failure,) = failures
    assert failure.code == "E202"
    assert "local.txt" in failure.message
    assert len(record.reports) == 3
    assert at(record, "Barsalogho").sources == 1


def test_what_broke_one_reader_is_read_by_the_next(ledger: Ledger, folder: Path) -> None:
    run(ledger, folder, reader=Broken("Djibo"))
    record, failures = run(ledger, folder, reader=Newer())
    assert failures == ()
    assert at(record, "Djibo").mentions


def test_a_report_that_no_reader_reads_is_stored_listed_and_counted(ledger: Ledger, folder: Path) -> None:
    (folder / "french.txt").write_text(f"date 2023-06-12\n\n{FRENCH}", encoding="utf-8")
    record, failures = run(ledger, folder)
    (failure,) = failures
    assert (failure.code, "'fr'" in failure.message) == ("E201", True)
    assert [r.language for r in record.reports if r.path is not None and r.path.endswith("french.txt")] == ["fr"]
    assert len(record.reports) == 4
    assert ledger.search("camp")


def test_a_misquoted_mention_is_dropped_and_told(folder: Path, ledger: Ledger) -> None:
    take_in(ledger, [folder / "agency.txt"])
    (report,) = ledger.reports()
    whole, _ = read_report(report)
    reading, failure = read_report(report, reader=Misquoting())
    assert failure is not None
    assert failure.code == "E203"
    assert [m.id for m in reading.mentions] == [m.id for m in whole.mentions[1:]]


def test_progress_is_told(ledger: Ledger, folder: Path) -> None:
    steps: list[tuple[int, int]] = []
    take_in(ledger, [folder])
    read_unread(ledger, on_step=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_rejection_survives_a_new_reading(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder)
    camp = at(record, "Barsalogho")
    anchors = tuple(m.trigger for m in record.events_of(camp))
    ledger.append_decision(Act.REJECT, by="ann", incident_id=camp.id, anchors=anchors, reason="twice told")
    again, _ = run(ledger, folder, reader=Newer())
    assert at(again, "Barsalogho").review_state is ReviewState.REJECTED


def test_a_rejection_survives_a_change_to_another_reader_and_back(ledger: Ledger, folder: Path) -> None:
    by_rules = reader_named(ReaderName.RULES)
    record, _ = run(ledger, folder, reader=by_rules)
    camp = at(record, "Barsalogho")
    anchors = tuple(m.trigger for m in record.events_of(camp))
    ledger.append_decision(Act.REJECT, by="ann", incident_id=camp.id, anchors=anchors)
    for reader in (reader_named(ReaderName.BOTH), by_rules):  # each name tells the readers of all languages
        again, _ = run(ledger, folder, reader=reader)
        assert all(reader.name.startswith(m.reader) for m in again.events_of(at(again, "Barsalogho")))
        assert at(again, "Barsalogho").review_state is ReviewState.REJECTED


def test_a_rejected_incident_is_in_no_count(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder)
    camp = at(record, "Barsalogho")
    anchors = tuple(m.trigger for m in record.events_of(camp))
    ledger.append_decision(Act.REJECT, by="ann", incident_id=camp.id, anchors=anchors)
    (tally,) = derive(ledger).tallies
    assert camp.id not in tally.reconciliation.inside


def test_an_edit_survives_a_new_reading_and_new_reports(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder / "agency.txt")
    camp = at(record, "Barsalogho")
    anchors = tuple(m.trigger for m in record.events_of(camp))
    ledger.append_decision(
        Act.EDIT,
        by="ann",
        incident_id=camp.id,
        anchors=anchors,
        field="killed",
        value='{"low": 8, "best": 8, "high": 8}',
    )
    again, _ = run(ledger, folder, reader=Newer())
    killed = at(again, "Barsalogho").killed
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == (8, 8, 8)
    assert at(again, "Barsalogho").review_state is ReviewState.EDITED


def test_an_undone_decision_leaves_everything_as_it_was(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    before, _ = run(ledger, folder)
    camp = at(before, "Barsalogho")
    anchors = tuple(m.trigger for m in before.events_of(camp))
    made = ledger.append_decision(Act.REJECT, by="ann", incident_id=camp.id, anchors=anchors)
    ledger.append_decision(Act.UNDO, by="ann", undoes=made.id)
    assert bytes_of(derive(ledger), tmp_path / "after") == bytes_of(before, tmp_path / "before")
    assert len(ledger.journal()) == 2


def test_a_merge_leaves_a_tombstone_that_points_on(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder)
    camp, convoy = at(record, "Barsalogho"), at(record, "Djibo")
    ledger.append_decision(
        Act.MERGE,
        by="ann",
        incident_id=camp.id,
        anchors=tuple(m.trigger for m in record.events_of(camp)),
        other_anchors=tuple(m.trigger for m in record.events_of(convoy)),
    )
    merged = derive(ledger)
    assert set(camp.mentions) | set(convoy.mentions) in [set(i.mentions) for i in merged.incidents]
    (tombstone,) = merged.tombstones
    assert {tombstone.id, tombstone.points_to} == {camp.id, convoy.id}


def test_a_split_takes_a_telling_out(ledger: Ledger, folder: Path) -> None:
    record, _ = run(ledger, folder)
    camp = at(record, "Barsalogho")
    first, second = record.events_of(camp)
    ledger.append_decision(
        Act.SPLIT, by="ann", incident_id=camp.id, anchors=(first.trigger,), other_anchors=(second.trigger,)
    )
    assert len(derive(ledger).incidents) == len(record.incidents) + 1


@pytest.mark.parametrize("saving", ["save_derived", "save_delta"])
def test_a_decision_taken_while_another_derivation_runs_is_in_what_is_on_file(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch, saving: str
) -> None:
    record, _ = run(ledger, folder)
    camp, convoy = at(record, "Barsalogho"), at(record, "Djibo")

    def decide(act: Act, incident: Incident, by: str) -> None:
        anchors = tuple(m.trigger for m in record.events_of(incident))
        ledger.append_decision(act, by=by, incident_id=incident.id, anchors=anchors)

    def meanwhile(*given: Any, **named: Any) -> None:
        monkeypatch.setattr(Ledger, saving, save)
        decide(Act.REJECT, convoy, "bob")
        derive(ledger)
        save(*given, **named)

    save = getattr(Ledger, saving)
    decide(Act.ACCEPT, camp, "ann")
    monkeypatch.setattr(Ledger, saving, meanwhile)
    derived = derive(ledger, whole=saving == "save_derived")
    for states in ({i.id: i.review_state for i in found} for found in (derived.incidents, ledger.incidents())):
        assert states[camp.id] is ReviewState.ACCEPTED
        assert states[convoy.id] is ReviewState.REJECTED


def test_an_empty_ledger_gives_an_empty_record(ledger: Ledger, tmp_path: Path) -> None:
    assert derive(ledger) == Record()
    assert bytes_of(derive(ledger), tmp_path / "out")["incidents.jsonl"] == b""


TRADE = "The company sold four plants and raised its dividend. Shares of the baker rose by two cents."


def test_a_report_of_other_things_is_set_aside_and_found_so(ledger: Ledger, folder: Path) -> None:
    (folder / "trade.txt").write_text(TRADE, encoding="utf-8")
    steps: list[tuple[int, int]] = []
    take_in(ledger, [folder])
    read_unread(ledger, on_step=lambda done, total: steps.append((done, total)))
    aside = [Path(r.path or "").name for r in derive(ledger).reports if r.set_aside]
    assert "trade.txt" in aside
    assert steps[-1][1] == len(ledger.reports()) - len(aside)


def test_what_was_set_aside_is_read_once_asked_for(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "trade.txt").write_text(TRADE, encoding="utf-8")
    take_in(ledger, [tmp_path / "trade.txt"])
    read_unread(ledger)
    read_unread(ledger, triage=False)
    assert not any(r.set_aside for r in derive(ledger).reports)
    read_unread(ledger)
    assert not any(r.set_aside for r in derive(ledger).reports)
