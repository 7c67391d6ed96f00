from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.knowledge.gazetteer_row import Row
from tallystick.knowledge.gazetteer_store import GazetteerStore
from tallystick.knowledge.gazetteer_writing import write_gazetteer
from tallystick.model.terms import PlacePrecision


@pytest.fixture
def rows() -> list[Row]:
    town = Row(
        id="geonames:1", name="Al-Qusayr", precision=PlacePrecision.TOWN, kind="town", country="SY", admin1="Homs",
        point=(34.51, 36.58), population=40_000,
    )  # fmt: skip
    town.call(["Al-Qusayr"], NameMatch.NAME)
    land = Row(
        id="iso:SY",
        name="Syria",
        precision=PlacePrecision.COUNTRY,
        kind="country",
        country="SY",
        extent=(32.0, 36.0, 37.0, 42.0),
    )
    land.call(["Syria"], NameMatch.NAME)
    return [town, land]


def test_rows_are_found_by_name_article_and_sound(rows: list[Row], tmp_path: Path) -> None:
    write_gazetteer(rows, tmp_path / "g.sqlite")
    store = GazetteerStore(tmp_path / "g.sqlite")
    matches = [store.entries_for(key)[0].match for key in ("al qusayr", "qusayr", "~kusair")]
    assert matches == [NameMatch.NAME, NameMatch.ARTICLE, NameMatch.SOUND]


def test_points_and_extents_come_back(rows: list[Row], tmp_path: Path) -> None:
    write_gazetteer(rows, tmp_path / "g.sqlite")
    store = GazetteerStore(tmp_path / "g.sqlite")
    entry = store.entry("geonames:1")
    assert entry is not None
    assert (entry.place.latitude, entry.place.longitude) == (34.51, 36.58)
    assert store.extents() == {"SY": (32.0, 36.0, 37.0, 42.0)}


def test_the_same_rows_in_any_order_give_the_same_bytes(rows: list[Row], tmp_path: Path) -> None:
    write_gazetteer(rows, tmp_path / "a.sqlite")
    write_gazetteer(rows[::-1], tmp_path / "b.sqlite")
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_places_are_found_by_their_ids_and_no_others(rows: list[Row], tmp_path: Path) -> None:
    write_gazetteer(rows, tmp_path / "g.sqlite")
    store = GazetteerStore(tmp_path / "g.sqlite")
    found = {i: store.entry(i) for i in ("a", "geonames:1", "geonames:2", "iso:SY", "z")}
    assert [i for i, entry in found.items() if entry is not None and entry.place.id == i] == ["geonames:1", "iso:SY"]
    assert [i for i, entry in found.items() if entry is None] == ["a", "geonames:2", "z"]
