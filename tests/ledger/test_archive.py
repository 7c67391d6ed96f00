"""Original bytes beside the ledger: whole, once, and there before anything names them."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import Code, TallystickError
from tallystick.ledger import back_up, open_ledger, reports, restore
from tallystick.ledger.archive import Archive, pack, unpack
from tallystick.ledger.database import ARCHIVE_VARIABLE
from tests.ledger.making import many, taken

PAIR = taken("Shells fell on Gao.")
REPORT, RAW = PAIR
SHA = hashlib.sha256(RAW).hexdigest()


@given(st.binary())
def test_bytes_come_back_as_they_were_and_are_packed_alike_each_time(raw: bytes) -> None:
    assert unpack(pack(raw)) == raw
    assert unpack(zlib.compress(raw)) == raw
    assert pack(raw) == pack(raw)


def test_the_original_lies_in_a_gzip_file_named_by_its_hash(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_reports([PAIR])
        file = tmp_path / "ledger.db.archive" / SHA[:2] / f"{SHA}.gz"
        assert gzip.decompress(file.read_bytes()) == RAW
        assert ledger.raw_bytes(REPORT.id) == RAW


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_reports([PAIR, PAIR])
        ledger.add_reports([(REPORT.model_copy(update={"path": "other.txt"}), RAW)])
        assert [*Archive(tmp_path / "ledger.db.archive").names()] == [f"{SHA[:2]}/{SHA}.gz"]


def test_a_stop_before_the_commit_leaves_a_file_that_the_next_taking_in_makes_good(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        with suppress(RuntimeError), ledger.database.write() as connection:
            reports.add(connection, [PAIR], archive=ledger.database.archive)
            raise RuntimeError
        assert not ledger.has_report(REPORT.id)
        assert ledger.surplus_originals() == (f"{SHA[:2]}/{SHA}.gz",)
        ledger.add_reports([PAIR])
        assert (ledger.raw_bytes(REPORT.id), ledger.surplus_originals()) == (RAW, ())


def test_a_stop_while_a_file_is_written_leaves_none_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        Archive(tmp_path).keep({SHA: pack(RAW)})
    assert [*Archive(tmp_path).names()] == []


@pytest.mark.parametrize(
    ("damage", "cause"),
    [(lambda file: file.unlink(), "No such file"), (lambda file: file.write_bytes(file.read_bytes()[:-9]), "cut off")],
    ids=["gone", "cut"],
)
def test_a_missing_or_damaged_original_is_told(tmp_path: Path, damage: object, cause: str) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_reports([PAIR])
        damage(tmp_path / "ledger.db.archive" / SHA[:2] / f"{SHA}.gz")  # type: ignore[operator]
        with pytest.raises(TallystickError, match=cause) as caught:
            ledger.raw_bytes(REPORT.id)
        assert caught.value.code is Code.E337


def test_a_backup_holds_the_originals_and_a_restore_puts_them_beside(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_reports(many(3))
    back_up(tmp_path / "ledger.db", tmp_path / "backup.db")
    restore(tmp_path / "backup.db", tmp_path / "other.db")
    with open_ledger(tmp_path / "other.db") as other:
        assert [other.raw_bytes(report.id) for report, _ in many(3)] == [raw for _, raw in many(3)]
    names = [[*Archive(tmp_path / f"{name}.archive").names()] for name in ("ledger.db", "other.db")]
    assert (names[0] == names[1], len(names[0])) == (True, 3)


def test_a_ledger_with_a_missing_original_is_not_backed_up_as_if_it_were_whole(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add_reports([PAIR])
    Archive(tmp_path / "ledger.db.archive").path_of(SHA).unlink()
    with pytest.raises(TallystickError) as caught:
        back_up(tmp_path / "ledger.db", tmp_path / "backup.db")
    assert (caught.value.code, (tmp_path / "backup.db").exists()) == (Code.E337, False)


def test_postgresql_keeps_originals_in_the_folder_that_is_named(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "originals"
    monkeypatch.setenv(ARCHIVE_VARIABLE, str(folder))
    with open_ledger(postgresql) as ledger:
        ledger.add_reports([PAIR])
        assert ([*Archive(folder).names()], ledger.raw_bytes(REPORT.id)) == ([f"{SHA[:2]}/{SHA}.gz"], RAW)
    monkeypatch.delenv(ARCHIVE_VARIABLE)
    with open_ledger(postgresql) as ledger:
        with pytest.raises(TallystickError) as caught:
            ledger.raw_bytes(REPORT.id)
        assert caught.value.code is Code.E338


def test_postgresql_keeps_originals_in_the_database_if_no_folder_is_named(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ARCHIVE_VARIABLE, raising=False)
    with open_ledger(postgresql) as ledger:
        ledger.add_reports([PAIR])
        assert ledger.raw_bytes(REPORT.id) == RAW
