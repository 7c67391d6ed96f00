"""A report more is worked on beside what it concerns, however much else is on file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event as events
from sqlalchemy.engine import Engine

from tallystick.ledger import Ledger, derived, indexed, on_file, open_ledger, payload, readings, standing
from tallystick.model.place import Place
from tests.derivation.world import Told, report_of, take, update
from tests.resolution.build import AWAY, BATH, FORT, MONDAY, event

SMALL = {"turn", "basis", "dirty_report", "decision", "tally_window", "tallystick_schema"}
"""Tables of one row, of what is new, of what people decided, and of the tallies that the derivation marks."""


def told(name: str, *, day: date = MONDAY, place: Place = BATH) -> Told:
    report = report_of(name, day + timedelta(days=1))
    return Told(report, (event(report.id, name=f"m-{name}", day=day, place=place),))


def elsewhere(count: int) -> list[Told]:
    """Reports of other places on the same day, and of other days at the same place."""
    far = [told(f"far{n}", place=AWAY if n % 2 else FORT) for n in range(count)]
    return [*far, *(told(f"then{n}", day=MONDAY + timedelta(days=10 + n)) for n in range(count))]


@contextmanager
def filled(folder: Path, count: int) -> Iterator[Ledger]:
    with open_ledger(folder / f"{count}.db") as ledger:
        take(ledger, [told("here"), told("too"), *elsewhere(count)])
        update(ledger)
        yield ledger


@pytest.mark.parametrize("place", [BATH, AWAY])
def test_what_is_read_for_a_report_does_not_grow_with_the_reports_of_other_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    read = [_count_read(tmp_path, monkeypatch, count, place) for count in (8, 16)]
    assert read[0] == read[1] if place is BATH else read[0] < read[1]


def _count_read(folder: Path, monkeypatch: pytest.MonkeyPatch, count: int, place: Place) -> int:
    """How many nouns are read when one report of that place comes in."""
    counted = [0]

    def counting(*args: Any) -> Any:
        counted[0] += 1
        return payload.noun_from(*args)

    with filled(folder, count) as ledger:
        take(ledger, [told("new", place=place)])
        with monkeypatch.context() as patch:
            for room in (on_file, indexed, derived, readings, standing):
                patch.setattr(room, "noun_from", counting)
            update(ledger)
    return counted[0]


def test_no_statement_goes_over_a_whole_table(tmp_path: Path) -> None:
    with filled(tmp_path, 6) as ledger:
        take(ledger, [told("new")])
        plans: set[str] = set()

        def explain(
            connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, executemany: bool
        ) -> None:
            # One with an offset stops where it has seen enough.
            if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")) and "OFFSET" not in statement:
                cursor = connection.connection.cursor()
                given = parameters[0] if executemany else parameters
                plans.update(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall())

        events.listen(Engine, "before_cursor_execute", explain)
        try:
            update(ledger)
        finally:
            events.remove(Engine, "before_cursor_execute", explain)
        ours = set(ledger._database.engine.dialect.get_table_names(ledger._database.engine.connect()))
    scanned = {words[1] for plan in plans if (words := plan.split())[0] == "SCAN"} & ours
    assert scanned
    assert scanned <= SMALL
