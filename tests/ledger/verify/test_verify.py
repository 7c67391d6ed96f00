"""Each thing in a ledger is damaged in turn, and named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.verify import verify
from tallystick.model.actor import ActorRef
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.decision import Act
from tallystick.model.incident import Tombstone
from tallystick.model.mention import TallyScope
from tallystick.model.record import Record
from tallystick.model.tally import Reconciliation, Tally
from tallystick.model.terms import ClaimMode, ClaimStatus, Comparator, Quantifier, TallyUnit, Verdict
from tests.ledger.making import incident, many, mention, minted, quote, read_all

REPORTS = [report for report, _ in many(4)]
MENTIONS = [mention(report) for report in REPORTS]
IDS = [minted(report) for report in REPORTS]
FIRST, SECOND = REPORTS[0].id, REPORTS[1].id


def claim() -> Claim:
    return Claim(
        id=MENTIONS[0].id,
        report_id=FIRST,
        quote=quote(REPORTS[0]),
        claimant=ActorRef(name="Somebody"),
        covers=ClaimCover(incident_ids=(IDS[0].id,), quantifier=Quantifier.ONE),
        mode=ClaimMode.UNKNOWN,
        status=ClaimStatus.STANDING,
    )


def tally() -> Tally:
    return Tally(
        id=MENTIONS[1].id,
        report_id=SECOND,
        quote=quote(REPORTS[1]),
        unit=TallyUnit.ATTACKS,
        scope=TallyScope(),
        comparator=Comparator.EXACT,
        value=2,
        reconciliation=Reconciliation(inside=(IDS[0].id, IDS[1].id), verdict=Verdict.CONSISTENT, note="both on file"),
    )


def fill(ledger: Ledger) -> Ledger:
    """Everything in it points to something: the fourth id to the third, the second incident to the first."""
    ledger.add_reports(many(4))
    read_all(ledger)
    first, second, third = (incident(one.id, mentions=(told.id,)) for one, told in zip(IDS[:3], MENTIONS, strict=False))
    ledger.save_derived(
        Record(
            reports=tuple(sorted(REPORTS, key=lambda report: report.id)),
            incidents=(first, second.model_copy(update={"responds_to": (first.id,)}), third),
            tombstones=(Tombstone(id=IDS[3].id, points_to=third.id, why="joined"),),
            claims=(claim(),),
            tallies=(tally(),),
        ),
        IDS,
    )
    decision = ledger.append_decision(Act.ACCEPT, by="ada", incident_id=first.id, anchors=[quote(REPORTS[0])])
    ledger.append_decision(Act.UNDO, by="ada", undoes=decision.id)
    return ledger


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    return fill(ledger)


def damage(ledger: Ledger, statement: str) -> None:
    """Runs a statement past the keys and the guards of the database, which are as before afterwards."""
    with ledger._database.engine.connect() as connection:
        if not ledger._database.is_sqlite:
            connection.execute(text("SET session_replication_role = replica"))
            connection.execute(text(statement))
            connection.execute(text("SET session_replication_role = origin"))
            connection.commit()
            return
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            guards = list(connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")))
            for guard in guards:
                connection.execute(text(f"DROP TRIGGER {guard.name}"))
            connection.execute(text(statement))
            for guard in guards:
                connection.execute(text(guard.sql))
        raw.execute("PRAGMA foreign_keys = ON")


def wrong(ledger: Ledger) -> dict[str, str]:
    """What is wrong, in words, by check."""
    return {finding.name: "; ".join(finding.named) for finding in verify(ledger) if finding.wrong}


def test_a_whole_ledger_is_found_whole_and_all_of_it_looked_at(filled: Ledger) -> None:
    found = {finding.name: finding.checked for finding in verify(filled)}
    assert wrong(filled) == {}
    assert {
        name: found[name] for name in ("archive", "reports", "sources", "mentions", "ids once given")
    } == dict.fromkeys(("archive", "reports", "sources", "mentions", "ids once given"), 4)
    assert {
        name: found[name] for name in ("journal", "journal chain", "incidents", "tombstones", "claims", "tallies")
    } == {
        "journal": 2,
        "journal chain": 2,
        "incidents": 3,
        "tombstones": 1,
        "claims": 1,
        "tallies": 1,
    }


def damages() -> Iterator[tuple[str, str, str]]:
    yield "reports", f"UPDATE report SET text = text || '!' WHERE id = '{FIRST}'", f"report {FIRST}"
    yield (
        "archive",
        "UPDATE archive SET size = size + 1 WHERE sha256 = (SELECT max(sha256) FROM archive)",
        "other bytes",
    )
    yield "sources", "UPDATE report_source SET path = 'other.txt' WHERE path = '0.txt'", "says something else"
    yield "search index", "DELETE FROM report_search", "search does not find it"
    yield "journal chain", "DELETE FROM decision WHERE id = 1", "decision 1 is missing"
    yield "journal", "DELETE FROM decision WHERE id = 1", "decision 2: decision 1 is not on file"
    yield "ids once given", f"UPDATE minted_id SET exact = 'sHells' WHERE report_id = '{FIRST}'", "words do not stand"
    yield "ids once given", f"DELETE FROM tombstone WHERE id = '{IDS[3].id}'", f"id {IDS[3].id}: is no incident"
    yield "ids that point on", f"UPDATE tombstone SET points_to = '{IDS[3].id}'", "points round in a circle"
    yield "ids that point on", "UPDATE tombstone SET points_to = 'i-gone'", "i-gone is not on file"
    yield "tombstones", "UPDATE tombstone SET id = 'i-other'", "tombstone i-other: holds another one"
    yield "incidents", f"DELETE FROM mention WHERE id = '{MENTIONS[0].id}'", f"mention {MENTIONS[0].id} is not on file"
    yield "incidents", f"DELETE FROM incident WHERE id = '{IDS[0].id}'", f"incident {IDS[0].id} is not on file"
    yield "claims", f"DELETE FROM incident WHERE id = '{IDS[0].id}'", f"incident {IDS[0].id} is not on file"
    renamed = f"UPDATE tally SET payload = replace(payload, '{IDS[1].id}', 'i-unheard-of')"
    yield "tallies", renamed, "minted_id i-unheard-of is not on file"
    yield (
        "incidents",
        f"DELETE FROM minted_id WHERE incident_id = '{IDS[2].id}'",
        f"minted_id {IDS[2].id} is not on file",
    )
    yield "claims", "UPDATE claim SET payload = '{'", "cannot be read"
    for table in ("mention", "decision", "claim", "tally"):
        name = {"decision": "journal", "tally": "tallies"}.get(table, f"{table}s")
        moved = f'UPDATE {table} SET payload = replace(payload, \'"exact":"Shells"\', \'"exact":"sHells"\')'
        yield name, moved, "the words 'sHells' do not stand"


DAMAGES = list(damages())


@pytest.mark.parametrize(("check", "statement", "words"), DAMAGES, ids=[f"{d[0]}-{n}" for n, d in enumerate(DAMAGES)])
def test_what_is_damaged_is_named(tmp_path: Path, check: str, statement: str, words: str) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        damage(fill(ledger), statement)
        assert words in wrong(ledger).get(check, "")


def test_all_that_is_damaged_is_named(filled: Ledger) -> None:
    together = [d for d in DAMAGES if not d[1].startswith(("DELETE FROM incident", "DELETE FROM tombstone"))]
    for _, statement, _ in together:
        damage(filled, statement)
    found = wrong(filled)
    assert {check for check, _, _ in together} == set(found) - {"foreign keys", "changes"}


def test_bytes_that_cannot_be_unpacked_are_named(filled: Ledger) -> None:
    nothing = "X'00'" if filled._database.is_sqlite else "'\\x00'"
    damage(filled, f"UPDATE archive SET zlib = {nothing}")
    assert "cannot be unpacked" in wrong(filled)["archive"]


def test_a_guard_that_is_gone_is_named(filled: Ledger) -> None:
    guard = "decision_no_update" if filled._database.is_sqlite else "decision_append_only ON decision"
    with filled._database.write() as connection:
        connection.execute(text(f"DROP TRIGGER {guard}"))
    assert wrong(filled) == {"append-only guards": f"{guard.split(maxsplit=1)[0]} is missing or off"}


def test_a_guard_that_is_switched_off_is_named(postgresql: str) -> None:
    with open_ledger(postgresql) as ledger:
        with ledger._database.write() as connection:
            connection.execute(text("ALTER TABLE decision DISABLE TRIGGER decision_append_only"))
        assert wrong(ledger) == {"append-only guards": "decision_append_only is missing or off"}


def test_a_key_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_reports(many(1))
        damage(ledger, "DELETE FROM archive")
        assert "points to no archive" in wrong(ledger)["foreign keys"]


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.add_reports(many(200))
    damaged = bytearray(path.read_bytes())
    middle = len(damaged) // 2 // 4096 * 4096
    damaged[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(damaged)
    with open_ledger(path) as ledger:
        assert wrong(ledger)["database"]


def test_no_more_than_five_are_named_and_all_counted(filled: Ledger) -> None:
    filled.add_reports(many(9))
    damage(filled, "UPDATE report SET text = text || '!'")
    found = next(finding for finding in verify(filled) if finding.name == "reports")
    assert (found.checked, found.wrong, len(found.named)) == (9, 9, 5)
