"""``backup`` and ``restore``: every export is the same afterwards, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import call
from tests.ledger.server import IS_THERE, MUST_BE_THERE, new_schema


def exports(ledger: object, out: Path) -> dict[str, bytes]:
    assert call("export", "--out", out, "--ledger", ledger).code == 0
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_there_and_back(ledger: Path, tmp_path: Path) -> None:
    name = call("incidents", "--ledger", ledger).lines[1].split("\t")[0]
    assert call("review", "accept", name, "--by", "ada", "--ledger", ledger).code == 0
    before = exports(ledger, tmp_path / "before")
    said = call("backup", tmp_path / "backup.db", "--ledger", ledger)
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("Written and checked: ")
    assert ", 2 reports, 1 decisions, " in said.err
    said = call("restore", tmp_path / "backup.db", "--ledger", tmp_path / "new.db")
    assert said.code == 0
    assert said.err.startswith("Restored and checked: 2 reports, 1 decisions, ")
    assert exports(tmp_path / "new.db", tmp_path / "after") == before


@pytest.mark.skipif(not (IS_THERE or MUST_BE_THERE), reason="no PostgreSQL server")
def test_to_postgresql_and_back(ledger: Path, tmp_path: Path) -> None:
    before = exports(ledger, tmp_path / "before")
    assert call("backup", tmp_path / "backup.db", "--ledger", ledger).code == 0
    with new_schema() as url:
        assert call("restore", tmp_path / "backup.db", "--ledger", url).code == 0
        assert exports(url, tmp_path / "there") == before
        assert call("backup", tmp_path / "back.db", "--ledger", url).code == 0
    assert call("restore", tmp_path / "back.db", "--ledger", ledger, "--replace").code == 0
    assert exports(ledger, tmp_path / "after") == before


def test_what_is_not_empty_is_kept(ledger: Path, tmp_path: Path) -> None:
    call("backup", tmp_path / "backup.db", "--ledger", ledger)
    said = call("restore", tmp_path / "backup.db", "--ledger", ledger)
    assert (said.code, said.err[:6]) == (2, "[E325]")
    said = call("backup", tmp_path / "backup.db", "--ledger", ledger)
    assert (said.code, said.err[:6]) == (2, "[E324]")
