"""A logistic model with a penalty on squares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit_logistic(rows: Floats, right: Floats, cases: Floats, *, ridge: Floats, towards: Floats | None = None) -> Floats:
    """The weights of the columns by which a row's log odds (natural) are told best; needs scipy.

    Args:
        rows: what is known of each row; a last column of ones makes the intercept.
        right: in how many of its cases each row is right; need not be whole.
        cases: how many cases each row stands for.
        ridge: how strongly each weight is drawn, as half of it times the square of the distance, in nats.
        towards: where each weight is drawn to, 0 unless given.

    """
    from scipy.optimize import minimize

    begin = np.zeros(rows.shape[1]) if towards is None else towards

    def loss(weights: Floats) -> float:
        said = rows @ weights
        return float(cases @ np.logaddexp(0, said) - right @ said + 0.5 * ridge @ (weights - begin) ** 2)

    def slope(weights: Floats) -> Floats:
        gained: Floats = rows.T @ (cases * _sigmoid(rows @ weights) - right) + ridge * (weights - begin)
        return gained

    def curve(weights: Floats) -> Floats:
        likely = _sigmoid(rows @ weights)
        bent: Floats = rows.T @ (rows * (cases * likely * (1 - likely))[:, None]) + np.diag(ridge)
        return bent

    found = minimize(loss, begin, jac=slope, hess=curve, method="trust-exact", options={"gtol": 1e-6})
    return np.asarray(found.x, dtype=np.float64)


def _sigmoid(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)
