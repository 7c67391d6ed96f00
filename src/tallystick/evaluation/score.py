"""What a scorer gives back: figures, and the cases that went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure is told in."""

    SHARE = "share"  # 0 to 1
    KM = "km"
    PER_100 = "per 100"
    COUNT = "count"


_WRITTEN = {Unit.SHARE: "{:.3f}", Unit.KM: "{:.0f} km", Unit.PER_100: "{:.2f} per 100", Unit.COUNT: "{:.0f}"}


@dataclass(frozen=True)
class Figure:
    """One measured number: what it is called, its value, and over how many gold cases it was taken."""

    name: str
    value: float
    cases: int
    unit: Unit = Unit.SHARE

    @property
    def told(self) -> str:
        """The value as it is printed."""
        return _WRITTEN[self.unit].format(self.value)


@dataclass(frozen=True)
class ErrorCase:
    """One thing that a reader got wrong: what kind of error, where, what was expected and what came, and the text.

    ``weight`` orders the listing, the worst first.
    """

    document: str
    kind: str
    expected: str
    got: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True)
class Score:
    """What one task came to on one gold set; ``notes`` say what was left out and why."""

    task: str
    documents: int
    figures: tuple[Figure, ...]
    errors: tuple[ErrorCase, ...] = ()
    notes: tuple[str, ...] = ()

    def worst(self, most: int) -> tuple[ErrorCase, ...]:
        """The worst errors, at most so many; those of one weight as they stand in the gold."""
        return tuple(sorted(self.errors, key=lambda e: -e.weight)[:most])

    def figure(self, name: str) -> Figure:
        """The figure of that name.

        Raises:
            KeyError: there is none.
        """
        for each in self.figures:
            if each.name == name:
                return each
        raise KeyError(name)


def f_score(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: float, whole: float) -> float:
    """Part of a whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def figures_prf(name: str, right: int, found: int, gold: int) -> Iterator[Figure]:
    """Precision, recall and F1; where nothing was found or nothing asked for, that side is 1."""
    precision, recall = share(right, found) if found else 1.0, share(right, gold) if gold else 1.0
    yield Figure(f"{name} precision", precision, found)
    yield Figure(f"{name} recall", recall, gold)
    yield Figure(f"{name} F1", f_score(precision, recall), gold)


def figures_of(name: str, *, right: int, found: int, asked: int) -> Iterator[Figure]:
    """Precision, recall and F1 of what was found, under one name."""
    precision, recall = share(right, found), share(right, asked)
    yield Figure(f"{name}: precision", precision, found)
    yield Figure(f"{name}: recall", recall, asked)
    yield Figure(f"{name}: F1", f_score(precision, recall), asked)
