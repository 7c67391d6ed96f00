"""``tallystick show``: one incident with all that carries it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli import described
from tallystick.cli.claims import claim_with_id, show_claim
from tallystick.cli.options import KnowledgeOption, LedgerOption
from tallystick.cli.tallies import show_tally, tally_with_id
from tallystick.cli.terminal import errors
from tallystick.cli.unfolding import unfold_answers
from tallystick.cli.waterfall import print_waterfall
from tallystick.derivation.concerning import record_of
from tallystick.derivation.known import what_is_known
from tallystick.ledger import open_ledger
from tallystick.model.digest import version_of
from tallystick.model.incident import Incident, Join
from tallystick.model.record import Record
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.publishing import rows
from tallystick.publishing.waterfall import make_waterfall
from tallystick.publishing.waterfall_picture import write_waterfalls
from tallystick.publishing.whole import whole_file
from tallystick.resolution.pairs import compare_every_pair


def show(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of an incident, old ones too, of a claim or of a tally."),
    ],
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the incident as JSON, with every step.")] = False,
    why: Annotated[
        bool,
        typer.Option("--why", help="Also unfold each answer, compare every pair, name what gives each value."),
    ] = False,
    picture: Annotated[
        Path | None, typer.Option("--picture", metavar="FILE.svg", help="Also draw why its mentions were joined.")
    ] = None,
) -> None:
    """Show an incident, a claim or a tally with its quotes.

    Every quote, why its mentions were joined, who claims it, who is said to have done it and how sure that is, and
    where reports disagree.
    """
    with open_ledger(ledger, create=False) as opened:
        if (claim := claim_with_id(opened, id_)) is not None:
            show_claim(claim, opened, as_json=as_json)
            return
        if (tally := tally_with_id(opened, id_)) is not None:
            show_tally(tally, opened, as_json=as_json)
            return
        incident, tombstone = opened.incident(id_)
        record = record_of(incident, opened, knowledge=default_knowledge())
    if picture is not None:
        _draw(incident, record, picture)
    if as_json:
        row = {**rows.incident_row(incident), "version": version_of(incident)}
        if why:
            row["pairs"] = [pair.model_dump(mode="json") for pair in _pairs(incident, record)]
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    if tombstone is not None:
        _print("", [f"{tombstone.id} now stands as {incident.id}: {tombstone.why}", ""])
    _print("", described.describe_fields(incident))
    _print("Who did it", described.describe_doer(incident, record))
    _print("Who originally reported it", described.describe_sources(incident, record))
    _print("What the reports say", described.describe_quotes(incident, record))
    _print("Told too vaguely to say whether it is another", described.describe_vagueness(incident, record))
    _print_joins("Why these are one incident", incident.joins, incident, record)
    _print("Where the reports disagree", described.describe_conflicts(incident))
    _print("What people settled", described.describe_settled(incident))
    if why:
        _print("What each answer rests on", unfold_answers(incident, record))
        tied = {(join.left, join.right) for join in incident.joins}
        others = [pair for pair in _pairs(incident, record) if (pair.left, pair.right) not in tied]
        _print_joins("The other pairs", others, incident, record)
        _print("Which mentions give each value", described.describe_carriers(incident))


def _pairs(incident: Incident, record: Record) -> tuple[Join, ...]:
    """Every pair of its mentions, compared with the knowledge in force."""
    knows = what_is_known(default_knowledge(), default_gazetteer())
    return compare_every_pair(record.events_of(incident), record.mentions, record.reports, knows=knows)


def _print(heading: str, lines: Sequence[str]) -> None:
    if lines:
        sys.stdout.write("\n".join([*(("", heading) if heading else ()), *lines]) + "\n")


def _print_joins(heading: str, joins: Sequence[Join], incident: Incident, record: Record) -> None:
    """Each join with its waterfall."""
    for number, join in enumerate(joins):
        ends = f"  {join.score:.2f}  {described.describe_ends(join, incident, record)}"
        _print(heading if number == 0 else "", [ends])
        print_waterfall(join)


def _draw(incident: Incident, record: Record, path: Path) -> None:
    falls = [
        (described.describe_ends(join, incident, record), fall)
        for join in incident.joins
        if (fall := make_waterfall(join))
    ]
    if not falls:
        errors.print(f"{incident.id}: no mentions were compared, so nothing is drawn", markup=False)
        return
    with whole_file(path) as place:
        write_waterfalls(falls, place, name=f"Why the mentions of {incident.id} are held for one incident")
