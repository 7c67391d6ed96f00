"""Which event mentions are right, by gold: what confidence is fitted on and measured by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.briefs_found import incidents_found
from tallystick.evaluation.briefs_gold import load_briefs
from tallystick.evaluation.briefs_match import pair_incidents
from tallystick.evaluation.muc_project import project
from tallystick.evaluation.muc_templates import MucRole, MucTemplate, load_muc
from tallystick.model.mention import EventMention
from tallystick.model.record import Record
from tallystick.model.report import Report


@dataclass(frozen=True)
class Judged:
    """A report, and for those of its event mentions that gold can tell of whether they are right."""

    name: str
    report: Report
    truths: Mapping[str, bool]


def judge_briefs(folder: Path, bench: Bench) -> Iterator[Judged]:
    """A mention is right if it is paired with an incident of its brief: shared words, and something told alike."""
    briefs = bench.cut(load_briefs(folder), name=lambda brief: brief.name)
    record = bench.record([b.report for b in briefs])
    for brief in briefs:
        truths: dict[str, bool] = {}
        for mention in _standing(record, brief.report.id):
            alone = record.model_copy(update={"incidents": _incidents_of(record, mention)})
            told = [own for _, own in incidents_found(alone).get(brief.report.id, [])]
            truths[mention.id] = bool(pair_incidents(brief.incidents, told))
        yield Judged(brief.name, brief.report, truths)


def judge_muc(path: Path, bench: Bench) -> Iterator[Judged]:
    """A mention is right if a template of its type shares a filler with what it makes, or neither has any.

    Mentions that make no template are left out: the gold does not code what they tell (fights between armed sides).
    """
    for document in bench.cut(load_muc(path), name=lambda document: document.name):
        report = make_report(document.text, name=document.name, language="en")
        record = bench.record([report])
        truths: dict[str, bool] = {}
        for mention in _standing(record, report.id):
            made = project(record.model_copy(update={"incidents": _incidents_of(record, mention)}))
            if made:
                truths[mention.id] = any(_share(made[0], gold) for gold in document.templates)
        yield Judged(document.name, report, truths)


def _standing(record: Record, report_id: str) -> Iterator[EventMention]:
    """The mentions of a report that stand behind an incident."""
    behind = {i for incident in record.incidents for i in incident.mentions}
    for mention in record.mentions:
        if isinstance(mention, EventMention) and mention.report_id == report_id and mention.id in behind:
            yield mention


def _incidents_of(record: Record, mention: EventMention) -> tuple[object, ...]:
    """The incident of a mention, as if the mention were all that tells of it."""
    return tuple(i.model_copy(update={"mentions": (mention.id,)}) for i in record.incidents if mention.id in i.mentions)


def _share(made: MucTemplate, gold: MucTemplate) -> bool:
    if made.incident_type not in gold.incident_type:
        return False
    told = [role for role in MucRole if made.of(role)]
    return not told or any(ours <= theirs for role in told for ours in made.of(role) for theirs in gold.of(role))
