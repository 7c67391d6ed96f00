from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.knowledge.gazetteer_compass import DIRECTIONS, compass_region, lies_towards, read_direction
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision

_EXTENT = (32.0, 36.0, 37.0, 42.0)
_WHOLE = Place(id="iso:SY", name="Syria", country="SY", precision=PlacePrecision.COUNTRY)


@pytest.mark.parametrize(
    ("words", "direction"),
    [("eastern", "eastern"), ("east", "eastern"), ("north-east", "northeastern"), ("far north", "northern"),
     ("south western", "southwestern"), ("central", "central"), ("Northeast", "northeastern"), ("beast", None), ("", None)],
)  # fmt: skip
def test_words_give_a_direction(words: str, direction: str | None) -> None:
    assert read_direction(words) == direction


def test_the_east_lies_east_of_the_middle() -> None:
    east = compass_region("eastern", _WHOLE, _EXTENT)
    assert (east.name, east.country, east.precision) == ("eastern Syria", "SY", PlacePrecision.REGION)
    assert east.longitude is not None
    assert east.longitude > 39
    assert east.radius_km > 100


@given(st.sampled_from(sorted(DIRECTIONS)))
def test_the_middle_of_a_part_lies_in_that_part(direction: str) -> None:
    part = compass_region(direction, _WHOLE, _EXTENT)
    assert part.latitude is not None
    assert part.longitude is not None
    assert lies_towards(direction, _EXTENT, part.latitude, part.longitude)


def test_a_point_in_the_west_is_not_in_the_east() -> None:
    assert not lies_towards("eastern", _EXTENT, 34.5, 36.5)
