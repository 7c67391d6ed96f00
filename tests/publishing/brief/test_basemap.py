from __future__ import annotations

import pytest

from tallystick.model.terms import PlacePrecision
from tallystick.publishing.brief.basemap import countries, country_shape, province_shape, provinces
from tests.publishing.example_reports import NINEVEH


@pytest.mark.parametrize(
    ("longitude", "latitude", "code"),
    [(44.37, 33.31, "IQ"), (36.29, 33.51, "SY"), (30.52, 50.45, "UA"), (2.35, 48.86, "FR"), (34.45, 31.5, "PS")],
)
def test_point_lies_in_its_country_and_no_other(longitude: float, latitude: float, code: str) -> None:
    assert [shape.country for shape in countries() if shape.holds(longitude, latitude)] == [code]


def test_open_sea_lies_in_no_country() -> None:
    assert not any(shape.holds(-30.0, 40.0) for shape in countries())


def test_crimea_stands_with_ukraine() -> None:
    assert [shape.country for shape in countries() if shape.holds(34.1, 45.2)] == ["UA"]


def test_province_is_found_by_its_middle() -> None:
    shape = province_shape(NINEVEH)
    assert shape is not None
    assert shape.holds(43.1, 36.3)


def test_province_of_another_size_is_not_taken() -> None:
    assert province_shape(NINEVEH.model_copy(update={"radius_km": 1000.0})) is None


def test_size_of_a_shape_is_about_that_of_the_country() -> None:
    iraq = country_shape("IQ")
    assert iraq is not None
    assert 360 < iraq.radius_km < 390


def test_unknown_country_has_neither_shape_nor_provinces() -> None:
    assert country_shape("XX") is None
    assert country_shape(None) is None
    assert provinces("XX") == ()


def test_province_precision_is_an_area() -> None:
    assert NINEVEH.precision is PlacePrecision.PROVINCE
    assert NINEVEH.is_area
