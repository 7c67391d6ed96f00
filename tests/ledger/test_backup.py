"""A backup holds all that a ledger held at one moment, and goes back into either kind of database."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, back_up, open_ledger, restore
from tallystick.ledger import open as opening
from tallystick.ledger.account_schema import account
from tallystick.ledger.verify import verify
from tallystick.model.decision import Act
from tests.ledger.conftest import KINDS
from tests.ledger.making import derive, many, quote, read_all, taken
from tests.ledger.server import new_schema
from tests.ledger.test_migrations import later_tallystick


@pytest.fixture(params=KINDS)
def other_location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where another ledger may be made, in either kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "other.db")
        return
    with new_schema() as url:
        yield url


def fill(ledger: Ledger) -> tuple[object, ...]:
    """Two batches, decisions, changes, a title to search, and text that databases refuse; and what that comes to."""
    ledger.add_reports([*many(3), taken("Nul \x00 and \\ and café.", title="Explosion in Gao", path="odd\udcff.txt")])
    read_all(ledger)
    derive(ledger)
    ledger.append_decision(Act.ACCEPT, by="ada", anchors=[quote(many(1)[0][0])])
    ledger.add_reports(many(6))
    read_all(ledger)
    derive(ledger)
    return all_of(ledger)


def all_of(ledger: Ledger) -> tuple[object, ...]:
    record = ledger.record()
    raw = [ledger.raw_bytes(report.id) for report in record.reports]
    found = ledger.search("explosion gao")
    return record, ledger.minted(), ledger.batch_of(), ledger.journal(), ledger.changes(), raw, found


def code_of(act: Callable[[], object]) -> Code:
    with pytest.raises(TallystickError) as caught:
        act()
    return caught.value.code


def test_there_and_back(location: str, other_location: str, tmp_path: Path) -> None:
    with open_ledger(location) as ledger:
        before = fill(ledger)
    backup = tmp_path / "backup.db"
    held = back_up(location, backup)
    assert (held["report"], held["decision"]) == (7, 1)
    assert restore(backup, other_location) == held
    with open_ledger(other_location) as ledger:
        assert all_of(ledger) == before
        assert [finding for finding in verify(ledger) if finding.wrong] == []
        # The counters go on where they were.
        ledger.add_reports(many(8))
        assert ledger.append_decision(Act.ACCEPT, by="bo").id == 2


def test_a_backup_of_a_backup_put_back_is_the_same(location: str, other_location: str, tmp_path: Path) -> None:
    with open_ledger(location) as ledger:
        fill(ledger)
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    back_up(location, first)
    restore(first, other_location)
    back_up(other_location, second)
    with closing(sqlite3.connect(first)) as one, closing(sqlite3.connect(second)) as two:
        manifest = "SELECT * FROM backup_manifest ORDER BY name"
        assert one.execute(manifest).fetchall() == two.execute(manifest).fetchall()


def test_a_backup_is_one_file_and_a_ledger(ledger: Ledger, location: str, tmp_path: Path) -> None:
    before = fill(ledger)
    folder = tmp_path / "backups"
    folder.mkdir()
    back_up(location, folder / "backup.db")
    assert [path.name for path in folder.iterdir()] == ["backup.db"]
    with open_ledger(folder / "backup.db", create=False) as backup:
        assert all_of(backup) == before


def test_a_backup_taken_while_others_write_is_of_one_moment(location: str, tmp_path: Path) -> None:
    with open_ledger(location) as ledger:
        fill(ledger)
    stop = threading.Event()

    def write() -> None:
        with open_ledger(location) as busy:
            while not stop.is_set():
                busy.append_decision(Act.ACCEPT, by="bo")
                busy.add_reports([taken(f"Report {len(busy.journal())}.")])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            back_up(location, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with open_ledger(tmp_path / f"{number}.db") as backup:
            assert [finding for finding in verify(backup) if finding.wrong] == []
            assert 0 <= len(backup.journal()) - 1 - (len(backup.reports()) - 7) <= 1


def test_a_backup_is_not_written_over_unless_asked(location: str, tmp_path: Path) -> None:
    open_ledger(location).close()
    backup = tmp_path / "backup.db"
    back_up(location, backup)
    with open_ledger(location) as ledger:
        ledger.add_reports(many(2))
    assert code_of(lambda: back_up(location, backup)) is Code.E324
    assert back_up(location, backup, replace=True)["report"] == 2


def test_a_ledger_is_no_place_for_its_own_backup(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        before = fill(ledger)
        assert code_of(lambda: back_up(path, path, replace=True)) is Code.E327
        assert all_of(ledger) == before


def test_a_folder_that_is_not_there_is_told(location: str, tmp_path: Path) -> None:
    open_ledger(location).close()
    assert code_of(lambda: back_up(location, tmp_path / "missing" / "backup.db")) is Code.E327


def test_a_ledger_that_holds_something_is_replaced_only_when_asked(
    location: str, other_location: str, tmp_path: Path
) -> None:
    with open_ledger(location) as ledger:
        before = fill(ledger)
    back_up(location, tmp_path / "backup.db")
    with open_ledger(other_location) as other:
        other.append_decision(Act.ACCEPT, by="bo")
        other.add_reports([taken("Something else.", title="Nothing in Gao")])
        held = all_of(other)
        assert code_of(lambda: restore(tmp_path / "backup.db", other_location)) is Code.E325
        assert all_of(other) == held
        restore(tmp_path / "backup.db", other_location, replace=True)
        assert all_of(other) == before
        assert other.search("nothing") == ()


def test_history_is_guarded_again_after_a_restore(location: str, tmp_path: Path) -> None:
    with open_ledger(location) as ledger:
        fill(ledger)
        back_up(location, tmp_path / "backup.db")
        restore(tmp_path / "backup.db", location, replace=True)
        with pytest.raises(Exception, match="append-only"), ledger._database.write() as connection:
            connection.execute(text("DELETE FROM decision"))


def test_no_backup_is_made_where_there_is_no_ledger(location: str, tmp_path: Path) -> None:
    assert code_of(lambda: back_up(location, tmp_path / "backup.db")) is Code.E303
    assert not (tmp_path / "backup.db").exists()


def test_no_file_to_restore(tmp_path: Path) -> None:
    assert code_of(lambda: restore(tmp_path / "none.db", tmp_path / "ledger.db")) is Code.E101
    assert not (tmp_path / "ledger.db").exists()


def damaged(path: Path, how: str) -> None:
    if how == "cut":
        path.write_bytes(path.read_bytes()[:-4096])
    elif how == "text":
        path.write_text("no database\n" * 1000)
    elif how == "edited":
        with open_ledger(path) as ledger:
            ledger.append_decision(Act.ACCEPT, by="mallory")
    elif how == "unsealed":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TABLE backup_manifest")
    else:
        raw = bytearray(path.read_bytes())
        at = raw.index(b"Shells fell on village 1.")
        raw[at] = ord("s")
        path.write_bytes(raw)


@pytest.mark.parametrize("how", ["cut", "text", "edited", "unsealed", "one letter"])
def test_a_damaged_backup_is_refused_and_nothing_changed(tmp_path: Path, how: str) -> None:
    location, backup = tmp_path / "ledger.db", tmp_path / "backup.db"
    with open_ledger(location) as ledger:
        before = fill(ledger)
        back_up(location, backup)
        damaged(backup, how)
        assert code_of(lambda: restore(backup, location, replace=True)) is Code.E326
        assert code_of(lambda: restore(backup, tmp_path / "new.db")) is Code.E326
        assert all_of(ledger) == before
        assert not (tmp_path / "new.db").exists()


def test_an_older_backup_is_brought_up_to_date(
    location: str, other_location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(location) as ledger:
        before = fill(ledger)
    back_up(location, tmp_path / "backup.db")
    monkeypatch.setattr(opening, "MIGRATIONS", later_tallystick(tmp_path / "later"))
    restore(tmp_path / "backup.db", other_location)
    with open_ledger(other_location) as ledger:
        assert all_of(ledger) == before


def test_a_newer_backup_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", later_tallystick(tmp_path / "later"))
        open_ledger(tmp_path / "ledger.db").close()
        back_up(tmp_path / "ledger.db", tmp_path / "backup.db")
    with pytest.raises(TallystickError) as caught:
        restore(tmp_path / "backup.db", tmp_path / "new.db")
    assert caught.value.code is Code.E307
    assert str(tmp_path / "backup.db") in str(caught.value)


def test_a_server_that_goes_away_leaves_the_ledger_as_it_was(postgresql: str, tmp_path: Path) -> None:
    with open_ledger(postgresql) as ledger:
        before = fill(ledger)
        back_up(postgresql, tmp_path / "backup.db")
        with ledger._database.write() as connection:
            # The server's end of the connection ends itself when the first report is made findable again.
            connection.execute(
                text(
                    "CREATE FUNCTION end_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                    "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$"
                )
            )
            connection.execute(
                text("CREATE TRIGGER end_it BEFORE INSERT ON report_search FOR EACH ROW EXECUTE FUNCTION end_it()")
            )
        assert code_of(lambda: restore(tmp_path / "backup.db", postgresql, replace=True)) is Code.E323
        assert all_of(ledger) == before


def test_accounts_are_in_no_backup_and_stay_where_a_backup_is_put_back(
    location: str, other_location: str, tmp_path: Path
) -> None:
    def add_account(ledger: Ledger, name: str) -> None:
        row = {"name": name, "role": "admin", "password_hash": "$argon2id$kept", "made_at": 1}
        with ledger.database.write() as connection:
            connection.execute(account.insert(), row)

    with open_ledger(location) as ledger:
        held = fill(ledger)
        add_account(ledger, "mira")
    with open_ledger(other_location) as other:
        add_account(other, "omar")
    back_up(location, tmp_path / "kept.tallystick")
    assert b"argon2id" not in (tmp_path / "kept.tallystick").read_bytes()
    restore(tmp_path / "kept.tallystick", other_location)
    with open_ledger(other_location) as other, other.database.read() as connection:
        assert all_of(other) == held
        assert [row.name for row in connection.execute(account.select())] == ["omar"]
