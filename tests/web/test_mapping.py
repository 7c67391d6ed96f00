from __future__ import annotations

import gzip
from collections import Counter

import orjson
from hypothesis import given

from tallystick.ledger.glances import Glance, GlancedPlace
from tallystick.publishing.brief.basemap import Point, Ring, Shape, country_shape, provinces
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import CERTAINTY
from tallystick.web.filters import Filter
from tallystick.web.mapping import beside_the_map, outline_of_countries, outline_of_provinces, places_of, table_of
from tests.web.catalogue.made import moment_of
from tests.web.glances import lists_of_glances


@given(lists_of_glances())
def test_each_incident_is_of_a_point_or_in_an_area_or_beside_the_map(glances: list[Glance]) -> None:
    found = Found(moment_of(glances), Filter())
    drawn = sum(sum(places["number"]) for places in places_of(found).values())
    beside = sum(each.number for each in beside_the_map(found))
    assert drawn + beside == len(glances)


@given(lists_of_glances())
def test_a_point_is_a_site_or_a_town_with_the_days_of_all_its_incidents(glances: list[Glance]) -> None:
    points = places_of(Found(moment_of(glances), Filter()))["points"]
    told: dict[str, list[tuple[int, int]]] = {}
    for glance in glances:
        if glance.place is not None and glance.place.precision in ("site", "town"):
            first, last = glance.start or glance.end, glance.end or glance.start
            days = (first.toordinal() if first else -1, last.toordinal() if last else -1)
            told.setdefault(glance.place.id, []).append(days)
    drawn = iter(zip(points["first_day"], points["last_day"], strict=True))
    assert {
        place: [next(drawn) for _ in range(number)]
        for place, number in zip(points["place"], points["number"], strict=True)
    } == told


@given(lists_of_glances())
def test_the_table_holds_each_incident_of_the_map_by_how_certain_it_is(glances: list[Glance]) -> None:
    table = table_of(Found(moment_of(glances), Filter()))
    told = Counter((g.place.id, g.status) for g in glances if g.place and g.place.precision in ("site", "town"))
    assert told == {
        (row.place, list(CERTAINTY)[rank]): number for row in table for rank, number in row.by_certainty.items()
    }
    assert [row.number for row in table] == sorted((row.number for row in table), reverse=True)


def test_what_is_alone_at_its_place_is_named() -> None:
    place = GlancedPlace(id="town:a", name="A", latitude=1, longitude=2, precision="town")
    one = Glance(
        id="inc-1", kind="shooting", date_precision="day", place=place, outcome="unknown", status="reported",
        review_state="machine",
    )  # fmt: skip
    assert places_of(Found(moment_of([one]), Filter()))["points"]["incident"] == ["inc-1"]
    two = [one, one._replace(id="inc-2")]
    assert places_of(Found(moment_of(two), Filter()))["points"]["incident"] == [None]


def test_every_ring_of_an_outline_is_closed() -> None:
    packed = (outline_of_countries(), outline_of_countries(apart=0.12), outline_of_provinces("IQ"))
    shapes = [each["geometry"] for one in packed for each in orjson.loads(gzip.decompress(one))["features"]]
    polygons = [polygon for shape in shapes if shape["type"] == "MultiPolygon" for polygon in shape["coordinates"]]
    rings = [ring for polygon in polygons for ring in polygon]
    assert len(rings) > 1_000
    assert all(ring[0] == ring[-1] for ring in rings)


def test_from_afar_neighbours_share_their_border_still() -> None:
    iraq, syria = _shape("IQ"), _shape("SY")
    of_both = _corners(iraq.thinned(0.12)) & _corners(syria.thinned(0.15))
    assert len(of_both) > 10
    assert of_both < _corners(iraq.polygons) & _corners(syria.polygons)


def test_a_province_is_drawn_with_its_own_borders() -> None:
    anbar = GlancedPlace(
        id="iso:IQ-AN",
        name="Anbar",
        country="IQ",
        latitude=33.7597,
        longitude=42.0359,
        radius_km=180,
        precision="province",
    )
    ((country, number),) = places_of(Found(moment_of([_glance(anbar)]), Filter()))["areas"]["outline"]
    assert provinces(country)[number].name == "Al-Anbar"


def test_an_area_without_known_borders_has_none() -> None:
    place = GlancedPlace(
        id="geonames:1", name="X", country="IQ", latitude=33, longitude=42, radius_km=20, precision="district"
    )
    assert places_of(Found(moment_of([_glance(place)]), Filter()))["areas"]["outline"] == [None]


def _glance(place: GlancedPlace) -> Glance:
    return Glance(
        id="inc-1", kind="shooting", date_precision="day", place=place, outcome="unknown", status="reported",
        review_state="machine",
    )  # fmt: skip


def _shape(country: str) -> Shape:
    shape = country_shape(country)
    assert shape
    return shape


def _corners(polygons: tuple[tuple[Ring, ...], ...]) -> set[Point]:
    return {corner for polygon in polygons for ring in polygon for corner in ring}
