"""The packaged gazetteer file and how it is asked."""

from __future__ import annotations

import sqlite3
import threading
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import Any

from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision

DATABASE = Path(__file__).parent / "data" / "gazetteer" / "gazetteer.sqlite"

SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, precision TEXT NOT NULL, kind TEXT NOT NULL,
    country TEXT NOT NULL, admin1 TEXT, latitude INTEGER, longitude INTEGER, population INTEGER NOT NULL,
    capital INTEGER NOT NULL, radius_km INTEGER NOT NULL
);
CREATE TABLE name (key TEXT, place INTEGER, match INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE extent (country TEXT PRIMARY KEY, south REAL, west REAL, north REAL, east REAL);
CREATE TABLE source (package TEXT, version TEXT);
"""

_COLUMNS = "id, name, precision, kind, country, admin1, latitude, longitude, population, capital, radius_km"


class GazetteerStore:
    """Read-only look-ups in the packaged file. Opens in milliseconds; one connection a thread."""

    def __init__(self, path: Path = DATABASE) -> None:
        self._uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._local = threading.local()
        self.entry = lru_cache(maxsize=4096)(self._entry)
        self.entries_for = lru_cache(maxsize=65536)(self._entries_for)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = sqlite3.connect(self._uri, uri=True)
        return connection

    def _entries_for(self, key: str) -> tuple[Entry, ...]:
        rows = self._connection().execute(
            f"SELECT match, {_COLUMNS} FROM name JOIN place ON number = place WHERE key = ? "
            "ORDER BY match, population DESC, id LIMIT 60",
            (key,),
        )
        return tuple(_entry(row) for row in rows)

    def _entry(self, place_id: str) -> Entry | None:
        """The entry of an id; null if there is none. Places are numbered in the order of their ids, so that one is
        found by halving; an index would make the packaged file larger.
        """
        number = bisect_left(range(self._count()), place_id, key=self._id_of)
        row = self._connection().execute(f"SELECT 1, {_COLUMNS} FROM place WHERE number = ?", (number,)).fetchone()
        return _entry(row) if row and row[1] == place_id else None

    def _count(self) -> int:
        (last,) = self._connection().execute("SELECT max(number) FROM place").fetchone()
        return 0 if last is None else int(last) + 1

    def _id_of(self, number: int) -> str:
        (place_id,) = self._connection().execute("SELECT id FROM place WHERE number = ?", (number,)).fetchone()
        return str(place_id)

    def names_in(self, country: str) -> tuple[str, ...]:
        """The folded names of a country's places (ISO 3166-1 alpha-2), sorted."""
        rows = self._connection().execute(
            "SELECT DISTINCT key FROM name WHERE key NOT LIKE '~%' AND match <= ? "
            "AND place IN (SELECT number FROM place WHERE country = ?) ORDER BY key",
            (int(NameMatch.ALIAS), country),
        )
        return tuple(key for (key,) in rows)

    def extents(self) -> dict[str, tuple[float, float, float, float]]:
        """Country code → south, west, north and east of its towns, in degrees."""
        rows = self._connection().execute("SELECT country, south, west, north, east FROM extent")
        return {code: (south, west, north, east) for code, south, west, north, east in rows}

    def countries(self) -> tuple[Entry, ...]:
        """Every country."""
        rows = self._connection().execute(f"SELECT 1, {_COLUMNS} FROM place WHERE precision = 'country' ORDER BY id")
        return tuple(_entry(row) for row in rows)


def _entry(row: tuple[Any, ...]) -> Entry:
    match, id_, name, precision, kind, country, admin1, latitude, longitude, population, capital, radius_km = row
    place = Place(
        id=id_,
        name=name,
        admin1=admin1,
        country=country,
        latitude=None if latitude is None else latitude / 10_000,
        longitude=None if longitude is None else longitude / 10_000,
        precision=PlacePrecision(precision),
        radius_km=radius_km,
    )
    return Entry(place, NameMatch(match), kind, population, bool(capital))
