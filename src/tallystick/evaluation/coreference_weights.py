"""The weights of comparisons, by a logistic model over the levels of labelled pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tallystick.resolution.events.comparisons import COMPARISONS

_PENALTY = 1.0
_STEPS = 30
Rows = NDArray[np.float64]


def fit_weights(
    levels: NDArray[np.int64], same: Rows, *, compared: Sequence[str]
) -> tuple[float, dict[str, dict[str, float]]]:
    """The prior, and the weight of each level of the comparisons named, by Newton's method with a penalty on squares.

    The levels lean on each other (the same word, the same sentence), so each is weighed beside the others: counted
    each for itself, as if they did not, they weigh what is told twice double.

    Args:
        levels: a row a pair, the number of its level in each of ``COMPARISONS``.
        same: 1.0 where the pair tells one event, else 0.0.
        compared: the comparisons to weigh; the others weigh nothing.

    """
    chosen = [n for n, comparison in enumerate(COMPARISONS) if comparison.name in compared]
    kinds, place = np.unique(levels[:, chosen], axis=0, return_inverse=True)
    place = place.ravel()
    cases = np.bincount(place).astype(np.float64)
    right = np.bincount(place, weights=same).astype(np.float64)
    sizes = [len(COMPARISONS[n].levels) for n in chosen]
    starts = np.cumsum([0, *sizes[:-1]])
    rows = np.zeros((len(kinds), sum(sizes) + 1))
    rows[np.arange(len(kinds))[:, None], kinds + starts] = 1.0
    rows[:, -1] = 1.0
    weights = _solve(rows, cases, right)
    return float(round(1 / (1 + np.exp(-weights[-1])), 6)), {
        COMPARISONS[n].name: {
            level.name: round(float(weights[start + place] / np.log(2)), 3)
            for place, level in enumerate(COMPARISONS[n].levels)
        }
        for n, start in zip(chosen, starts, strict=True)
    }


def _solve(rows: Rows, cases: Rows, right: Rows) -> Rows:
    """Weights of a logistic model, the intercept last, of rows that each stand for many cases."""
    ridge = np.diag([_PENALTY] * (rows.shape[1] - 1) + [1e-6])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - cases * likely) - ridge @ weights
        step = np.linalg.solve(rows.T @ (rows * (cases * likely * (1 - likely))[:, None]) + ridge, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights
