"""``tallystick export``, ``brief`` and ``analyse``: what a ledger says, out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from tallystick.analysis.capture.from_lists import estimate_from_lists
from tallystick.analysis.escalation import find_indicators
from tallystick.analysis.running import follow_running_totals
from tallystick.analysis.tempo import measure_tempo
from tallystick.analysis.unreported import estimate_unreported
from tallystick.attribution.sides import side_test
from tallystick.cli.options import KnowledgeOption, LedgerOption
from tallystick.cli.terminal import errors
from tallystick.ledger import open_ledger
from tallystick.model.terms import ReviewState
from tallystick.pipeline import default_knowledge, read_record
from tallystick.publishing.matrix import comparison_row
from tallystick.reconciliation.compare import list_disagreements
from tallystick.writing import exchanges_of, matrix_of, write_brief_of, write_everything


def export(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write to; made if need be.")],
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
) -> None:
    """Write all that a ledger says into a folder.

    JSON lines, incidents.csv, incidents.geojson and brief.html. Either all of them are written or none.
    """
    with open_ledger(ledger, create=False) as opened:
        record = read_record(opened)
    write_everything(record, out)
    errors.print(f"Written to {out}", markup=False)


def brief(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")] = Path("brief.html"),
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the brief of a ledger: one HTML page that loads nothing."""
    with open_ledger(ledger, create=False) as opened:
        record = read_record(opened)
    write_brief_of(record, out)
    errors.print(f"Written: {out}", markup=False)


def analyse(ledger: LedgerOption = "ledger.db", knowledge: KnowledgeOption = None) -> None:
    """Print exchanges, tempo and signs of escalation, as JSON.

    With bounds and an estimate of what is not told, and the counts that disagree with one another.
    """
    with open_ledger(ledger, create=False) as opened:
        record = read_record(opened)
    standing = [i for i in record.incidents if i.review_state is not ReviewState.REJECTED]
    same_side = side_test(default_knowledge())
    matrix = matrix_of(record)
    disagreements = list_disagreements(record.tallies, matrix)
    answer = {
        "exchanges": [e.model_dump(mode="json") for e in exchanges_of(record)],
        "tempo": measure_tempo(standing).model_dump(mode="json"),
        "escalation": [i.model_dump(mode="json") for i in find_indicators(standing, same_side=same_side)],
        "unreported": [u.model_dump(mode="json") for u in estimate_unreported(record.tallies, standing)],
        "unreported_overall": estimate_from_lists(standing).model_dump(mode="json"),
        "disagreements": [d.model_dump(mode="json") for d in disagreements],
        "tally_comparisons": [comparison_row(c) for c in matrix],
        "running_totals": [
            t.model_dump(mode="json") for t in follow_running_totals(record, disagreements, same_side=same_side)
        ],
    }
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
