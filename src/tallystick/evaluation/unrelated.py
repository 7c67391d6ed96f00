"""Counts the incidents that are read into documents that tell none."""

from __future__ import annotations

from pathlib import Path

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.score import ErrorCase, Figure, Score, Unit, share
from tallystick.evaluation.unrelated_gold import load_unrelated
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention


def score_unrelated(gold: Path, bench: Bench) -> Score:
    """Reads and resolves documents that tell no armed incident: every incident is a false one.

    An incident that two documents are said to tell is false twice. ``gold`` is laid out as ``unrelated_gold`` says.

    Raises:
        TallystickError: E601 if ``gold`` holds no such documents.

    """
    reports = bench.cut(load_unrelated(gold), name=lambda report: report.path or "")
    record = bench.record(reports)
    errors = []
    for incident in record.incidents:
        told: dict[str, EventMention] = {}
        for mention in record.events_of(incident):
            told.setdefault(mention.report_id, mention)
        errors += [
            ErrorCase(record.report(m.report_id).path or "", "false incident", "nothing", _got(incident), m.quote.exact)
            for m in told.values()
        ]
    touched = {e.document for e in errors}
    return Score(
        task="unrelated",
        documents=len(reports),
        figures=(
            Figure(
                "false incidents per 100 documents", 100 * share(len(errors), len(reports)), len(reports), Unit.PER_100
            ),
            Figure("documents with a false incident", share(len(touched), len(reports)), len(reports)),
        ),
        errors=tuple(errors),
    )


def _got(incident: Incident) -> str:
    return f"{incident.kind}, {incident.start}, {incident.place.name if incident.place else 'no place'}"
