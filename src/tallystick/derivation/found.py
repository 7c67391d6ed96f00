"""What is found of the reports beside one another: whose words each has, and which were set aside."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger import Ledger
from tallystick.model.report import Report
from tallystick.reading.triage import TRIAGE
from tallystick.sources.syndication import find_copies, find_credit


def as_found(reports: Iterable[Report], knowledge: KnowledgeBase) -> tuple[Report, ...]:
    """The reports, sorted by id, with whom each credits and whose copy it is, of all that these come to."""
    credited = [r.model_copy(update={"credited_to": find_credit(r, knowledge.outlet)}) for r in reports]
    copies = find_copies(credited)
    found = []
    for report in sorted(credited, key=lambda r: r.id):
        copied = copies.get(report.id)
        said = {"copied": copied, "syndicated_from": copied.original if copied else None}
        found.append(report.model_copy(update=said))
    return tuple(found)


def with_set_aside(ledger: Ledger, reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports, those marked that the fast first pass set aside."""
    aside = set(ledger.read_by(TRIAGE))
    return tuple(r.model_copy(update={"set_aside": r.id in aside}) for r in reports)
