"""Which reports share passages: from min-hashes to the reports that hold them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tallystick.sources.syndication.sketch import Hashes, Sketch

_FEWEST_TO_SORT = 20_000


FEWEST_SHARED = 2
"""So many passages must two texts share to be compared, if neither is short."""


class Postings:
    """An inverted index of min-hashes: sorted arrays for the bulk, a dictionary for what came since.

    Two reports meet only if one of them has a shared passage in the first half of its text: what stands at the end of
    both is a footer or background, and is no ground to compare them.
    """

    def __init__(self) -> None:
        self._keys: NDArray[np.uint64] = np.empty(0, np.uint64)
        self._places: NDArray[np.int64] = np.empty(0, np.int64)
        self._fresh: dict[int, list[int]] = {}
        self._waiting = 0
        self._short: set[int] = set()

    def add(self, number: int, sketch: Sketch) -> None:
        """Files the passages of a report under its number, from 0."""
        for passages, is_head in ((sketch.head, 1), (sketch.tail, 0)):
            for key in {key for passage in passages for key in passage}:
                self._fresh.setdefault(key, []).append(2 * number + is_head)
                self._waiting += 1
        if sketch.is_short:
            self._short.add(number)
        if self._waiting > max(_FEWEST_TO_SORT, len(self._keys)):
            self._sort_in()

    def sharing(self, sketch: Sketch) -> dict[int, int]:
        """How many passages reports share with this one, by number, itself too if it is filed.

        Left out are those that share a single one, unless one of the two texts has hardly more.
        """
        passages = [*((p, True) for p in sketch.head), *((p, False) for p in sketch.tail)]
        if not passages:
            return {}
        held = [self._holding(passage) for passage, _ in passages]
        in_head = [
            places if is_head else places[places & 1 == 1] for places, (_, is_head) in zip(held, passages, strict=True)
        ]
        numbers, counts = np.unique(np.concatenate([np.unique(places >> 1) for places in held]), return_counts=True)
        enough = counts >= FEWEST_SHARED
        if sketch.is_short:
            enough[:] = True
        elif self._short:
            enough |= np.isin(numbers, list(self._short))
        enough &= np.isin(numbers, np.concatenate(in_head) >> 1)
        return dict(zip(numbers[enough].tolist(), counts[enough].tolist(), strict=True))

    def _holding(self, passage: Hashes) -> NDArray[np.int64]:
        """The places of a passage: twice the number of each report that has it, and one more for the first half."""
        wanted = np.asarray(passage, np.uint64)
        since, until = np.searchsorted(self._keys, wanted), np.searchsorted(self._keys, wanted, side="right")
        runs = [self._places[a:b] for a, b in zip(since.tolist(), until.tolist(), strict=True)]
        return np.concatenate([*runs, np.asarray(list(self._since(passage)), np.int64)])

    def _since(self, passage: Hashes) -> Iterable[int]:
        for key in passage:
            yield from self._fresh.get(key, ())

    def _sort_in(self) -> None:
        keys = np.fromiter((k for k, places in self._fresh.items() for _ in places), np.uint64, self._waiting)
        places = np.fromiter((p for places in self._fresh.values() for p in places), np.int64, self._waiting)
        keys, places = np.concatenate([self._keys, keys]), np.concatenate([self._places, places])
        order = np.argsort(keys, kind="stable")
        self._keys, self._places = keys[order], places[order]
        self._fresh, self._waiting = {}, 0
