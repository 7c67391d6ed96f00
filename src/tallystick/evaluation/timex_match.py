"""Time expressions of a reader against gold ones, by the rules of TempEval-3.

UzZaman et al. (2013), SemEval-2013 task 1, section 5: a relaxed match shares text with a gold expression, a strict one
has its very span; the F1 of an attribute counts the relaxed matches that give it the same value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tallystick.evaluation.score import f_score, share


class TimexSpan(NamedTuple):
    """A time expression: code points ``start`` to ``end`` (exclusive), TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


Pair = tuple[TimexSpan, TimexSpan]


@dataclass(frozen=True)
class TimexCounts:
    """How many expressions there are and how many of them match; sums over documents by ``+``."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    same_type: int = 0
    same_value: int = 0

    def __add__(self, other: TimexCounts) -> TimexCounts:
        return TimexCounts(
            self.gold + other.gold,
            self.found + other.found,
            self.relaxed + other.relaxed,
            self.strict + other.strict,
            self.same_type + other.same_type,
            self.same_value + other.same_value,
        )

    def precision(self, matches: int) -> float:
        """The share of what was found that so many matches are."""
        return share(matches, self.found)

    def recall(self, matches: int) -> float:
        """The share of the gold that so many matches are."""
        return share(matches, self.gold)

    def f1(self, matches: int) -> float:
        """The F1 of so many matches."""
        return f_score(self.precision(matches), self.recall(matches))


def pair_timexes(gold: Iterable[TimexSpan], found: Iterable[TimexSpan]) -> tuple[Pair, ...]:
    """Each gold expression with the one found for it: same span first, then what shares text, in order of the text.

    No expression is paired twice, so one long span does not stand for two gold ones.
    """
    left = sorted(found)
    unpaired: list[TimexSpan] = []
    pairs: list[Pair] = []
    for expected in sorted(gold):
        same = next((f for f in left if f[:2] == expected[:2]), None)
        if same is None:
            unpaired.append(expected)
        else:
            left.remove(same)
            pairs.append((expected, same))
    for expected in unpaired:
        touching = next((f for f in left if f.start < expected.end and expected.start < f.end), None)
        if touching is not None:
            left.remove(touching)
            pairs.append((expected, touching))
    return tuple(sorted(pairs))


def count_timexes(gold: Sequence[TimexSpan], found: Sequence[TimexSpan], pairs: Sequence[Pair]) -> TimexCounts:
    """The counts of one document. Types and values must be equal letter by letter."""
    return TimexCounts(
        gold=len(gold),
        found=len(found),
        relaxed=len(pairs),
        strict=sum(expected[:2] == got[:2] for expected, got in pairs),
        same_type=sum(expected.type == got.type for expected, got in pairs),
        same_value=sum(expected.value == got.value for expected, got in pairs),
    )
