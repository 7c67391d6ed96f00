"""A linear reading of the kind of event, fitted to the kinds of a gold corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tallystick.resolution.events.kinds import features_of
from tallystick.resolution.events.model import KindHead
from tallystick.resolution.events.telling import EventTelling

_PENALTY = 1.0
Rows = NDArray[np.float64]


def fit_kinds(tellings: Sequence[EventTelling], kinds: Mapping[str, str]) -> KindHead | None:
    """A multinomial logistic model of the kinds, None where the corpus has none."""
    from scipy.optimize import minimize

    names = tuple(sorted(set(kinds.values()) - {""}))
    if not names:
        return None
    cues = tuple(sorted({cue for t in tellings for cue in t.cues}))
    rows = features_of(tellings, cues)
    wanted = np.array([[kinds[t.id] == name for name in names] for t in tellings], dtype=np.float64)
    shape = (len(names), rows.shape[1])

    def loss(flat: Rows) -> tuple[float, Rows]:
        weights = flat.reshape(shape)
        told = rows @ weights.T
        told -= told.max(axis=1, keepdims=True)
        logs = told - np.log(np.exp(told).sum(axis=1, keepdims=True))
        ridge = weights.copy()
        ridge[:, -1] = 0.0
        slope = (np.exp(logs) - wanted).T @ rows + _PENALTY * ridge
        return float(-(wanted * logs).sum() + _PENALTY * (ridge**2).sum() / 2), slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    weights = tuple(tuple(round(float(w), 4) for w in row) for row in found.x.reshape(shape))
    return KindHead(kinds=names, cues=cues, weights=weights)
