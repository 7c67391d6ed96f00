from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.publishing.brief.projection import clip, fit_frame, groups_within

coordinates = st.floats(min_value=-200, max_value=200)
rings = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=12)
boxes = st.tuples(
    st.floats(min_value=-170, max_value=100), st.floats(min_value=-70, max_value=40),
    st.floats(min_value=0, max_value=60), st.floats(min_value=0, max_value=30),
)  # fmt: skip


@given(rings)
def test_clipped_ring_stays_inside(ring: list[tuple[float, float]]) -> None:
    for x, y in clip(ring, 0, 0, 100, 50):
        assert -1e-6 <= x <= 100 + 1e-6
        assert -1e-6 <= y <= 50 + 1e-6


def test_ring_inside_is_left_as_it_is() -> None:
    ring = [(1.0, 1.0), (5.0, 1.0), (5.0, 5.0)]
    assert clip(ring, 0, 0, 10, 10) == ring


@given(boxes)
def test_box_falls_within_its_frame(box: tuple[float, float, float, float]) -> None:
    west, south, wide, high = box
    frame = fit_frame((west, south, west + wide, south + high), 800)
    for longitude in (west, west + wide):
        for latitude in (south, south + high):
            x, y = frame.to_page(longitude, latitude)
            assert -1e-6 <= x <= frame.width + 1e-6
            assert -1 <= y <= frame.height + 1


def test_frame_is_true_to_scale() -> None:
    frame = fit_frame((40.0, 30.0, 46.0, 36.0), 800)
    (_, top), (_, bottom) = frame.to_page(42.0, 34.0), frame.to_page(42.0, 33.0)
    assert bottom - top == pytest.approx(frame.km(111.195))


def test_point_alone_gets_room_around_it() -> None:
    assert fit_frame((40.0, 30.0, 40.0, 30.0), 800).span_km >= 160


def test_places_far_apart_are_different_groups() -> None:
    assert groups_within([(44.4, 33.3), (30.5, 50.4), (43.1, 36.3)], 700) == [[0, 2], [1]]


def test_neighbours_across_the_antimeridian_are_one_group() -> None:
    assert groups_within([(179.9, 0.0), (-179.9, 0.0)], 100) == [[0, 1]]
