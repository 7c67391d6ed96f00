from __future__ import annotations

import numpy as np
import pytest

from tallystick.evaluation.logistic import fit_logistic

ONE = np.array([[1.0]])


def test_without_a_penalty_the_probability_is_the_share_that_is_right() -> None:
    (odds,) = fit_logistic(ONE, np.array([3.0]), np.array([4.0]), ridge=np.array([0.0]))
    assert 1 / (1 + np.exp(-odds)) == pytest.approx(0.75, abs=1e-5)


def test_a_strong_penalty_keeps_a_weight_where_it_is_drawn_to() -> None:
    drawn = fit_logistic(ONE, np.array([3.0]), np.array([4.0]), ridge=np.array([1e6]), towards=np.array([-2.0]))
    assert drawn[0] == pytest.approx(-2.0, abs=1e-3)


def test_at_the_weights_found_the_loss_has_no_slope() -> None:
    rows = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0], [1.0, 1.0, 1.0], [0.0, 0.0, 1.0]])
    right, cases, ridge = np.array([5.0, 1.0, 7.0, 1.0]), np.array([6.0, 8.0, 7.0, 20.0]), np.array([0.5, 0.5, 1e-6])
    weights = fit_logistic(rows, right, cases, ridge=ridge)
    slope = rows.T @ (cases / (1 + np.exp(-rows @ weights)) - right) + ridge * weights
    assert np.abs(slope).max() < 1e-5
