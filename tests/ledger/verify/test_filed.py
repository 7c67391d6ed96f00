"""What is filed for the next derivation is damaged in turn, and named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.filed import Filing
from tallystick.ledger.index import Index, Naming, Placed, Tie
from tallystick.ledger.kin import Kin
from tallystick.ledger.windows import TallyWindow
from tallystick.model.incident import MayBe
from tallystick.model.record import Record
from tests.ledger.making import READER, incident, many, mention, minted, read_all
from tests.ledger.verify.test_verify import tally, wrong

REPORTS = [report for report, _ in many(3)]
MENTIONS = [mention(report).id for report in REPORTS]
IDS = [minted(report) for report in REPORTS]
COPY = REPORTS[2].model_copy(update={"syndicated_from": REPORTS[0].id})


def kin(number: int, parent: str | None = None) -> Kin:
    return Kin(REPORTS[number].id, date(2031, 5, 1), 5, False, False, ((1, 2), (2, number + 10)), ((3,),), parent)


def fill(ledger: Ledger) -> None:
    """Each table of the index has a row: the second incident answers the first, and the third report is a copy."""
    ledger.add_reports(many(3))
    read_all(ledger)
    first, second, third = (incident(one.id, mentions=(m,)) for one, m in zip(IDS, MENTIONS, strict=True))
    second = second.model_copy(update={"responds_to": (first.id,)})
    third = third.model_copy(update={"may_be": (MayBe(id=first.id, score=0.5, reasons=("same day",)),)})
    index = Index(
        placed=[
            Placed(m, report.id, "firm", incident_id=one.id)
            for m, report, one in zip(MENTIONS, REPORTS, IDS, strict=True)
        ],
        ties=[Tie(MENTIONS[0], MENTIONS[1], 1.5)],
        namings=[Naming(MENTIONS[0], 0, REPORTS[0].id, "a-1", "The Brand", "organisation", is_described=False)],
        doers={first.id: {"a-1"}},
    )
    filing = Filing(
        index=index,
        kin=[kin(0), kin(1), kin(2, REPORTS[0].id)],
        tallies=[TallyWindow(MENTIONS[1], REPORTS[1].id, None, None, names_area=False, countries=())],
        inputs="by hand",
        dirt=3 * 2,
    )
    reports = tuple(sorted((*REPORTS[:2], COPY), key=lambda report: report.id))
    ledger.save_derived(
        Record(reports=reports, incidents=(first, second, third), tallies=(tally(),)), IDS, filing=filing
    )


def test_an_index_that_fits_is_found_whole_and_all_of_it_looked_at(ledger: Ledger) -> None:
    fill(ledger)
    assert wrong(ledger) == {}


def test_where_nothing_is_filed_nothing_is_checked(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    read_all(ledger)
    assert wrong(ledger) == {}


def test_a_report_that_waits_to_be_derived_from_is_not_looked_at(ledger: Ledger) -> None:
    fill(ledger)
    ledger.save_reading(REPORTS[0].id, READER, [mention(REPORTS[0], id="m-other")])
    assert "index" not in wrong(ledger)


def damages() -> Iterator[tuple[str, str, str]]:
    yield "index", f"UPDATE telling SET mention_id = 'm-x' WHERE mention_id = '{MENTIONS[2]}'", "telling m-x: is not in"
    yield (
        "index",
        f"DELETE FROM telling WHERE mention_id = '{MENTIONS[2]}'",
        f"mention {MENTIONS[2]}: is not in telling",
    )
    yield "index", "UPDATE telling SET incident_id = 'i-x'", "telling i-x: is not in incident"
    yield "index", "UPDATE tie SET left_id = 'm-x'", "tie m-x: is not in telling"
    yield "index", "UPDATE reference SET names_id = 'i-x'", "reference i-x: is not in incident"
    yield "index", "UPDATE claimant SET incident_id = 'i-x'", "claimant i-x: is not in incident"
    yield "index", "UPDATE naming SET mention_id = 'm-x'", "naming m-x: is not in telling"
    yield "index", "INSERT INTO relation_end VALUES ('m-x', 'a-1')", "relation_end m-x: is not in relation"
    yield "index", "UPDATE copy SET original_id = 'r-x'", "copy r-x: is not in report"
    yield "index", f"UPDATE copy SET report_id = '{REPORTS[1].id}'", f"copy {REPORTS[1].id}: is not in syndication"
    yield "index", "UPDATE sketch SET parent_id = 'r-x'", "sketch r-x: is not in report"
    yield "index", "DELETE FROM sketch WHERE number = 1", "passage_key 1: is not in sketch"
    yield "index", "DELETE FROM tally_window", f"tally {MENTIONS[1]}: is not in tally_window"
    yield "index", "INSERT INTO dirty_report (report_id) VALUES ('r-x')", "dirty_report r-x: is not in report"
    yield (
        "index of incidents",
        f"UPDATE telling SET incident_id = '{IDS[1].id}' WHERE mention_id = '{MENTIONS[0]}'",
        f"incident {IDS[0].id}: the index has other mentions",
    )
    yield (
        "index of incidents",
        f"DELETE FROM reference WHERE incident_id = '{IDS[2].id}'",
        f"incident {IDS[2].id}: the index has it name other incidents",
    )
    yield "index of copies", "DELETE FROM copy", f"report {COPY.id}: the index has it copied from another"
    yield "index of copies", "DELETE FROM passage_key WHERE key = 12", f"report {COPY.id}: the index lacks passages"


DAMAGES = list(damages())


@pytest.mark.parametrize(("check", "statement", "words"), DAMAGES, ids=[f"{n}" for n in range(len(DAMAGES))])
def test_what_is_damaged_is_named(tmp_path: Path, check: str, statement: str, words: str) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger)
        with ledger._database.write() as connection:
            connection.execute(text(statement))
        assert words in wrong(ledger).get(check, "")
