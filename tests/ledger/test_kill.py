"""A kill at any moment leaves a ledger that opens, and a re-run that completes it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tallystick.ledger import open_ledger
from tallystick.ledger import reports as reports_module
from tallystick.model.record import Record
from tests.ledger.making import content, derive, many, read_all

CHUNK = 4


def work(location: str | Path) -> None:
    """The whole road of a ledger: made, filled, read, derived."""
    with open_ledger(location) as ledger:
        ledger.add_reports(many(3 * CHUNK))
        read_all(ledger)
        derive(ledger)


def work_until_killed(location: str, statement: int) -> None:
    """Does the work, and kills itself before the statement of that number."""
    count = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def _count(*_: Any) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    work(location)


def killed_at(location: str, statement: int) -> bool:
    """True if the work was killed, false if it came to its end before that statement."""
    process = multiprocessing.get_context("fork").Process(target=work_until_killed, args=(location, statement))
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports_module, "CHUNK_REPORTS", CHUNK)


# Lives long enough to take in again what is there and to derive: shorter ones would never come to an end.
@pytest.mark.parametrize("life", [100, 107, 115, 126, 140, 155])
def test_work_killed_again_and_again_comes_to_the_same_content(location: str, tmp_path: Path, life: int) -> None:
    lives = 1
    while killed_at(location, life):
        lives += 1
        assert lives < 20
        open_ledger(location).close()
    assert lives > 1
    work(tmp_path / "unharmed.db")
    with open_ledger(location) as ledger, open_ledger(tmp_path / "unharmed.db") as unharmed:
        assert content(ledger) == content(unharmed)


@pytest.mark.parametrize("statement", [1, 3, 12, 25, 38])
def test_a_ledger_killed_while_it_is_made_can_be_made(location: str, statement: int) -> None:
    assert killed_at(location, statement)
    with open_ledger(location) as ledger:
        assert ledger.record() == Record()


def test_a_chunk_of_reports_is_taken_in_whole_or_not_at_all(location: str) -> None:
    open_ledger(location).close()
    stored: list[int] = []
    for statement in range(8, 44, 5):
        assert killed_at(location, statement)
        with open_ledger(location) as ledger:
            stored.append(len(ledger.reports()))
    assert [count % CHUNK for count in stored] == [0] * len(stored)
    assert stored[-1] > 0
