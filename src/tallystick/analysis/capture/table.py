"""The counts that capture–recapture rests on: how many incidents each set of lists tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

Pattern = frozenset[int]


@dataclass(frozen=True)
class Table:
    """``counts`` holds for each non-empty set of lists, numbered from 0, how many incidents exactly these tell.

    What no list tells is not in it: that is the question.
    """

    lists: int
    counts: Mapping[Pattern, int]

    @staticmethod
    def of(told: Iterable[Pattern], lists: int) -> Table:
        """The table of incidents, each given by the lists that tell it; those that none tells are left out."""
        return Table(lists, Counter(p for p in told if p))

    @property
    def seen(self) -> int:
        """How many incidents at least one list tells."""
        return sum(self.counts.values())

    @property
    def matched(self) -> int:
        """How many two or more lists tell."""
        return sum(n for p, n in self.counts.items() if len(p) > 1)

    def on(self, *lists: int) -> int:
        """How many all of these lists tell, whoever else does."""
        wanted = frozenset(lists)
        return sum(n for p, n in self.counts.items() if wanted <= p)

    def only(self, *lists: int) -> int:
        """How many exactly these lists tell."""
        return self.counts.get(frozenset(lists), 0)

    def pairs(self) -> list[tuple[int, int]]:
        """Every two lists."""
        return list(combinations(range(self.lists), 2))
