from __future__ import annotations

import pytest

from tallystick.evaluation.calibration import Bin, brier_score, calibration_error, reliability


def test_cases_are_binned_by_what_was_said_of_them() -> None:
    table = reliability([0.125, 0.375, 1.0, 0.75], [False, True, True, True], bins=2)
    assert table == (
        Bin(low=0.0, high=0.5, cases=2, said=0.25, true=0.5),
        Bin(low=0.5, high=1.0, cases=2, said=0.875, true=1.0),
    )


def test_certainty_falls_into_the_last_bin() -> None:
    (last,) = reliability([1.0], [True])
    assert (last.low, last.high) == (0.9, 1.0)


def test_the_edge_of_a_bin_belongs_to_the_next() -> None:
    (only,) = reliability([0.5], [True], bins=2)
    assert only.low == 0.5


def test_the_error_is_the_distance_weighted_by_cases() -> None:
    table = (Bin(0.0, 0.5, 3, 0.2, 0.0), Bin(0.5, 1.0, 1, 0.6, 1.0))
    assert calibration_error(table) == pytest.approx((3 * 0.2 + 1 * 0.4) / 4)


def test_no_cases_make_no_error() -> None:
    assert calibration_error(reliability([], [])) == 0.0
    assert brier_score([], []) == 0.0


def test_the_brier_score_is_the_mean_squared_distance() -> None:
    assert brier_score([1.0, 0.5], [False, True]) == pytest.approx((1 + 0.25) / 2)


def test_probabilities_without_truths_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        reliability([0.1], [])
