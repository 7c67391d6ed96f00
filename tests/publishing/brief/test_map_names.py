from __future__ import annotations

from tallystick.publishing.brief.basemap import Shape, countries, provinces
from tallystick.publishing.brief.map_names import names_of_country, names_of_province


def _shape(name: str) -> Shape:
    return next(shape for shape in countries() if shape.name == name)


def test_a_country_has_its_name_of_today() -> None:
    assert names_of_country(_shape("Macedonia"))["en"] == "North Macedonia"


def test_a_country_is_named_in_arabic() -> None:
    assert names_of_country(_shape("Iraq"))["ar"] == "العراق"


def test_a_base_is_no_country() -> None:
    assert names_of_country(_shape("Dhekelia")) == {}


def test_every_country_with_a_code_is_named_once() -> None:
    named = [names_of_country(shape)["en"] for shape in countries() if shape.country and names_of_country(shape)]
    assert len(named) == len(set(named)) == len({shape.country for shape in countries() if shape.country})


def test_a_province_is_named_in_arabic_as_commonly_written() -> None:
    names = {names_of_province(shape)["en"]: names_of_province(shape).get("ar") for shape in provinces("IQ")}
    assert names["Anbar"] == "الأنبار"
    assert names["Erbil"] == "أربيل"


def test_a_province_without_an_arabic_name_keeps_the_name_of_its_borders() -> None:
    shape = provinces("UA")[0]
    assert names_of_province(shape) == {"en": shape.name}
