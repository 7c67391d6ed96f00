"""How one of several values is chosen: a rule is at once its words and the order that it sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tallystick.resolution.support import Supported, V


@dataclass(frozen=True)
class Criterion:
    """One part of a rule: the value with the least ``rank`` goes first, and ``words`` say which that is."""

    words: str
    rank: Callable[[Supported[Any]], Any]


@dataclass(frozen=True)
class Rule:
    """How the shown value of a field is chosen: by the first criterion that tells the best value from the rest.

    ``how`` says what is done before, or instead where there are no criteria: which values take part, how they are
    pooled.
    """

    how: str = ""
    criteria: tuple[Criterion, ...] = ()

    @property
    def words(self) -> str:
        """The whole rule in words."""
        return " ".join(part for part in (self.how, ", then ".join(c.words for c in self.criteria)) if part)

    def rank(self, value: Supported[V]) -> tuple[Any, ...]:
        """For sorting: the value that the rule chooses first."""
        return tuple(c.rank(value) for c in self.criteria)

    def order(self, values: Iterable[Supported[V]]) -> list[Supported[V]]:
        """The values as the rule ranks them, the chosen one first."""
        every = list(values)
        return sorted(every, key=self.rank) if len(every) > 1 else every

    def deciding(self, chosen: Supported[V], other: Supported[V]) -> str:
        """The words of the first criterion that sets the chosen value before another; empty if none does."""
        return next((c.words for c in self.criteria if c.rank(chosen) < c.rank(other)), "")
