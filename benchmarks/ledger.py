"""Incidents into a ledger and out again: as JSON payloads, as the ledger does, and spread over tables of their own.

Run it with ``python -m benchmarks.ledger [COUNT]``. It prints seconds for each step and the size of the file.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tallystick.ledger import open_ledger
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import Attribution, ChainStep
from tallystick.model.incident import Conflict, ConflictValue, Incident, Join
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.terms import (
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    Confidence,
    DatePrecision,
    EventKind,
    Likelihood,
    PlacePrecision,
    WeaponKind,
)


def incident(number: int) -> Incident:
    """An incident of three reports: a place, a claim, an attribution with quotes, a conflict, two joins."""
    mentions = tuple(f"m-{number:07d}-{part}" for part in "abc")
    actor = ActorRef(id=f"group-{number % 40}", name=f"Group {number % 40}")
    day = date(2023, 1, 1) + timedelta(days=number % 700)
    quotes = tuple(Quote(report_id=f"{number:064x}", start=at, end=at + 40, exact="x" * 40) for at in (100, 400))
    attribution = Attribution(
        actors=(actor,),
        mode=AttributionMode.ALL_OF,
        attributor=ActorRef(name="A ministry"),
        role=AttributionRole.EXECUTOR,
        basis=AttributionBasis.STATED,
        likelihood=Likelihood.LIKELY,
        confidence=Confidence.LOW,
        confidence_why="one attributor",
        chain=(ChainStep(text="A ministry says so.", quotes=quotes),),
        sentences=("It is likely that the group did it.", "Confidence is low."),
    )
    values = tuple(ConflictValue(value=str(n), mention_ids=(mentions[n],)) for n in range(2))
    return Incident(
        id=f"i-{number:07d}",
        kind=list(EventKind)[number % len(EventKind)],
        weapons=(WeaponKind.DRONE,),
        start=day,
        end=day,
        date_precision=DatePrecision.DAY,
        place=Place(
            id=f"site:{number % 300}", name="A base", country="IQ", latitude=33.5, longitude=42.4,
            precision=PlacePrecision.SITE, radius_km=2,
        ),
        target="A base",
        claimed_by=(actor,),
        attributed_to=(attribution,),
        killed=Range(low=0, best=1, high=2),
        mentions=mentions,
        conflicts=(Conflict(field="killed", values=values, rule="the latest"),),
        joins=tuple(
            Join(left=mentions[0], right=other, score=0.9, reasons=("same day", "same place")) for other in mentions[1:]
        ),
    )  # fmt: skip


def timed(what: str, step: Callable[[], Any], *, count: int) -> Any:
    """What the step gives; its time goes to standard output."""
    start = time.perf_counter()
    result = step()
    seconds = time.perf_counter() - start
    print(f"{what:<44}{seconds:8.2f} s {count / seconds:10.0f} incidents/s")
    return result


class Spread:
    """The other way: a table for every list inside an incident, a column for every value."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: str, value: Any, parent: int | None) -> None:
        """Adds a value as a row, and the values of its lists as rows of tables below."""
        row: dict[str, Any] = {"number": len(self.rows[table]), "parent": parent}
        self.rows[table].append(row)
        self._fill(table, row, "value" if not isinstance(value, dict) else "", value)

    def _fill(self, table: str, row: dict[str, Any], column: str, value: Any) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                self._fill(table, row, f"{column}_{key}" if column else key, inner)
        elif isinstance(value, list):
            for inner in value:
                self.add(f"{table}_{column}", inner, row["number"])
        else:
            row[column] = value


def write_spread(path: Path, incidents: tuple[Incident, ...]) -> None:
    """Writes the incidents to tables of their own."""
    spread = Spread()
    for one in incidents:
        spread.add("incident", one.model_dump(mode="json"), None)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, rows in spread.rows.items():
            columns = list(dict.fromkeys(column for row in rows for column in row))
            names = ", ".join(f'"{column}"' for column in columns)
            connection.execute(f'CREATE TABLE "{table}" ({names}, PRIMARY KEY (number))')
            connection.execute(f'CREATE INDEX "{table}_parent" ON "{table}" (parent)')
            marks = ", ".join("?" * len(columns))
            values = [[row.get(column) for column in columns] for row in rows]
            connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)


def read_spread(path: Path) -> int:
    """Reads all rows back and groups them by parent; making incidents of them would come on top."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        children: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY number'):
                children[table, row["parent"]].append(dict(row))
    return len(tables)


def main(count: int) -> None:
    """Measures both ways with so many incidents."""
    incidents = tuple(incident(number) for number in range(count))
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder) / "ledger.db", Path(folder) / "spread.db"
        with open_ledger(path) as ledger:
            timed("payloads: write", lambda: ledger.save_derived(Record(incidents=incidents)), count=count)
            timed("payloads: write again, in place of the first",
                  lambda: ledger.save_derived(Record(incidents=incidents)), count=count)  # fmt: skip
            back = timed("payloads: read all", ledger.record, count=count)
            window = {"since": date(2023, 6, 1), "until": date(2023, 6, 30)}
            few = timed("payloads: read a month (rate is of all)", lambda: ledger.incidents(**window), count=count)
        assert back.incidents == incidents
        timed("tables: write", lambda: write_spread(other, incidents), count=count)
        tables = timed("tables: read all rows, no incidents made", lambda: read_spread(other), count=count)
        print(f"{len(few)} incidents in the month; payloads {path.stat().st_size / 1e6:.1f} MB after two writes, "
              f"{tables} tables {other.stat().st_size / 1e6:.1f} MB")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
