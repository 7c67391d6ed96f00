"""What a record says, out: every export, and the brief."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tallystick.analysis.capture.from_lists import estimate_from_lists
from tallystick.analysis.exchanges import find_exchanges
from tallystick.analysis.running import follow_running_totals
from tallystick.attribution.sides import side_test
from tallystick.derivation.known import area_names, area_within
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.exchange import Exchange
from tallystick.model.record import Record
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import ReviewState
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.publishing.brief import write_brief
from tallystick.publishing.csv import write_csv
from tallystick.publishing.geojson import write_geojson
from tallystick.publishing.jsonl import write_jsonl
from tallystick.publishing.matrix import write_comparisons
from tallystick.publishing.whole import whole_file, whole_folder
from tallystick.reconciliation.compare import Comparer, list_disagreements


def write_everything(record: Record, out: Path) -> None:
    """Writes every export of a record into a folder, all or none: JSON lines, CSV, GeoJSON and the brief.

    Raises:
        TallystickError: E701 if they cannot be written.

    """
    with whole_folder(out) as folder:
        write_jsonl(record, folder)
        matrix = matrix_of(record)
        write_comparisons(matrix, folder / "tally-comparisons.jsonl")
        write_csv(record, folder / "incidents.csv")
        write_geojson(record, folder / "incidents.geojson")
        _write_brief(record, folder / "brief.html", matrix)


def write_brief_of(record: Record, path: Path) -> None:
    """Writes the brief of a record, with what the knowledge base holds on the actors it meets.

    Raises:
        TallystickError: E701 if it cannot be written.

    """
    with whole_file(path) as place:
        _write_brief(record, place, matrix_of(record))


def _write_brief(record: Record, path: Path, matrix: Sequence[TallyComparison]) -> None:
    knowledge = default_knowledge()
    met = {a.id for a in record.actors if a.known}
    relations = {r: None for actor in sorted(met) for r in knowledge.relations_of(actor)}
    ends = {i for r in relations for i in (r.subject, r.object)}
    disagreements = list_disagreements(record.tallies, matrix)
    write_brief(
        record,
        path,
        title=_title(record),
        known_relations=tuple(relations),
        actor_names={i: knowledge.ref(i).name for i in sorted(ends) if knowledge.has(i)},
        exchanges=exchanges_of(record),
        disagreements=disagreements,
        matrix=matrix,
        running=follow_running_totals(record, disagreements, same_side=side_test(knowledge)),
        unreported=estimate_from_lists(record.incidents),
    )


def matrix_of(record: Record, *, knowledge: KnowledgeBase | None = None) -> tuple[TallyComparison, ...]:
    """The tallies of a record against each other."""
    return make_comparer(knowledge or default_knowledge()).compare_all(record.tallies)


def make_comparer(knowledge: KnowledgeBase) -> Comparer:
    """Compares tallies by the knowledge given and the gazetteer in force."""
    gazetteer = default_gazetteer()
    return Comparer(same_side=side_test(knowledge), area_within=area_within(gazetteer), area_name=area_names(gazetteer))


def exchanges_of(record: Record, *, knowledge: KnowledgeBase | None = None) -> tuple[Exchange, ...]:
    """The exchanges of attack and response in a record, rejected incidents left out."""
    standing = [i for i in record.incidents if i.review_state is not ReviewState.REJECTED]
    return find_exchanges(standing, record.mentions, same_side=side_test(knowledge or default_knowledge()))


def _title(record: Record) -> str:
    days = sorted(r.published_on for r in record.reports if r.published_on is not None)
    if not days:
        return f"{len(record.reports)} reports"
    return f"Reports of {days[0]}" if days[0] == days[-1] else f"Reports of {days[0]} to {days[-1]}"
