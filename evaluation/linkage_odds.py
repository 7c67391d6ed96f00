"""Two ways from labelled pairs to the parameters of the linkage: counts with a prior, and a logistic model."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.linkage_pairs import Pairs
from tallystick.evaluation import logistic
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage.model import Model, Odds

_UNSEEN = 0.5  # what Jeffreys adds to each count
_PRIOR_RIDGE = 0.01  # where all pairs begin is drawn to nothing much
_FIXED = frozenset({("report", "two reports")})  # nearly all pairs: where they begin says it already
_FIRM = 1e6
Floats = NDArray[np.float64]


def count_odds(pairs: Sequence[Pairs], *, strength: float, shares: Mapping[str, float]) -> Model:
    """Counts of each level among pairs of one incident (m) and of two (u), as Fellegi and Sunter (1969) ask for.

    The expert's weights are a Dirichlet prior worth ``strength`` pairs: without data, m is u times what the expert's
    weight says, scaled to sum to one. ``shares`` say how much the pairs of each source count; the pairs of two
    incidents count alike from source to source, since they only tell what is usual among candidates.
    """
    odds: dict[tuple[str, str], Odds] = {}
    for column, comparison in enumerate(COMPARISONS):
        names = [level.name for level in comparison.all_levels]
        m, u = _counts(pairs, column, len(names), shares)
        u = (u + _UNSEEN) / (u.sum() + _UNSEEN * len(names))
        expected = u * np.exp2([level.bits for level in comparison.all_levels])
        m = (m + strength * expected / expected.sum()) / (m.sum() + strength)
        odds |= {(comparison.feature, n): Odds(float(a), float(b)) for n, a, b in zip(names, m, u, strict=True)}
    return Model(version="counted", prior=prior_of(pairs, shares), odds=odds)


def _counts(pairs: Sequence[Pairs], column: int, size: int, shares: Mapping[str, float]) -> tuple[Floats, Floats]:
    """How often each level is met among pairs of one incident, and among those of two."""
    counted = np.zeros((2, size))
    for each in pairs:
        told = each.levels[:, column] >= 0
        for row, chosen in enumerate((told & each.same, told & ~each.same)):
            counted[row] += shares[each.source] * np.bincount(each.levels[chosen, column], each.weight[chosen], size)
    return counted[0], counted[1]


def prior_of(pairs: Sequence[Pairs], shares: Mapping[str, float]) -> float:
    """The share of candidate pairs that are of one incident, 0 to 1."""
    same = sum(shares[p.source] * float(p.weight[p.same].sum()) for p in pairs)
    return same / sum(shares[p.source] * float(p.weight.sum()) for p in pairs)


def fit_logistic(pairs: Sequence[Pairs], *, start: Model, strength: float, shares: Mapping[str, float]) -> Model:
    """The weights of a logistic model over the levels, drawn towards those of ``start`` by a ridge of ``strength``.

    Unlike counts, it allows for features that say the same twice. The model keeps the u of ``start``; its m no
    longer sum to one.
    """
    rows, wanted, counts = _design(pairs, shares)
    begin = np.array([*_bits(start), start.prior_bits]) * math.log(2)
    ridge = np.array([*(_FIRM if key in _FIXED else strength for key in _keys()), _PRIOR_RIDGE])
    weights = logistic.fit_logistic(rows, wanted * counts, counts, ridge=ridge, towards=begin)
    return _with_bits(start, weights / math.log(2))


def _design(pairs: Sequence[Pairs], shares: Mapping[str, float]) -> tuple[Floats, Floats, Floats]:
    """A column for each level of each comparison, and a last one of ones."""
    levels = np.concatenate([p.levels for p in pairs])
    columns = [
        levels[:, [c]] == np.arange(len(comparison.all_levels))[None, :] for c, comparison in enumerate(COMPARISONS)
    ]
    rows = np.concatenate([*columns, np.ones((len(levels), 1), dtype=bool)], axis=1).astype(np.float64)
    counts = np.concatenate([shares[p.source] * p.weight for p in pairs])
    return rows, np.concatenate([p.same for p in pairs]).astype(np.float64), counts


def _keys() -> list[tuple[str, str]]:
    return [(c.feature, level.name) for c in COMPARISONS for level in c.all_levels]


def _bits(model: Model) -> list[float]:
    return [model.bits_of(c, level) for c in COMPARISONS for level in c.all_levels]


def _with_bits(start: Model, bits: Floats) -> Model:
    odds = {k: _odds(start.odds[k].u, float(b)) for k, b in zip(_keys(), bits, strict=False)}
    return Model(version="logistic", prior=1 / (1 + 2.0 ** -float(bits[-1])), odds=odds)


def _odds(u: float, bits: float) -> Odds:
    """The same weight with both at most 1."""
    m = u * 2.0**bits
    return Odds(m / max(m, 1.0), u / max(m, 1.0))


def weigh(levels: NDArray[np.int8], model: Model) -> Floats:
    """The weight of each pair in bits, that of all pairs included."""
    total = np.full(len(levels), model.prior_bits)
    for column, comparison in enumerate(COMPARISONS):
        bits = np.array([*(model.bits_of(comparison, level) for level in comparison.all_levels), 0.0])
        total += bits[levels[:, column]]  # -1, nothing told, takes the last: no weight
    return total
