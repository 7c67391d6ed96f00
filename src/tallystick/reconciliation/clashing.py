"""Which of many tallies may disagree with one, by their numbers and days alone: what is left is compared in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tallystick.model.tally import Tally
from tallystick.reconciliation.count import bounds

_NEVER, _ALWAYS = 0, date.max.toordinal() + 1

Ints = NDArray[np.int64]


class Clashing:
    """Tallies by their bounds, days and units, so that those that may clash with one are found without going over all.

    A pair of which a reader must know (``disagreement_in``) has bounds that no number satisfies both, and either ends
    on one told day, or is of one unit and shares a day.
    """

    def __init__(self, tallies: Sequence[Tally]) -> None:
        units = {unit: number for number, unit in enumerate(dict.fromkeys(tally.unit for tally in tallies))}
        both = [bounds(tally) for tally in tallies]
        self._low = np.array([-np.inf if low is None else low for low, _ in both])
        self._high = np.array([np.inf if high is None else high for _, high in both])
        self._since: Ints = np.array([_day(tally.since, _NEVER) for tally in tallies], dtype=np.int64)
        self._until: Ints = np.array([_day(tally.until, _ALWAYS) for tally in tallies], dtype=np.int64)
        self._unit: Ints = np.array([units[tally.unit] for tally in tallies], dtype=np.int64)

    def with_one(self, number: int) -> list[int]:
        """The numbers, in their order, of the tallies that may disagree with the one of that number."""
        low, high, since, until, unit = (
            each[number] for each in (self._low, self._high, self._since, self._until, self._unit)
        )
        are_apart = (self._low > high) | (low > self._high)
        end_alike = (self._until == until) & (until != _ALWAYS)
        # Of two, the one that ends later must have begun by the end of the other.
        is_later, is_earlier = self._until > until, self._until < until
        begun = np.where(is_later, self._since <= until, np.where(is_earlier, since <= self._until, True))
        share_days = begun | (self._since == since)
        found = are_apart & (end_alike | ((self._unit == unit) & share_days))
        found[number] = False
        return [int(n) for n in np.flatnonzero(found)]


def _day(told: date | None, instead: int) -> int:
    return told.toordinal() if told else instead
