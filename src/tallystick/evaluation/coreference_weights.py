"""The weights of comparisons, by a logistic model over the levels of labelled pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tallystick.evaluation.logistic import fit_logistic
from tallystick.resolution.events.comparisons import COMPARISONS

_PENALTY = 1.0
_FREE = 1e-6  # the intercept is drawn nowhere
Rows = NDArray[np.float64]


def fit_weights(
    levels: NDArray[np.int64], same: Rows, *, compared: Sequence[str]
) -> tuple[float, dict[str, dict[str, float]]]:
    """The prior, and the weight of each level of the comparisons named, by a logistic model with a penalty on squares.

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
    ridge = np.array([*[_PENALTY] * (rows.shape[1] - 1), _FREE])
    weights = fit_logistic(rows, right, cases, ridge=ridge)
    return float(round(1 / (1 + np.exp(-weights[-1])), 6)), {
        COMPARISONS[n].name: {
            level.name: round(float(weights[start + place] / np.log(2)), 3)
            for place, level in enumerate(COMPARISONS[n].levels)
        }
        for n, start in zip(chosen, starts, strict=True)
    }
