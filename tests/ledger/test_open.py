from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from tallystick.errors import Code, TallystickError
from tallystick.ledger import open_ledger
from tests.ledger.making import content, derive, many, read_all


def code_of(location: str | Path, *, create: bool = True) -> Code:
    with pytest.raises(TallystickError) as caught:
        open_ledger(location, create=create)
    return caught.value.code


def test_a_ledger_is_there_again_when_opened_again(location: str) -> None:
    with open_ledger(location) as ledger:
        ledger.add_reports(many(3))
        read_all(ledger)
        derive(ledger)
        before = content(ledger)
    with open_ledger(location, create=False) as ledger:
        assert content(ledger) == before


def test_no_ledger_is_made_when_none_is_to_be_made(location: str) -> None:
    assert code_of(location, create=False) is Code.E303
    assert code_of(location, create=False) is Code.E303


def test_a_path_may_be_a_path(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a b%20?.db") as ledger:
        assert ledger.location == str(tmp_path / "a b%20?.db")
    assert (tmp_path / "a b%20?.db").is_file()


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    text_file = tmp_path / "report.txt"
    text_file.write_text("Shells fell on the town.\n" * 100)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE note (text)")
    for location in (tmp_path, tmp_path / "missing" / "ledger.db", text_file, other):
        assert code_of(location) is Code.E301
    assert text_file.read_text() == "Shells fell on the town.\n" * 100


def test_another_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE note (text)")
    before = path.read_bytes()
    code_of(path)
    assert path.read_bytes() == before


def test_a_schema_that_holds_other_tables_is_refused_and_left_as_it_is(postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute("CREATE TABLE note (words TEXT)")
        assert code_of(postgresql) is Code.E301
        assert server.execute("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()").fetchone() == (1,)


@pytest.mark.parametrize(
    "url", ["mysql://h/x", "postgresql://u:secret@127.0.0.1:1/x", "postgresql://[", "http://u:secret@h"]
)
def test_a_url_that_leads_nowhere_is_refused_and_its_password_kept(url: str) -> None:
    with pytest.raises(TallystickError) as caught:
        open_ledger(url)
    assert caught.value.code is Code.E301
    assert "secret" not in str(caught.value)


def test_a_fault_while_in_use_is_told_to_the_user(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.add_reports(many(50))
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xff" * (len(damaged) - 8192)
    path.write_bytes(bytes(damaged))
    with pytest.raises(TallystickError) as caught, open_ledger(path) as ledger:
        ledger.reports()
    assert caught.value.code is Code.E301


def test_a_decision_outlives_a_power_cut_and_readers_need_not_wait(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        with ledger._database.write(durable=True) as connection:
            assert connection.scalar(text("PRAGMA synchronous")) == 2
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        with ledger._database.write() as connection:
            assert connection.scalar(text("PRAGMA synchronous")) == 1


def _open_and_add(location: str, number: int) -> None:
    with open_ledger(location) as ledger:
        ledger.add_reports([many(8)[number]])


def test_several_processes_may_make_one_ledger_at_once(location: str) -> None:
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=_open_and_add, args=(location, number)) for number in range(8)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 8
    with open_ledger(location) as ledger:
        assert len(ledger.reports()) == 8


def test_a_reader_sees_one_state_while_another_writes(location: str) -> None:
    with open_ledger(location) as ledger, open_ledger(location) as other:
        ledger.add_reports(many(1))
        with ledger._database.read() as connection:
            count = text("SELECT count(*) FROM report")
            before = connection.scalar(count)
            other.add_reports(many(3))
            assert (before, connection.scalar(count)) == (1, 1)
        assert len(ledger.reports()) == 3
