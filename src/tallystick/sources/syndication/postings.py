"""Which reports share a passage: from min-hashes to the reports that hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tallystick.sources.syndication.sketch import Sketch

_FEWEST_TO_SORT = 20_000


class Postings:
    """An inverted index of min-hashes: sorted arrays for the bulk, a dictionary for what came since.

    A pair counts only where one of the two has the passage in the first half of its text: what stands at the end of
    both is a footer or background, and is no ground to compare them.
    """

    def __init__(self) -> None:
        self._keys: NDArray[np.uint64] = np.empty(0, np.uint64)
        self._places: NDArray[np.uint32] = np.empty(0, np.uint32)
        self._fresh: dict[int, list[int]] = {}
        self._waiting = 0

    def add(self, number: int, sketch: Sketch) -> None:
        """Files the hashes of a report under its number, from 0."""
        for keys, is_head in ((sketch.head, 1), (sketch.tail, 0)):
            for key in keys:
                self._fresh.setdefault(key, []).append(2 * number + is_head)
            self._waiting += len(keys)
        if self._waiting > max(_FEWEST_TO_SORT, len(self._keys)):
            self._sort_in()

    def sharing(self, sketch: Sketch) -> Counter[int]:
        """The numbers of the reports that share hashes with this one, itself too if it is filed, and how many."""
        shared: Counter[int] = Counter()
        for keys, is_head in ((sketch.head, True), (sketch.tail, False)):
            for places in (self._sorted(keys), self._unsorted(keys)):
                shared.update(place >> 1 for place in places if is_head or place & 1)
        return shared

    def _sorted(self, keys: Sequence[int]) -> Iterable[int]:
        wanted = np.asarray(keys, np.uint64)
        since, until = np.searchsorted(self._keys, wanted), np.searchsorted(self._keys, wanted, side="right")
        for first, last in zip(since.tolist(), until.tolist(), strict=True):
            yield from self._places[first:last].tolist()

    def _unsorted(self, keys: Sequence[int]) -> Iterable[int]:
        for key in keys:
            yield from self._fresh.get(key, ())

    def _sort_in(self) -> None:
        keys = np.fromiter((k for k, places in self._fresh.items() for _ in places), np.uint64, self._waiting)
        places = np.fromiter((p for places in self._fresh.values() for p in places), np.uint32, self._waiting)
        keys, places = np.concatenate([self._keys, keys]), np.concatenate([self._places, places])
        order = np.argsort(keys, kind="stable")
        self._keys, self._places = keys[order], places[order]
        self._fresh, self._waiting = {}, 0
