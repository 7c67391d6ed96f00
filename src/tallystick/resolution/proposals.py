"""What people decided on relations that reports tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tallystick.model.decision import Decision
from tallystick.model.mention import RelationMention


def decided_relations(
    relations: Iterable[RelationMention], decisions: Iterable[Decision]
) -> Mapping[str, tuple[Decision, ...]]:
    """The decisions on each relation, oldest first, by the relation's id."""
    by_report: dict[str, list[RelationMention]] = defaultdict(list)
    for relation in relations:
        by_report[relation.report_id].append(relation)
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in sorted((d for d in decisions if d.relation is not None), key=lambda d: d.id):
        for relation in _found(decision, by_report):
            found[relation.id].append(decision)
    return {id_: tuple(taken) for id_, taken in found.items()}


def _found(decision: Decision, by_report: Mapping[str, list[RelationMention]]) -> Iterator[RelationMention]:
    for report_id in dict.fromkeys(quote.report_id for quote in decision.anchors):
        for relation in by_report.get(report_id, ()):
            if decision.is_on_relation(relation):
                yield relation
