"""Which found span answers which gold span: one to one, exact or overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Stretch(Protocol):
    """Anything that covers the code points from ``start`` to ``end``, exclusive."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """Behind the last code point."""


def pair_spans(gold: Sequence[Stretch], found: Sequence[Stretch], *, exact: bool = False) -> dict[int, int]:
    """Number of a gold span → number of the found span that answers it, none used twice.

    Equal spans are paired first. Unless ``exact`` is asked for, the others are then paired if they share a character:
    those that share most first, and of equals the one that stands first.
    """
    where = {(f.start, f.end): k for k, f in reversed(list(enumerate(found)))}
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for i, g in enumerate(gold):
        k = where.get((g.start, g.end))
        if k is not None and k not in used:
            pairs[i] = k
            used.add(k)
    if exact:
        return pairs
    shared = [
        (-common, g.start, i, k)
        for i, g in enumerate(gold)
        if i not in pairs
        for k, f in enumerate(found)
        if k not in used and (common := min(g.end, f.end) - max(g.start, f.start)) > 0
    ]
    for _, _, i, k in sorted(shared):
        if i not in pairs and k not in used:
            pairs[i] = k
            used.add(k)
    return pairs
