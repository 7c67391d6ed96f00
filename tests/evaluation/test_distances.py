from __future__ import annotations

import math

import pytest

from tallystick.evaluation.distances import FARTHEST_KM, accuracy_at, distance_km, error_area


def test_a_degree_of_latitude_is_111_km() -> None:
    assert distance_km((10, 20), (11, 20)) == pytest.approx(111.19, abs=0.01)


def test_a_degree_of_longitude_at_60_north_is_half_as_long() -> None:
    assert distance_km((60, 0), (60, 1)) == pytest.approx(55.6, abs=0.1)


def test_the_poles_are_half_a_circle_apart() -> None:
    assert distance_km((90, 0), (-90, 0)) == pytest.approx(math.pi * 6371)


def test_accuracy_counts_errors_within_161_km() -> None:
    assert accuracy_at([0, 161, 162, 5000]) == 0.5


def test_without_errors_accuracy_is_0() -> None:
    assert accuracy_at([]) == 0


def test_no_error_at_all_leaves_no_area() -> None:
    assert error_area([0, 0, 0]) == 0


def test_the_worst_errors_fill_the_area() -> None:
    assert error_area([FARTHEST_KM, FARTHEST_KM]) == pytest.approx(1)


def test_the_area_is_that_under_the_sorted_log_errors() -> None:
    # ln 1 = 0, ln 101 = 4.615, worst ln 20,040 = 9.905: trapezes of 0 to 0 and of 0 to 4.615, over two steps.
    assert error_area([100, 0, 0]) == pytest.approx((4.61512 / 2) / (9.90549 * 2), abs=1e-4)
