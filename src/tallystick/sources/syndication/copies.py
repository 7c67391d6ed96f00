"""Which reports are copies of another: agency copy printed again, or a page saved twice."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.model.report import Copied, Report
from tallystick.sources.syndication.explain import explain
from tallystick.sources.syndication.index import CopyIndex, index_of
from tallystick.sources.syndication.likeness import compare
from tallystick.sources.syndication.passages import prepare


def find_copies(reports: Iterable[Report]) -> dict[str, Copied]:
    """For each report that is a copy, what it was copied from and why we say so.

    Found are the same text, reprints with another lead, cut ones and ones with passages added; what counts as a copy
    and how families are made is told at `Likeness` and `CopyIndex`. An original is never itself a copy. The
    order of ``reports`` does not matter.
    """
    return copies_in(index_of(reports))


def copies_in(index: CopyIndex) -> dict[str, Copied]:
    """The same of all reports in an index."""
    ids = sorted(sketch.report_id for sketch in index.sketches())
    return {i: copied for i in ids if (copied := index.copied(i)) is not None}


def explain_copy(report: Report, nearest: Report, *, original: str) -> Copied:
    """Why a report is a copy, by the report that comes next on the way to the original."""
    return explain(report, nearest, compare(prepare(report), prepare(nearest)), original=original)
