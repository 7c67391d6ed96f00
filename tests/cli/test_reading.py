"""What commands read of a ledger: as much in a small one as in one with more that does not concern them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tallystick.ledger import Ledger, open_ledger
from tallystick.model.incident import Incident
from tallystick.model.record import Record
from tests.cli.conftest import call, write
from tests.cli.deciding import incidents, review, rows
from tests.ledger.copying import copy_ledger

ELSEWHERE = (
    "date 2031-03-{day:02}\n\nGunmen killed {killed} soldiers at an army camp in Barsalogho on {day} March 2031."
)


@pytest.fixture(scope="module")
def small(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = copy_ledger(filled, tmp_path_factory.mktemp("small") / filled.name)
    review(ledger, "pin", incidents(ledger)["drone_attack"]["id"], "killed")
    rows("tallies", "--ledger", ledger)
    return ledger


@pytest.fixture(scope="module")
def large(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with eight reports of other things."""
    folder = tmp_path_factory.mktemp("large")
    more = {f"{n}.txt": ELSEWHERE.format(day=3 * n + 1, killed=n + 2) for n in range(8)}
    ledger = copy_ledger(small, folder / small.name)
    assert call("ingest", write(folder / "more", more), "--reader", "rules", "--ledger", ledger).code == 0
    rows("tallies", "--ledger", ledger)
    return ledger


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    found: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            found.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def count_rows(ledger: Path, *arguments: object) -> int:
    """How many rows a command reads."""
    with statements() as found:
        assert call(*arguments, "--ledger", ledger).code == 0
    with closing(sqlite3.connect(ledger)) as connection:
        return sum(len(connection.execute(*statement).fetchall()) for statement in found)


def attack(ledger: Path) -> str:
    return str(incidents(ledger)["drone_attack"]["id"])


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("show", "--why"), ("show", "--json"), ("log",), ("review", "journal"), ("search", "umbrella")],
)
def test_what_does_not_concern_it_is_not_read(small: Path, large: Path, arguments: tuple[str, ...]) -> None:
    named = (attack(small),) if arguments[0] in ("show", "log") else ()
    counts = [count_rows(ledger, *arguments, *named) for ledger in (small, large)]
    assert counts[0] == counts[1] > 0


@pytest.mark.parametrize("option", ["--why", "--json"])
def test_what_is_shown_is_what_the_whole_record_gives(
    large: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> list[str]:
        return [call("show", row["id"], option, "--ledger", large).out for row in rows("incidents", "--ledger", large)]

    def read_all(_incident: Incident, ledger: Ledger, **_: object) -> Record:
        return ledger.record()

    piece_by_piece = shown()
    monkeypatch.setattr("tallystick.cli.show.record_of", read_all)
    assert piece_by_piece == shown()


def test_a_ledger_that_waits_for_a_derivation_is_read_as_a_whole(small: Path, tmp_path: Path) -> None:
    ledger = copy_ledger(small, tmp_path / small.name)
    before = call("show", attack(ledger), "--ledger", ledger).out
    with open_ledger(ledger) as opened:
        report = opened.reports()[0]
        opened.save_reading(report.id, "another", [m for m in opened.mentions() if m.report_id == report.id])
    assert call("show", attack(ledger), "--ledger", ledger).out == before
