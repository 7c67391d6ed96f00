from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.knowledge.gazetteer import Gazetteer, load_gazetteer
from tallystick.knowledge.pack import open_pack
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tests.knowledge.making import make_pack


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def _first(gazetteer: Gazetteer, name: str, country: str | None = None) -> Place:
    return gazetteer.find(name, country=country)[0]


@pytest.mark.parametrize("name", ["Ain al-Asad", "Ayn al-Assad", "Ain Al Assad Air Base", "عين الأسد", "AIN AL-ASAD"])
def test_spellings_of_a_site_meet(gazetteer: Gazetteer, name: str) -> None:
    assert _first(gazetteer, name).id == "site:ain-al-asad"


@pytest.mark.parametrize("name", ["Hasaka", "Hasakah", "al-Hasakeh", "الحسكة"])
def test_spellings_of_a_town_meet(gazetteer: Gazetteer, name: str) -> None:
    assert (_first(gazetteer, name).name, _first(gazetteer, name).country) == ("Hasakah", "SY")


def test_a_site_comes_before_the_town_of_its_name(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Harir")
    assert [p.precision for p in found[:2]] == [PlacePrecision.SITE, PlacePrecision.TOWN]


def test_larger_towns_come_first(gazetteer: Gazetteer) -> None:
    assert [p.country for p in gazetteer.find("Paris")[:2]] == ["FR", "US"]


def test_a_town_comes_before_the_province_named_after_it(gazetteer: Gazetteer) -> None:
    assert _first(gazetteer, "Kherson").precision is PlacePrecision.TOWN


def test_country_keeps_only_its_places(gazetteer: Gazetteer) -> None:
    assert {p.country for p in gazetteer.find("Tripoli", country="LB")} == {"LB"}


def test_a_spanish_article_is_part_of_the_name(gazetteer: Gazetteer) -> None:
    assert all(p.country != "BR" for p in gazetteer.find("El Salvador"))


def test_unknown_names_find_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyville") == ()


@pytest.mark.parametrize(
    ("asked", "code"), [("SY", "SY"), ("Syria", "SY"), ("the U.K.", None), ("UAE", "AE"), ("Burma", "MM")]
)
def test_countries_by_code_or_name(gazetteer: Gazetteer, asked: str, code: str | None) -> None:
    place = gazetteer.country(asked)
    assert (place.country if place else None) == code


@pytest.mark.parametrize(
    ("country", "name", "common"),
    [
        ("IQ", "Al-Anbar", "Anbar"),
        ("SY", "Deir el-Zor", "Deir ez-Zor"),
        ("UA", "Odessa", "Odesa"),
        ("ML", "Tombouctou", "Timbuktu"),
    ],
)
def test_provinces_go_by_their_common_name(gazetteer: Gazetteer, country: str, name: str, common: str) -> None:
    province = gazetteer.admin1(country, name)
    assert province is not None
    assert province.name == common


def test_a_province_is_not_found_in_another_country(gazetteer: Gazetteer) -> None:
    assert gazetteer.admin1("SY", "Anbar") is None


def test_a_province_is_an_area_with_a_radius(gazetteer: Gazetteer) -> None:
    anbar = gazetteer.admin1("IQ", "Anbar")
    assert anbar is not None
    assert anbar.is_area
    assert anbar.radius_km > 50


@pytest.mark.parametrize(
    ("area", "inside"),
    [("iso:IQ", "site:ain-al-asad"), ("iso:IQ-AN", "site:ain-al-asad"), ("region:eastern-syria", "site:omar-oil-field"),
     ("region:gaza-strip", "site:al-shifa"), ("region:donbas", "site:azovstal"), ("region:middle-east", "iso:SY")],
)  # fmt: skip
def test_areas_contain_what_lies_in_them(gazetteer: Gazetteer, area: str, inside: str) -> None:
    whole, part = gazetteer.place(area), gazetteer.place(inside)
    assert whole is not None
    assert part is not None
    assert gazetteer.contains(whole, part)


@pytest.mark.parametrize(
    ("area", "outside"),
    [("iso:SY", "site:ain-al-asad"), ("iso:SY-HA", "site:omar-oil-field"), ("region:western-syria", "site:omar-oil-field"),
     ("region:gaza-strip", "site:jenin-camp"), ("site:omar-oil-field", "iso:SY")],
)  # fmt: skip
def test_areas_do_not_contain_what_lies_elsewhere(gazetteer: Gazetteer, area: str, outside: str) -> None:
    whole, other = gazetteer.place(area), gazetteer.place(outside)
    assert whole is not None
    assert other is not None
    assert not gazetteer.contains(whole, other)


def test_distance_is_the_great_circle(gazetteer: Gazetteer) -> None:
    london, paris = _first(gazetteer, "London"), _first(gazetteer, "Paris")
    assert gazetteer.distance_km(london, paris) == pytest.approx(344, rel=0.01)


def test_distance_needs_two_points(gazetteer: Gazetteer) -> None:
    nowhere = Place(id="x", name="Nowhere", precision=PlacePrecision.REGION)
    assert gazetteer.distance_km(nowhere, _first(gazetteer, "Kyiv")) is None


@pytest.mark.parametrize(
    "place_id", ["site:harir", "iso:UA", "region:southern-ukraine", "region:western-anbar-iq", "region:red-sea"]
)
def test_places_are_found_again_by_their_id(gazetteer: Gazetteer, place_id: str) -> None:
    place = gazetteer.place(place_id)
    assert place is not None
    assert place.id == place_id


def test_an_unknown_id_is_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.place("geonames:0") is None


def test_sites_of_a_further_pack_are_laid_over(tmp_path: Path) -> None:
    row = "- {id: 'site:camp-example', name: Camp Example, country: ML, latitude: 15, longitude: 1, kind: base, citation: none}"
    pack = open_pack(make_pack(tmp_path / "p", sites=row))
    assert load_gazetteer(pack).find("Camp Example")[0].id == "site:camp-example"
