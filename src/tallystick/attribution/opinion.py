"""Opinions of subjective logic: how far evidence carries, and how much it leaves open.

The formulas are those of Jøsang, *Subjective Logic* (Springer 2016), chapters 3, 12 and 14, with the fusion of more
than two opinions after Jøsang, Wang and Zhang, *Multi-Source Fusion in Subjective Logic* (FUSION 2017), and the
coarsening after Jøsang, *A Logic for Uncertain Probabilities* (IJUFKS 9(3), 2001). A set of values is a bit mask, bit
``n`` for the value ``n``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

PRIOR_WEIGHT = 2.0
"""The non-informative prior weight W: an opinion with belief b and uncertainty u stands for ``W * b / u`` pieces of
evidence."""

_SLACK = 1e-9


class Binomial(NamedTuple):
    """An opinion on one statement: belief, disbelief and uncertainty add up to 1; ``base_rate`` is its share of the
    uncertainty, and ``projected`` the probability, belief + base rate x uncertainty.
    """

    belief: float
    disbelief: float
    uncertainty: float
    base_rate: float
    projected: float


@dataclass(frozen=True)
class Opinion:
    """A hyper-opinion: belief mass on sets of values, uncertainty, and a base rate for each value.

    Masses and uncertainty add up to 1, base rates too. Uncertainty is above 0: no opinion here is dogmatic, because no
    report settles who did it.

    Raises:
        ValueError: if they do not.

    """

    base: tuple[float, ...]
    masses: Mapping[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(not 0 < mask <= self.everything or not mass >= 0 for mask, mass in self.masses.items()):
            raise ValueError("belief mass is at least 0 and lies on sets of values of the frame")
        if self.uncertainty <= 0:
            raise ValueError("belief masses come to less than 1: some uncertainty is left")
        if not math.isclose(sum(self.base), 1, abs_tol=_SLACK) or min(self.base) <= 0:
            raise ValueError("base rates are above 0 and add up to 1")

    @cached_property
    def everything(self) -> int:
        """The mask of the whole frame."""
        return int((1 << len(self.base)) - 1)

    @cached_property
    def uncertainty(self) -> float:
        """What no belief mass takes up, above 0 and at most 1."""
        return 1 - math.fsum(self.masses.values())

    def base_rate(self, values: int) -> float:
        """The base rate of a set of values."""
        return math.fsum(rate for n, rate in enumerate(self.base) if values >> n & 1)

    def project(self, values: int) -> float:
        """The projected probability that one of these values is the true one, 0 to 1.

        Each mass counts by the share that the values have in its set, by base rates (2016, definition 3.29).
        """
        shared = (m * self.base_rate(s & values) / self.base_rate(s) for s, m in self.masses.items() if s & values)
        return math.fsum((*shared, self.base_rate(values) * self.uncertainty))

    def coarsen(self, values: int) -> Binomial:
        """The opinion on "one of these values is the true one".

        Mass inside the set is belief, mass outside is disbelief, and mass on sets that overlap it stays open, so that
        the base rate is the one that keeps the projected probability (normal coarsening, 2001, section 5).
        """
        belief = math.fsum(m for s, m in self.masses.items() if not s & ~values)
        disbelief = math.fsum(m for s, m in self.masses.items() if not s & values)
        uncertainty = max(0.0, 1 - belief - disbelief)
        projected = min(1.0, self.project(values))
        base_rate = min(1.0, max(0.0, (projected - belief) / uncertainty))
        return Binomial(belief, disbelief, uncertainty, base_rate, projected)


def discount(opinion: Opinion, trust: float) -> Opinion:
    """What an opinion comes to on the word of a source that is trusted with this probability, 0 to 1: its masses times
    the trust, the rest uncertainty (probability-sensitive trust discounting, 2016, section 14.3).
    """
    return Opinion(opinion.base, {s: m * trust for s, m in opinion.masses.items()})


def fuse_cumulative(opinions: Sequence[Opinion]) -> Opinion:
    """What independent sources say together: their evidence adds up (cumulative belief fusion).

    Of two opinions: ``b = (b1 u2 + b2 u1) / (u1 + u2 - u1 u2)``, ``u = u1 u2 / (u1 + u2 - u1 u2)``. All are over one
    frame with the same base rates. Raises ValueError if there is none.
    """
    return _from_evidence(opinions, 1.0)


def fuse_average(opinions: Sequence[Opinion]) -> Opinion:
    """What sources say that depend on each other: the mean of their evidence (averaging belief fusion).

    Of two opinions: ``b = (b1 u2 + b2 u1) / (u1 + u2)``, ``u = 2 u1 u2 / (u1 + u2)``. All are over one frame with the
    same base rates. Raises ValueError if there is none.
    """
    return _from_evidence(opinions, 1.0 / len(opinions) if opinions else 1.0)


def _from_evidence(opinions: Sequence[Opinion], share: float) -> Opinion:
    """The opinion that stands for the evidence of all of them, times ``share`` (2016, section 3.5)."""
    if not opinions:
        raise ValueError("there is no opinion to fuse")
    evidence: dict[int, list[float]] = {}
    for values, amount in _amounts(opinions):
        evidence.setdefault(values, []).append(amount * share)
    amounts = {values: math.fsum(sorted(found)) for values, found in sorted(evidence.items())}
    whole = PRIOR_WEIGHT + math.fsum(amounts.values())
    return Opinion(opinions[0].base, {values: amount / whole for values, amount in amounts.items()})


def _amounts(opinions: Sequence[Opinion]) -> Iterable[tuple[int, float]]:
    for opinion in opinions:
        open_ = opinion.uncertainty
        yield from ((values, PRIOR_WEIGHT * mass / open_) for values, mass in opinion.masses.items())
