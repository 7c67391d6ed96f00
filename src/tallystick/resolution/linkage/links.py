"""The pairs that linkage kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.columns import table_of
from tallystick.resolution.linkage.model import Model
from tallystick.resolution.telling import Telling

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]


def likely(weight: Weights | float) -> Weights:
    """How likely pairs of these weights, in log2 odds, are of one incident, 0 to 1, to four digits."""
    return np.asarray(np.round(1 / (1 + np.exp2(-np.asarray(weight))), 4), dtype=np.float64)


@lru_cache(maxsize=65_536)
def likely_at(weight: float) -> float:
    """The same of one weight, of which the same few come again and again."""
    return float(likely(weight))


@dataclass(frozen=True)
class Links:
    """Pairs of tellings by their numbers in ``tellings``, the smaller first; sorted. ``weight`` is in log2 odds.

    ``compared`` is the table by which they were compared, if they were just now.
    """

    tellings: Sequence[Telling]
    knows: Knows
    model: Model
    left: Numbers
    right: Numbers
    weight: Weights
    compared: pa.Table | None = None

    @cached_property
    def table(self) -> pa.Table:
        """The tellings as rows to be compared."""
        if self.compared is not None:
            return self.compared
        return table_of(self.tellings, Areas(self.tellings, self.knows), self.knows)

    @cached_property
    def ids(self) -> Sequence[str]:
        """The id of each telling's mention."""
        return [t.mention.id for t in self.tellings]

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """The number of each telling, by the id of its mention."""
        return {mention: n for n, mention in enumerate(self.ids)}

    def near(self, number: int) -> Iterator[tuple[int, float]]:
        """The tellings with which this one has a kept pair, by number, and how likely the two are of one incident."""
        others, scores, starts = self._by_either
        start, end = starts[number], starts[number + 1]
        return zip(others[start:end].tolist(), scores[start:end].tolist(), strict=True)

    def among(self, numbers: Sequence[int], *, floor: float) -> Iterator[tuple[int, int, float]]:
        """The kept pairs between some of the tellings that are at least so likely, each with how likely it is."""
        chosen = np.zeros(len(self.tellings), dtype=np.bool_)
        chosen[numbers] = True
        at = chosen[self.left] & chosen[self.right] & (self._likely >= floor)
        return zip(self.left[at].tolist(), self.right[at].tolist(), self._likely[at].tolist(), strict=True)

    def score(self, a: int, b: int) -> float:
        """How likely two tellings are of one incident, 0 to 1, to four digits; 0 if the pair was not kept."""
        wanted = (min(a, b) << 32) | max(a, b)
        at = int(np.searchsorted(self._keys, wanted))
        kept = at < len(self._keys) and self._keys[at] == wanted
        return float(self._likely[at]) if kept else 0.0

    @cached_property
    def _likely(self) -> Weights:
        return likely(self.weight)

    @cached_property
    def _keys(self) -> NDArray[np.int64]:
        return (self.left.astype(np.int64) << 32) | self.right

    @cached_property
    def _by_either(self) -> tuple[Numbers, Weights, NDArray[np.int64]]:
        one = np.concatenate([self.left, self.right])
        other = np.concatenate([self.right, self.left])
        order = np.lexsort((other, one))
        scores = np.concatenate([self._likely, self._likely])
        starts = np.searchsorted(one[order], np.arange(len(self.tellings) + 1))
        return other[order], scores[order], starts
