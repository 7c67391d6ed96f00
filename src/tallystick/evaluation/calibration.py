"""Whether probabilities are what they say: of all that is given 0.8, eight in ten should be true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bin:
    """The cases whose probability lies from ``low`` up to ``high``: how many, what was said on average, and the share
    of them that is true."""

    low: float
    high: float
    cases: int
    said: float
    true: float


def reliability(said: Sequence[float], true: Sequence[bool], *, bins: int = 10) -> tuple[Bin, ...]:
    """The reliability table over bins of equal width, empty ones left out; 1 falls into the last bin.

    Raises:
        ValueError: the two differ in length.

    """
    inside: dict[int, list[tuple[float, bool]]] = {}
    for probability, is_true in zip(said, true, strict=True):
        inside.setdefault(min(int(probability * bins), bins - 1), []).append((probability, is_true))
    return tuple(
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            cases=len(cases),
            said=sum(p for p, _ in cases) / len(cases),
            true=sum(t for _, t in cases) / len(cases),
        )
        for number, cases in sorted(inside.items())
    )


def calibration_error(table: Sequence[Bin]) -> float:
    """The expected calibration error: how far what was said is from what is true, bin by bin, weighted by cases.

    Naeini, Cooper, Hauskrecht: Obtaining Well Calibrated Probabilities Using Bayesian Binning (AAAI 2015). 0 where
    there are no cases.
    """
    cases = sum(b.cases for b in table)
    return sum(b.cases * abs(b.said - b.true) for b in table) / cases if cases else 0.0


def brier_score(said: Sequence[float], true: Sequence[bool]) -> float:
    """The mean squared distance of probability and truth (Brier 1950); 0 where there are no cases."""
    return sum((p - t) ** 2 for p, t in zip(said, true, strict=True)) / len(said) if said else 0.0
