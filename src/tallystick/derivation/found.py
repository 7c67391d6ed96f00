"""What is found of the reports beside one another: whose words each has, and which were set aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger import Ledger
from tallystick.ledger.kin import Kin
from tallystick.model.report import Copied, Report
from tallystick.reading.triage import TRIAGE
from tallystick.sources.syndication import Sketch, copies_in, find_credit, index_of


@dataclass(frozen=True)
class Found:
    """Reports, sorted by id, with whom each credits and whose copy it is, and what the ledger files of that."""

    reports: tuple[Report, ...]
    kin: tuple[Kin, ...]


def as_found(reports: Iterable[Report], knowledge: KnowledgeBase) -> Found:
    """All reports, and all that these come to."""
    credited = with_credits(reports, knowledge)
    index = index_of(credited)
    copies = copies_in(index)
    return Found(
        reports=tuple(sorted((with_copied(r, copies.get(r.id)) for r in credited), key=lambda r: r.id)),
        kin=tuple(kin_of(sketch, index.parent(sketch.report_id)) for sketch in index.sketches()),
    )


def with_credits(reports: Iterable[Report], knowledge: KnowledgeBase) -> list[Report]:
    """The reports with whom each credits as its writer."""
    return [r.model_copy(update={"credited_to": find_credit(r, knowledge.outlet)}) for r in reports]


def with_copied(report: Report, copied: Copied | None) -> Report:
    """The report as that copy; with nothing, as no copy of any."""
    return report.model_copy(update={"copied": copied, "syndicated_from": copied.original if copied else None})


def kin_of(sketch: Sketch, parent_id: str | None) -> Kin:
    """What the ledger files of a sketch."""
    return Kin(
        sketch.report_id, sketch.published, sketch.words, sketch.credited, sketch.is_short, sketch.head, sketch.tail,
        parent_id,
    )  # fmt: skip


def with_set_aside(ledger: Ledger, reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports, those marked that the fast first pass set aside."""
    aside = set(ledger.read_by(TRIAGE))
    return tuple(r.model_copy(update={"set_aside": r.id in aside}) for r in reports)
