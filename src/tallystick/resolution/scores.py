"""Scores of pairs, each worked out once, and under what people decided."""

from __future__ import annotations

from tallystick.resolution.compare import compare
from tallystick.resolution.constraints import Constraints, pair_of
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling


class Scores:
    """Remembers the score of every pair, save those ruled out, which are far more and quickly found again."""

    def __init__(self, knows: Knows, constraints: Constraints) -> None:
        self.knows = knows
        self.constraints = constraints
        self._known: dict[tuple[str, str], float] = {}

    def score(self, a: Telling, b: Telling) -> float | None:
        """How likely the two are of one incident, 0 to 1; null where that is ruled out, by the tellings or a person."""
        pair = pair_of(a.mention.id, b.mention.id)
        if pair in self._known:
            return self._known[pair]
        score = self._score(a, b)
        if score is not None:
            self._known[pair] = score
        return score

    def best_in(self, t: Telling, cluster: list[Telling]) -> float | None:
        """The score of a telling with the member of a cluster that it fits best; null where any pair is ruled out."""
        best = 0.0
        for member in cluster:
            if (score := self.score(t, member)) is None:
                return None
            best = max(best, score)
        return best

    def _score(self, a: Telling, b: Telling) -> float | None:
        if self.constraints.is_parted(a, b):
            return None
        found = compare(a, b, self.knows)
        return None if found.vetoed else found.score
