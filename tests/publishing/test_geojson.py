from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.place import Place
from tallystick.model.record import Record
from tallystick.model.terms import PlacePrecision
from tallystick.publishing.geojson import EARTH_RADIUS_KM, Ring, circle, place_geometry, write_geojson

radii = st.floats(min_value=1, max_value=500)
latitudes = st.floats(min_value=-80, max_value=80)
longitudes = st.floats(min_value=-180, max_value=180)


@pytest.fixture
def features(record: Record, tmp_path: Path) -> dict[str, dict[str, Any]]:
    write_geojson(record, tmp_path / "incidents.geojson")
    collection = json.loads((tmp_path / "incidents.geojson").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def place(precision: PlacePrecision, **fields: Any) -> Place:
    return Place(id="x", name="X", precision=precision, **{"latitude": 35.0, "longitude": 40.0, **fields})


def test_site_is_a_point_of_longitude_and_latitude(features: dict[str, dict[str, Any]]) -> None:
    assert features["i-01"]["geometry"] == {"type": "Point", "coordinates": [42.4412, 33.7856]}


def test_region_is_an_area_and_says_so(features: dict[str, dict[str, Any]]) -> None:
    feature = features["i-03"]
    assert feature["geometry"]["type"] == "Polygon"
    assert (feature["properties"]["place_precision"], feature["properties"]["radius_km"]) == ("region", 120.0)


def test_rejected_incidents_are_left_out(features: dict[str, dict[str, Any]]) -> None:
    assert "i-10" not in features


def test_country_has_no_geometry() -> None:
    assert place_geometry(place(PlacePrecision.COUNTRY, radius_km=400)) is None


def test_place_without_a_point_has_no_geometry() -> None:
    assert place_geometry(place(PlacePrecision.TOWN, latitude=None, longitude=None)) is None


def test_area_without_a_radius_has_no_geometry() -> None:
    assert place_geometry(place(PlacePrecision.PROVINCE)) is None


def test_area_across_the_antimeridian_is_cut_in_two() -> None:
    geometry = place_geometry(place(PlacePrecision.REGION, longitude=179.9, radius_km=100))
    assert geometry is not None
    assert (geometry["type"], len(geometry["coordinates"])) == ("MultiPolygon", 2)


@given(latitudes, longitudes, radii)
def test_circle_is_closed_and_counter_clockwise(latitude: float, longitude: float, radius: float) -> None:
    for ring in circle(latitude, longitude, radius):
        assert ring[0] == ring[-1]
        assert signed_area(ring) >= 0


@given(latitudes, st.floats(min_value=-150, max_value=150), radii)
def test_circle_keeps_its_distance(latitude: float, longitude: float, radius: float) -> None:
    (ring,) = circle(latitude, longitude, radius)
    for corner in ring:
        assert distance(latitude, longitude, corner[1], corner[0]) == pytest.approx(radius, abs=0.01)


@given(latitudes, longitudes, radii)
def test_circle_stays_on_the_map(latitude: float, longitude: float, radius: float) -> None:
    for ring in circle(latitude, longitude, radius):
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def signed_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    up1, up2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((up2 - up1) / 2) ** 2
    half += math.cos(up1) * math.cos(up2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))
