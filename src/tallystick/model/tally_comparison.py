"""How two quoted counts stand to each other."""

from __future__ import annotations

from tallystick.model.base import Noun
from tallystick.model.terms import Agreement, Difference


class TallyComparison(Noun):
    """One cell of the matrix of tallies: two ids in the order of their last days, whether both can hold, and why.

    ``differences`` are what the two differ in, or the rules that they break together; ``why`` says it in words.
    """

    tally_ids: tuple[str, str]
    agreement: Agreement
    differences: tuple[Difference, ...] = ()
    why: str
