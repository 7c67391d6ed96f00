"""One feature by which two tellings are compared, and the levels that a comparison can come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

Say = Callable[[str, Telling, Telling, Knows], str]
"""The name of a level and the two tellings that came to it, in words."""


@dataclass(frozen=True)
class Level:
    """One outcome of a comparison.

    ``condition`` is SQL over the columns of ``linkage.columns``, one side's ending in ``_l``, the other's in ``_r``; it
    is written in DuckDB's dialect with functions that Spark has too. ``bits`` is the weight that an expert gives the
    level, in log2 odds: where the trained model starts from.
    """

    name: str
    condition: str
    bits: float


@dataclass(frozen=True)
class Comparison:
    """A feature: the first level whose condition holds counts.

    Where ``untold`` holds, the feature says nothing; where no level holds, ``otherwise`` is the one.
    """

    feature: str
    untold: str
    levels: tuple[Level, ...]
    otherwise: Level
    say: Say

    @property
    def all_levels(self) -> tuple[Level, ...]:
        """All levels but the untold one, in the order in which they are tried."""
        return (*self.levels, self.otherwise)


def otherwise(name: str, bits: float) -> Level:
    """The level that holds where no other does."""
    return Level(name, "ELSE", bits)
