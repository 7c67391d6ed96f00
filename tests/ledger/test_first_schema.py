"""A ledger of the first schema, with decisions in it, is brought up to date with nothing lost."""

from __future__ import annotations

import hashlib
import shutil
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from tallystick.ledger import open as opening
from tallystick.ledger import open_ledger
from tallystick.ledger.payload import payload_of
from tallystick.model.decision import Act, Decision
from tallystick.model.incident import Incident
from tallystick.model.record import Record
from tallystick.model.terms import ReviewState
from tests.ledger.making import READER, incident, many, mention, minted, quote, report

OLD_DECISIONS = (
    '{"act":"reject","anchors":[{"end":6,"exact":"Shells","report_id":"%s","start":0}],"at":"2031-05-04T12:00:00Z",'
    '"by":"ada","field":null,"id":1,"incident_id":"i-1","other_anchors":[],"reason":"twice told","undoes":null,'
    '"value":null}',
    '{"act":"undo","anchors":[],"at":"2031-05-05T12:00:00Z","by":"bob","field":null,"id":2,"incident_id":null,'
    '"other_anchors":[],"reason":null,"undoes":1,"value":null}',
)


@pytest.fixture
def old(location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a ledger is that the first Tallystick filled: one report, read, an incident, a decision and its undo."""
    folder = tmp_path / "first"
    shutil.copytree(opening.MIGRATIONS, folder)
    for path in (folder / "versions").glob("r*.py"):
        if path.stem != "r0001_first":
            path.unlink()
    of, raw = many(1)[0]
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", folder)
        with open_ledger(location) as ledger:
            told = mention(of)
            sha = hashlib.sha256(raw).hexdigest()
            rows = {
                "archive (sha256, size, zlib)": (sha, len(raw), zlib.compress(raw)),
                "report (id, batch, text, path, published_on, published_basis, body_start, raw_sha256)": (
                    *(of.id, 1, of.text, of.path, str(of.published_on), of.published_basis.value, of.body_start, sha),
                ),
                "reading (report_id, reader)": (of.id, READER),
                "mention (id, report_id, kind, payload)": (told.id, of.id, "event", payload_of(told)),
                "decision (id, payload)": (1, OLD_DECISIONS[0] % of.id),
                "decision  (id, payload)": (2, OLD_DECISIONS[1]),
                "minted_id (incident_id, report_id, start_char, end_char, exact, ordinal, batch)": (
                    *("i-1", of.id, 0, 6, "Shells", 0, 1),
                ),
                "closed_batch (batch)": (1,),
                "incident (id, kind, status, review_state, background, payload)": (
                    *("i-1", "shelling", "reported", "machine", False),
                    payload_of(incident("i-1", mentions=(told.id,))),
                ),
            }
            with ledger._database.write() as connection:
                for into, values in rows.items():
                    names = [f"v{n}" for n in range(len(values))]
                    statement = f"INSERT INTO {into} VALUES ({', '.join(f':{n}' for n in names)})"
                    connection.execute(text(statement), dict(zip(names, values, strict=True)))
    return location


def test_all_that_it_held_is_there(old: str) -> None:
    of = many(1)[0][0]
    with open_ledger(old, create=False) as ledger:
        assert [entry.by for entry in ledger.journal()] == ["ada", "bob"]
        assert ledger.journal()[0] == Decision(
            id=1,
            at=datetime(2031, 5, 4, 12, tzinfo=UTC),
            by="ada",
            act=Act.REJECT,
            incident_id="i-1",
            anchors=(quote(of),),
            reason="twice told",
        )
        assert ledger.active_decisions() == ()
        assert [one.id for one in ledger.minted()] == ["i-1"]
        assert ledger.incidents() == (incident("i-1", mentions=(mention(of).id,)),)
        assert ledger.mentions() == (mention(of),)
        assert ledger.unread(READER) == ()


def test_its_history_begins_with_the_next_change(old: str) -> None:
    def derived(one: Incident) -> Record:
        return Record(reports=(many(1)[0][0],), incidents=(one,))

    with open_ledger(old, create=False) as ledger:
        assert ledger.changes() == ()
        assert ledger.pending_decisions() == ()
        (one,) = ledger.incidents()
        ledger.save_derived(derived(one))
        assert ledger.changes() == ()
        ledger.append_decision(Act.ACCEPT, by="eve", incident_id="i-1")
        ledger.save_derived(derived(one.model_copy(update={"review_state": ReviewState.ACCEPTED})))
        (made,) = ledger.changes()
        assert (made.change.decisions, made.change.reports, made.derivation.number) == ((3,), (), 1)


def test_it_takes_in_more(old: str) -> None:
    later = report("Rockets fell.")
    with open_ledger(old, create=False) as ledger:
        ledger.add_reports([(later, later.text.encode())])
        ledger.save_reading(later.id, READER, [mention(later)])
        assert ledger.batch_of()[later.id] == 2
        ids = [*ledger.minted(), minted(later, 2)]
        ledger.save_derived(Record(reports=ledger.reports(), incidents=(incident(ids[1].id),)), ids)
        assert ledger.turn().reading == 1
