"""``tallystick show``: one incident with all that carries it."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from tallystick.attribution.attribute import attribute
from tallystick.cli.options import KnowledgeOption, LedgerOption
from tallystick.ledger import open_ledger
from tallystick.model.incident import GroupCount, Incident
from tallystick.model.mention import EventMention
from tallystick.model.record import Record
from tallystick.pipeline import default_knowledge
from tallystick.publishing import rows


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an incident, old ones too.")],
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    as_json: Annotated[bool, typer.Option("--json", help="Print the incident as JSON.")] = False,
) -> None:
    """Show one incident: every quote, why its mentions were joined, who claims it, and how sure that is."""
    with open_ledger(ledger, create=False) as opened:
        incident, tombstone = opened.incident(id_)
        record = opened.record()
    if as_json:
        sys.stdout.write(json.dumps(rows.incident_row(incident), ensure_ascii=False) + "\n")
        return
    lines = [] if tombstone is None else [f"{tombstone.id} now stands as {incident.id}: {tombstone.why}", ""]
    sys.stdout.write("\n".join([*lines, *describe_incident(incident, record)]) + "\n")


def describe_incident(incident: Incident, record: Record) -> list[str]:
    """An incident in lines of plain text."""
    place = incident.place
    where = (
        "not told"
        if place is None
        else f"{place.name} ({place.precision.value}{', ' + place.country if place.country else ''})"
    )
    lines = [
        f"{incident.id}  {incident.kind.value}  {incident.status.value}  review: {incident.review_state.value}",
        f"  when      {_days(incident)} ({incident.date_precision.value}, {incident.date_basis.value})",
        f"  where     {where}",
        f"  target    {incident.target or 'not told'}",
        f"  by        {incident.perpetrator.name if incident.perpetrator else 'not stated as fact'}",
        f"  weapons   {', '.join(w.value for w in incident.weapons) or 'not told'}",
        f"  killed    {_count(incident.killed)}   injured {_count(incident.injured)}",
        *(f"    of them {_group(each)}" for each in incident.casualty_groups),
        f"  outcome   {incident.outcome.value}",
        f"  sources   {incident.sources} independent",
        "",
        "Who did it",
    ]
    lines += [f"  {s}" for s in attribution_sentences(incident, record)]
    lines += ["", "What the reports say"]
    for event in record.events_of(incident):
        lines.append(f"  {_source(event, record)}")
        lines.append(f"    “{event.quote.exact}” [{event.quote.start}–{event.quote.end}]")
    if incident.joins:
        lines += ["", "Why these are one incident"]
        lines += [f"  {j.score:.2f}  {j.left} + {j.right}: {'; '.join(j.reasons)}" for j in incident.joins]
    if incident.conflicts:
        lines += ["", "Where the reports disagree"]
        for conflict in incident.conflicts:
            said = " / ".join(f"{v.value} ({len(v.mention_ids)})" for v in conflict.values)
            lines.append(f"  {conflict.field}: {said}. Shown by the rule: {conflict.rule}")
    return lines


def attribution_sentences(incident: Incident, record: Record) -> tuple[str, ...]:
    """Who did it, who says so, how likely and how sure: in sentences, also where nothing is known."""
    attributed = attribute([incident], record.mentions, record.reports, knowledge=default_knowledge())
    return attributed.sentences[incident.id]


def _days(incident: Incident) -> str:
    if incident.start is None and incident.end is None:
        return "not told"
    if incident.start == incident.end:
        return str(incident.start)
    return f"{incident.start or '?'} to {incident.end or '?'}"


def _group(each: GroupCount) -> str:
    return f"{each.group.value}: killed {_count(each.killed)}, injured {_count(each.injured)}"


def _count(count: object) -> str:
    low, best, high = (getattr(count, n, None) for n in ("low", "best", "high"))
    if count is None:
        return "not told"
    if low == high == best:
        return str(low)
    return f"{low if low is not None else '?'} to {high if high is not None else '?'}"


def _source(event: EventMention, record: Record) -> str:
    report = record.report(event.report_id)
    name = report.publisher or report.title or report.path or report.id[:12]
    day = f", {report.published_on}" if report.published_on else ""
    copy = " (copy of another report)" if report.syndicated_from else ""
    by = f", on the word of {event.reporter.name}" if event.reporter else ""
    return f"{name}{day}{copy}{by}"
