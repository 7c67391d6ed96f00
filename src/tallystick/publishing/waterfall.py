"""Why two mentions are held for one incident, step by step: a waterfall of weights, as numbers and as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.model.incident import Join
from tallystick.publishing.words import plain

COLUMNS = 30
"""How many characters the bars of a plain text share."""

_NOTHING = 0.05
"""Bits below which a weight would be written as 0.0."""
_START = "prior"
_START_WORDS = "all pairs"


@dataclass(frozen=True)
class Bar:
    """One step of a waterfall: it moves the weight from ``start`` to ``end``, in bits (log2 odds)."""

    name: str
    words: str
    start: float
    end: float

    @property
    def weight(self) -> float:
        """What the step adds, below zero where it speaks against one incident."""
        return self.end - self.start


@dataclass(frozen=True)
class Waterfall:
    """The steps that weigh something, in order; what weighs nothing, by name; and the weight that comes of all."""

    bars: tuple[Bar, ...]
    silent: tuple[str, ...]
    weight: float
    score: float

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most weight met on the way, even odds (0) among them."""
        met = [0.0, self.weight, *(end for bar in self.bars for end in (bar.start, bar.end))]
        return min(met), max(met)


def make_waterfall(join: Join) -> Waterfall | None:
    """The steps of a join one after the other; null where it rests on no comparison (a person joined them)."""
    if not join.steps:
        return None
    bars: list[Bar] = []
    at = 0.0
    for step in join.steps:
        if abs(step.weight) >= _NOTHING:
            bars.append(Bar(_name(step.feature), step.words, at, at + step.weight))
            at += step.weight
    silent = tuple(_name(s.feature) for s in join.steps if abs(s.weight) < _NOTHING)
    return Waterfall(bars=tuple(bars), silent=silent, weight=join.weight, score=join.score)


def waterfall_lines(join: Join) -> list[str]:
    """The waterfall in plain text: for each step its name, its weight, a bar (``+`` for, ``-`` against, ``|`` at even
    odds) and its words, in columns. Without steps, the reasons.
    """
    fall = make_waterfall(join)
    if fall is None:
        return list(join.reasons)
    names = [*(bar.name for bar in fall.bars), "together"]
    width = max(len(name) for name in names)
    total = Bar("together", chance(fall), 0.0, fall.weight)
    strokes = [*("+" if bar.weight > 0 else "-" for bar in fall.bars), "="]
    lines = [
        f"{bar.name:<{width}} {bar.weight:+6.1f}  {_draw(bar, fall.bounds, stroke)}  {bar.words}"
        for bar, stroke in zip((*fall.bars, total), strokes, strict=True)
    ]
    return [*lines, silent_words(fall)] if fall.silent else lines


def cells(bar: Bar, bounds: tuple[float, float], columns: int) -> tuple[int, int]:
    """Where a bar begins and ends in a row of so many characters; every bar is at least one character long."""
    low, high = bounds
    scale = (columns - 1) / (high - low or 1.0)
    first, last = (round((x - low) * scale) for x in sorted((bar.start, bar.end)))
    return first, max(last, first + 1)


def chance(fall: Waterfall) -> str:
    """How likely the two are of one incident, as a probability and as odds."""
    return f"{probability(fall.score)}, odds {odds(fall.weight)}"


def probability(score: float) -> str:
    """A probability to three digits; what would be rounded to certainty is told as a bound."""
    bound = "over 0.999" if 0.9995 <= score < 1 else "under 0.001" if 0 < score < 0.0005 else f"{score:.3f}"
    return f"probability {bound}"


def odds(weight: float) -> str:
    """A weight in bits as odds: ``12 to 1``, ``1 to 3``."""
    ratio = 2.0 ** abs(weight)
    number = f"{ratio:,.0f}" if ratio >= 9.95 else f"{ratio:.1f}".removesuffix(".0")
    return f"{number} to 1" if weight >= 0 else f"1 to {number}"


def silent_words(fall: Waterfall) -> str:
    """What was compared and weighs nothing, as a rule since one side does not tell it."""
    return f"weighs nothing: {', '.join(fall.silent)}"


def described(falls: Sequence[tuple[str, Waterfall]]) -> str:
    """Waterfalls in one text, for those who do not see the picture."""
    return " ".join(
        f"{heading}: {'; '.join(f'{b.name} {b.weight:+.1f} ({b.words})' for b in fall.bars)}; "
        f"together {fall.weight:+.1f}, {chance(fall)}."
        for heading, fall in falls
    )


def _draw(bar: Bar, bounds: tuple[float, float], stroke: str) -> str:
    first, last = cells(bar, bounds, COLUMNS)
    even = cells(Bar("", "", 0.0, 0.0), bounds, COLUMNS)[0]
    row = [stroke if first <= at < last else " " for at in range(COLUMNS)]
    if row[even] == " ":
        row[even] = "|"
    return "".join(row)


def _name(feature: str) -> str:
    return _START_WORDS if feature == _START else plain(feature)
