"""The report that a copy was taken from: of those before it that share passages, the one that it begins most like."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tallystick.sources.syndication.likeness import compare
from tallystick.sources.syndication.passages import Prepared
from tallystick.sources.syndication.sketch import Rank

MOST_COMPARED = 64
"""A report is compared with so many others, those that share most passages with it."""

TextOf = Callable[[str], Prepared]


class Met(NamedTuple):
    """A report that shares so many of another's passages."""

    report_id: str
    rank: Rank
    shared: int

    @property
    def nearness(self) -> tuple[int, Rank]:
        """Which of several is compared first."""
        return -self.shared, self.rank


def compared(met: Iterable[Met]) -> list[Met]:
    """Those of the reports met that are compared, in their order."""
    return sorted(met, key=lambda m: m.nearness)[:MOST_COMPARED]


def source_of(report_id: str, earlier: Iterable[Met], text_of: TextOf) -> str | None:
    """The report that this one was taken from, of those that come before it; null if it is a copy of none of them."""
    text = text_of(report_id)
    likenesses = ((m, compare(text, text_of(m.report_id))) for m in compared(earlier))
    alike = [(-found.shared_first, m.rank, m.report_id) for m, found in likenesses if found.is_copy]
    return min(alike)[2] if alike else None
