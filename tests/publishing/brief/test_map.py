from __future__ import annotations

import re

from tallystick.model.incident import Incident
from tallystick.model.place import Place
from tallystick.model.record import Record
from tallystick.model.terms import EventKind, PlacePrecision, Status
from tallystick.publishing.brief import render_brief
from tallystick.publishing.brief.map import MOST_MAPS, draw_maps, find_spots
from tests.publishing.brief.page_parser import Page
from tests.publishing.example import INCIDENTS
from tests.publishing.example_reports import ASAD, EASTERN_SYRIA, NINEVEH

IRAQ = Place(
    id="iso:IQ", name="Iraq", country="IQ", latitude=33.0, longitude=43.7, precision=PlacePrecision.COUNTRY,
    radius_km=373,
)  # fmt: skip
KYIV = Place(
    id="geonames:703448", name="Kyiv", country="UA", latitude=50.45, longitude=30.52, precision=PlacePrecision.TOWN,
)  # fmt: skip


def at(place: Place | None, status: Status = Status.REPORTED, key: str = "i") -> Incident:
    return Incident(id=key, kind=EventKind.RAID, place=place, status=status)


def marks(svg: str) -> int:
    return len(re.findall(r'class="(?:mark|ring) ', svg))


def test_area_is_hatched_and_has_no_mark() -> None:
    for place in (EASTERN_SYRIA, NINEVEH, IRAQ):
        (svg,) = draw_maps([at(place)], width=800, key="m")
        assert 'class="area reported"' in svg
        assert marks(svg) == 0


def test_site_is_a_mark_and_no_area() -> None:
    (svg,) = draw_maps([at(ASAD)], width=800, key="m")
    assert marks(svg) == 1
    assert 'class="area' not in svg


def test_province_is_its_outline_and_region_a_circle_within_its_country() -> None:
    (province,) = draw_maps([at(NINEVEH)], width=800, key="m")
    (region,) = draw_maps([at(EASTERN_SYRIA)], width=800, key="m")
    assert "<clipPath" not in province
    assert re.search(r"<clipPath.*<circle", region)


def test_several_incidents_are_one_ring_divided_by_status() -> None:
    (svg,) = draw_maps([at(ASAD, Status.CONFIRMED, "a"), at(ASAD, Status.CLAIMED_ONLY, "b")], width=800, key="m")
    assert 'class="ring confirmed"' in svg
    assert 'class="ring claimed"' in svg
    assert ">2</text>" in svg


def test_theatres_far_apart_are_different_maps() -> None:
    maps = draw_maps([at(ASAD, key="a"), at(ASAD, key="b"), at(KYIV, key="c")], width=800, key="m")
    assert ["Ain al-Asad Air Base" in svg for svg in maps] == [True, False]
    assert "Kyiv" in maps[1]


def test_places_of_the_example_are_named() -> None:
    (svg,) = draw_maps([i for i in INCIDENTS if not i.background], width=950, key="m")
    for name in ("Ain al-Asad Air Base", "Al-Shaddadi base", "Erbil", "Nineveh", "eastern Syria"):
        assert f">{name}</text>" in svg


def test_incident_without_a_point_is_no_spot() -> None:
    assert find_spots([at(None), at(ASAD.model_copy(update={"latitude": None, "longitude": None}))]) == []
    assert draw_maps([at(None)], width=800, key="m") == []


def test_incident_in_a_theatre_too_many_is_named_below_the_map() -> None:
    far = [
        Place(id=f"p{n}", name=f"Town {n}", latitude=0.0, longitude=n * 40.0, precision=PlacePrecision.TOWN)
        for n in range(MOST_MAPS + 1)
    ]
    page = Page(render_brief(Record(incidents=tuple(at(p, key=p.id) for p in far)), title="x"))
    assert f"too far off: {MOST_MAPS + 1} Raid in Town {MOST_MAPS}." in page.text
