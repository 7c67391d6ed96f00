"""Log-linear models of three or more lists: who tells what, with the lists that depend on each other in pairs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from tallystick.analysis.capture.table import Table

Floats = NDArray[np.float64]

UNEVEN = ("darroch", "poisson")
"""The two forms of incidents harder to hear of than others, by Rivest and Baillargeon's (2007) names."""
_WINDOW = 2 * math.log(20)
"""Models less than a twentieth as likely as the best are left out: Occam's window (Madigan and Raftery 1994)."""
REACH = 60
"""The most that is thought of as untold, in multiples of what was seen: whatever comes near it has no upper end."""
_FINE, _STEPS = 12, 70
_ROUNDS, _CLOSE, _FAR = 60, 1e-7, 30.0
_RIDGE = 1e-9


@dataclass(frozen=True)
class Averaged:
    """The whole by all models, weighted: its median and 90 % interval. ``best`` names the terms of the model of the
    lowest AIC beside the lists themselves, ``weight`` is its share; ``ends`` is false where there is no upper end.
    """

    total: float
    low: float
    high: float
    best: tuple[str, ...]
    weight: float
    ends: bool


def average_models(table: Table) -> Averaged:
    """Estimates the whole by every model with some pairs of lists dependent (Fienberg 1972; Bishop, Fienberg and
    Holland 1975), and by two with dependence of all alike, as incidents harder to hear of than others bring it about
    (Darroch and others 1993; Rivest and Baillargeon 2007).

    Each model gives a profile likelihood over the size of the whole (Cormack 1992), weighted by 1/N (Castledine 1981);
    the models are averaged by their Akaike weights (Buckland, Burnham and Augustin 1997). Taking the best model alone
    gives intervals that cover far too seldom: docs/decisions/unreported.md. Meant for three or four lists.
    """
    seen = table.seen
    unseen = sizes(seen)
    terms = list(models_of(table.lists))
    fits = [profile(table, t, unseen) for t in terms]
    aic = np.array([2 * (1 + table.lists + len(t)) - 2 * fit.max() for t, fit in zip(terms, fits, strict=True)])
    weights = np.where(aic - aic.min() <= _WINDOW, np.exp((aic.min() - aic) / 2), 0.0)
    weights /= weights.sum()
    width = np.gradient(unseen)
    each = np.array([np.exp(fit - fit.max()) * width / (seen + unseen) for fit in fits])
    density = weights @ (each / each.sum(axis=1, keepdims=True))
    low, middle, high = np.interp((0.05, 0.5, 0.95), np.cumsum(density) - density / 2, unseen)
    best = int(aic.argmin())
    return Averaged(
        total=seen + float(middle),
        low=seen + float(low),
        high=seen + float(high),
        best=terms[best],
        weight=float(weights[best]),
        ends=bool(high < 0.5 * unseen[-1]),
    )


def models_of(lists: int) -> Iterator[tuple[str, ...]]:
    """The terms of each model of so many lists: pairs of lists as "0 1", or one form of ``UNEVEN``."""
    pairs = [f"{i} {j}" for i, j in combinations(range(lists), 2)]
    for many in range(len(pairs) + 1):
        yield from combinations(pairs, many)
    yield from ((form,) for form in UNEVEN)


def _design(cells: Floats, terms: tuple[str, ...]) -> Floats:
    """A column of ones, one for each list and one for each term."""
    told = cells.sum(axis=1)
    columns = [np.ones(len(cells)), *cells.T]
    for term in terms:
        if term == "darroch":
            columns.append(told * (told - 1) / 2)
        elif term == "poisson":
            columns.append(2**told - 1 - told)
        else:
            first, second = (int(n) for n in term.split())
            columns.append(cells[:, first] * cells[:, second])
    return np.column_stack(columns)


def _counts(table: Table, cells: Floats) -> Floats:
    patterns = [frozenset(np.flatnonzero(cell).tolist()) for cell in cells]
    return np.array([table.counts.get(p, 0) for p in patterns], dtype=np.float64)


def sizes(seen: int) -> Floats:
    """How many may be untold where so many were seen: every number at first, then ever wider apart."""
    wide = np.geomspace(_FINE, REACH * seen + 50, _STEPS)
    return np.unique(np.round(np.concatenate([np.arange(_FINE), wide]))).astype(np.float64)


def profile(table: Table, terms: tuple[str, ...], unseen: Floats) -> Floats:
    """The log likelihood of each number of incidents untold, up to a constant: multinomial, at the best fit for it."""
    cells = np.array(list(product((0, 1), repeat=table.lists)), dtype=np.float64)
    counts = np.repeat(_counts(table, cells)[None, :], len(unseen), axis=0)
    counts[:, 0] = unseen
    fitted = _fit(_design(cells, terms), counts)
    whole = counts.sum(axis=1)
    shares = np.log(np.maximum(fitted, 1e-300) / whole[:, None])
    ways = np.array([math.lgamma(n + 1) - math.lgamma(c + 1) for n, c in zip(whole, unseen, strict=True)])
    return np.asarray(ways + np.where(counts > 0, counts * shares, 0.0).sum(axis=1), dtype=np.float64)


def _fit(design: Floats, counts: Floats) -> Floats:
    """The Poisson fit of each row of counts, by iteratively reweighted least squares (McCullagh and Nelder 1989)."""
    fitted = counts + 0.5
    logs = np.log(fitted)
    ridge = _RIDGE * np.eye(design.shape[1])
    for _ in range(_ROUNDS):
        working = fitted * logs + counts - fitted
        weights = np.einsum("gc,ci,cj->gij", fitted, design, design) + ridge
        found = np.linalg.solve(weights, (working @ design)[..., None])[..., 0]
        logs = np.clip(found @ design.T, -_FAR, _FAR)
        after = np.exp(logs)
        settled = bool(np.max(np.abs(after - fitted) / (fitted + 1e-3)) < _CLOSE)
        fitted = after
        if settled:
            break
    return fitted
