"""Many shifted copies of a small ledger in one, row by row, so that all that is derived fits together in each copy.

A copy has ids of its own, days that are later, and min-hashes of its own, so that no report of it is taken for a copy
of one in another. Its texts are the same words with the number of the copy under them: the days written in them are
those of the first. What spans copies, such as a count over months, is to be derived again.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tallystick.ledger import open_ledger
from tallystick.ledger.chain import START, link
from tallystick.ledger.provenance import FIELDS, source_id
from tallystick.model.digest import version_of
from tallystick.model.incident import Incident

Row = dict[str, Any]

_NAMED = re.compile(
    r"\b(?:[0-9a-f]{64}|m-[0-9a-f]{12}(?:-\d+)?|inc-[0-9a-f]{12})\b"  # of a report, a mention, an incident
    r'|(?<=")\d{4}-\d\d-\d\d(?=")'
)
_DECIDED = re.compile(r'(?<="decision":)\d+')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN = timedelta(minutes=5)
"""Between the decisions on one copy and those on the next."""

# Held once, whatever the number of copies.
_SHARED = ("closed_batch", "actor", "place", "basis")


@dataclass(frozen=True)
class Small:
    """The rows of the ledger that is multiplied, table by table, and how far its numbers run."""

    tables: dict[str, list[Row]]
    words: dict[int, tuple[str, str]]

    def last(self, table: str, column: str) -> int:
        """The highest number in a column, 0 where there is no row."""
        return max((row[column] for row in self.tables[table]), default=0)


def multiply(small: Path, large: Path, *, copies: int, days: int) -> None:
    """Makes a ledger of copies of a small one, each ``days`` later than the one before."""
    open_ledger(large).close()
    held = _read(small)
    # The first copy has the bytes of the small ledger; those of the others are made, and lie in the database.
    shutil.copytree(f"{small}.archive", f"{large}.archive", dirs_exist_ok=True)
    with closing(sqlite3.connect(large)) as database:
        for pragma in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -1000000", "temp_store = MEMORY"):
            database.execute(f"PRAGMA {pragma}")
        indexes = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> ''").fetchall()
        for name, _ in indexes:
            database.execute(f"DROP INDEX {name}")
        for table in _SHARED:
            _insert(database, table, held.tables[table])
        chains = dict.fromkeys(("decision", "custody"), START)
        for number in range(copies):
            copy = _Copy(held, number, of=copies, days=days)
            for table, made in copy.tables():
                rows = made
                if table in chains:
                    rows, chains[table] = _linked(made, chains[table])
                _insert(database, table, rows)
            database.executemany("INSERT INTO report_search (rowid, title, text) VALUES (?, ?, ?)", copy.words())
        for _, sql in indexes:
            database.execute(sql)
        database.execute("UPDATE tally_window SET is_stale = 1")
        database.execute(
            "UPDATE turn SET number = (SELECT max(number) FROM derivation), "
            "decision = (SELECT max(id) FROM decision), reading = (SELECT max(number) FROM reading)"
        )
        database.commit()


def _read(small: Path) -> Small:
    with closing(sqlite3.connect(small)) as database:
        database.row_factory = sqlite3.Row
        names = [
            row["name"]
            for row in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'report_search%' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        tables = {name: [dict(row) for row in database.execute(f"SELECT * FROM {name}")] for name in names}
        words = {row[0]: (row[1], row[2]) for row in database.execute("SELECT rowid, title, text FROM report_search")}
    return Small(tables, words)


def _insert(database: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        columns, marks = ", ".join(f'"{name}"' for name in rows[0]), ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", (tuple(row.values()) for row in rows))


def _linked(rows: list[Row], before: str) -> tuple[list[Row], str]:
    """The entries of a chain, each linked to the one before, and the last link."""
    linked = []
    for row in rows:
        before = link(before, row["payload"])
        linked.append(row | {"chain": before})
    return linked, before


class _Copy:
    """One copy. The first has the ids and the days of the ledger that is multiplied."""

    def __init__(self, small: Small, number: int, *, of: int, days: int) -> None:
        self._small, self._number, self._of = small, number, of
        self._later = timedelta(days=number * days)
        self._salt = Random(number).getrandbits(32) if number else 0
        self._new: dict[str, str] = {}
        self._text = {row["id"]: row["text"] + self._mark() for row in small.tables["report"]}
        self._raw = {row["raw_sha256"]: self._text[row["id"]].encode() for row in small.tables["report"]}
        if number:
            self._new.update({old: hashlib.sha256(text.encode()).hexdigest() for old, text in self._text.items()})
            self._new.update({old: hashlib.sha256(raw).hexdigest() for old, raw in self._raw.items()})
        self._version: dict[str, str] = {}

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        """The rows of every table that is not shared."""
        special: dict[str, Callable[[Row], Row]] = {
            "archive": self._archived,
            "report": self._report,
            "report_source": self._source,
            "custody": lambda row: row | {"number": self._counted("custody", "number", row["number"])},
            "incident": self._incident,
            "decision": self._decision,
            "derivation": self._derivation,
            "change": self._change,
            "sketch": self._sketch,
            "passage_key": self._passage_key,
            "reading": lambda row: row | {"number": self._counted("reading", "number", row["number"])},
        }
        left_out = {*_SHARED, "tallystick_schema", "turn"}
        # Incidents first: changes tell their versions; then sources, which custody names.
        first = ("incident", "report_source")
        for table in (*first, *sorted(self._small.tables.keys() - left_out - {*first})):
            rows = [self._renamed(row) for row in self._small.tables[table]]
            if table in special:
                rows = [special[table](row) for row in rows]
            if table == "derivation" and self._number:
                rows = [row for row in rows if row["number"] > 1]
            yield table, rows

    def words(self) -> Iterator[tuple[int, str, str]]:
        """What search finds the reports by."""
        for number, (title, text) in self._small.words.items():
            mark = f" copy {self._number}" if self._number else ""
            yield self._counted("report", "number", number), title, text + mark

    def _mark(self) -> str:
        return f"\n\nCopy {self._number}." if self._number else ""

    def _renamed(self, row: Row) -> Row:
        """The row with the ids and days of this copy, wherever they stand in it; not in texts."""
        if not self._number:
            return dict(row)
        return {
            name: self._rename(value) if isinstance(value, str) and name not in ("text", "exact") else value
            for name, value in row.items()
        }

    def _rename(self, value: str) -> str:
        if _DAY.fullmatch(value):
            return (date.fromisoformat(value) + self._later).isoformat()
        return _NAMED.sub(lambda found: self._called(found.group()), value)

    def _called(self, old: str) -> str:
        new = self._new.get(old)
        if new is None:
            head, _, rest = old.rpartition("-") if old.startswith("inc-") else old.partition("-")
            if head in ("m", "inc"):
                new = f"{head}-{hashlib.sha256(f'{self._number} {rest}'.encode()).hexdigest()[:12]}"
            elif _DAY.fullmatch(old):
                new = (date.fromisoformat(old) + self._later).isoformat()
            else:
                new = old
            self._new[old] = new
        return new

    def _counted(self, table: str, column: str, number: int) -> int:
        return number + self._number * self._small.last(table, column)

    def _derived(self, number: int) -> int:
        """The number of a derivation: the first, of all reports, is the same for all copies."""
        return number if number == 1 else number + self._number * (self._small.last("derivation", "number") - 1)

    def _decided(self, number: int) -> int:
        return self._counted("decision", "id", number)

    def _at(self, told: str) -> str:
        return (datetime.fromisoformat(told) - (self._of - self._number) * _BETWEEN).isoformat()

    def _archived(self, row: Row) -> Row:
        if not self._number:
            return row
        new = {self._called(old): raw for old, raw in self._raw.items()}
        raw = new[row["sha256"]]
        return row | {"size": len(raw), "zlib": zlib.compress(raw, 1)}

    def _report(self, row: Row) -> Row:
        return row | {"number": self._counted("report", "number", row["number"]), "text": row["text"] + self._mark()}

    def _source(self, row: Row) -> Row:
        said = {field: row[field] for field in FIELDS}
        new = source_id(row["report_id"], row["raw_sha256"], said)
        self._new[row["id"]] = new
        return row | {"id": new}

    def _incident(self, row: Row) -> Row:
        payload = _DECIDED.sub(lambda found: str(self._decided(int(found.group()))), row["payload"])
        self._version[row["id"]] = version_of(Incident.model_validate_json(payload))
        return row | {"payload": payload, "written": self._derived(row["written"])}

    def _decision(self, row: Row) -> Row:
        said = json.loads(row["payload"])
        said |= {"id": self._decided(row["id"]), "at": self._at(said["at"])}
        if said["undoes"] is not None:
            said["undoes"] = self._decided(said["undoes"])
        return row | {"id": said["id"], "payload": _written(said)}

    def _derivation(self, row: Row) -> Row:
        said = json.loads(row["payload"])
        if row["number"] == 1:
            said["reports"] *= self._of
        said |= {
            "number": self._derived(row["number"]),
            "at": self._at(said["at"]),
            "decisions": [self._decided(number) for number in said["decisions"]],
        }
        return row | {"number": said["number"], "at": self._at(row["at"]), "payload": _written(said)}

    def _change(self, row: Row) -> Row:
        said = json.loads(row["payload"])
        if "decisions" in said:
            said["decisions"] = [self._decided(number) for number in said["decisions"]]
        if said.get("version") is not None and row["subject_id"] in self._version:
            said["version"] = self._version[row["subject_id"]]
        return row | {"derivation": self._derived(row["derivation"]), "payload": _written(said)}

    def _sketch(self, row: Row) -> Row:
        passages = [[[key ^ self._salt for key in passage] for passage in half] for half in json.loads(row["passages"])]
        return row | {"number": self._counted("report", "number", row["number"]), "passages": _written(passages)}

    def _passage_key(self, row: Row) -> Row:
        return row | {
            "key": row["key"] ^ self._salt,
            "day": row["day"] + self._later.days,
            "number": self._counted("report", "number", row["number"]),
        }


def _written(said: object) -> str:
    return json.dumps(said, separators=(",", ":"))
