from __future__ import annotations

from hypothesis import given

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.mapping import areas_of, beside_the_map, outline_of_countries, outline_of_provinces, points_of
from tests.web.catalogue.made import moment_of
from tests.web.glances import lists_of_glances


@given(lists_of_glances())
def test_each_incident_is_a_point_or_in_an_area_or_beside_the_map(glances: list[Glance]) -> None:
    found = Found(moment_of(glances), Filter())
    in_areas = sum(area["number"] for area in areas_of(found))
    beside = sum(each["number"] for each in beside_the_map(found))
    assert len(points_of(found)["id"]) + in_areas + beside == len(glances)


@given(lists_of_glances())
def test_only_sites_and_towns_are_points(glances: list[Glance]) -> None:
    drawn = set(points_of(Found(moment_of(glances), Filter()))["id"])
    assert drawn == {g.id for g in glances if g.place is not None and g.place.precision in ("site", "town")}


def test_every_ring_of_an_outline_is_closed() -> None:
    shapes = [*outline_of_countries()["features"], *outline_of_provinces("IQ")["features"]]
    rings = [ring for each in shapes for polygon in each["geometry"]["coordinates"] for ring in polygon]
    assert len(rings) > 1_000
    assert all(ring[0] == ring[-1] for ring in rings)
