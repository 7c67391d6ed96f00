"""Which reports are copies of another: agency copy printed again, or a page saved twice."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.model.report import Copied, Report
from tallystick.sources.syndication.index import index_of


def find_copies(reports: Iterable[Report]) -> dict[str, Copied]:
    """For each report that is a copy, what it was copied from and why we say so.

    Found are the same text, reprints with another lead, cut ones and ones with passages added; what counts as a copy
    and how families are made is told at `Likeness` and `CopyIndex`. An original is never itself a copy. The
    order of ``reports`` does not matter.
    """
    reports = list(reports)
    index = index_of(reports)
    found = {report.id: index.copied(report.id) for report in sorted(reports, key=lambda r: r.id)}
    return {report_id: copied for report_id, copied in found.items() if copied is not None}
