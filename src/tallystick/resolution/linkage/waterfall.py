"""How pairs came to their weights, feature by feature."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np

from tallystick.model.incident import Step
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage.levels import UNTOLD, levels_of
from tallystick.resolution.linkage.links import Links

Pair = tuple[int, int]


def steps_of(pairs: Collection[Pair], links: Links) -> dict[Pair, tuple[Step, ...]]:
    """For each pair, the smaller number first, the steps to its weight; where all pairs begin comes first.

    The levels are found by the very conditions that Splink scored the pairs by. A feature of which one of the two tells
    nothing has no step.
    """
    wanted = sorted(pairs)
    if not wanted:
        return {}
    left, right = np.asarray(wanted, dtype=np.int32).T
    rows = levels_of(left, right, links.table).tolist()
    steps = _Steps(links)
    return {pair: steps.of(pair, row) for pair, row in zip(wanted, rows, strict=True)}


class _Steps:
    """The steps of a pair from the levels that it came to. Equal steps are one object: there are many."""

    def __init__(self, links: Links) -> None:
        model = links.model
        self._links = links
        self._prior = _step("prior", "prior", round(model.prior_bits, 2), "where all pairs begin")
        self._levels = [
            [(level.name, round(model.bits_of(comparison, level), 2)) for level in comparison.all_levels]
            for comparison in COMPARISONS
        ]

    def of(self, pair: Pair, row: Sequence[int]) -> tuple[Step, ...]:
        one, other = (self._links.tellings[n] for n in pair)
        steps = [self._prior]
        for comparison, levels, number in zip(COMPARISONS, self._levels, row, strict=True):
            if number != UNTOLD:
                level, weight = levels[number]
                words = comparison.say(level, one, other, self._links.knows)
                steps.append(_step(comparison.feature, level, weight, words))
        return tuple(steps)


@lru_cache(maxsize=65536)
def _step(feature: str, level: str, weight: float, words: str) -> Step:
    return Step(feature=feature, level=level, weight=weight, words=words)
