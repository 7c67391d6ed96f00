"""Event mentions of which gold knows the incident: what the linkage is fitted on and measured by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.briefs_found import incidents_found
from tallystick.evaluation.briefs_gold import load_briefs
from tallystick.evaluation.briefs_match import pair_incidents
from tallystick.evaluation.identity_gold import coded_tallies, true_mentions
from tallystick.model.mention import EventMention, Mention
from tallystick.model.record import Record
from tallystick.model.report import Report


@dataclass(frozen=True)
class Truths:
    """A set of reports read together, their mentions, and the incident of those mentions of which gold knows it.

    Of the pairs in ``unsure`` the gold does not tell whether they are of one incident.
    """

    source: str
    reports: tuple[Report, ...]
    mentions: tuple[Mention, ...]
    incident_of: Mapping[str, str]
    unsure: frozenset[frozenset[str]] = frozenset()


def truths_of_briefs(folder: Path, bench: Bench, *, source: str) -> Truths:
    """Briefs as they are read: a mention is of the coded incident that it tells, if it tells one (``briefs_match``)."""
    briefs = bench.cut(load_briefs(folder), name=lambda brief: brief.name)
    record = bench.record([brief.report for brief in briefs])
    found: dict[str, str] = {}
    for brief in briefs:
        for mention in record.mentions:
            if isinstance(mention, EventMention) and mention.report_id == brief.report.id:
                told = [own for _, own in incidents_found(_alone(record, mention)).get(brief.report.id, [])]
                found.update((mention.id, brief.incidents[a].id) for a, _ in pair_incidents(brief.incidents, told))
    return Truths(source, record.reports, record.mentions, found)


def coded_briefs(folder: Path, bench: Bench, *, source: str) -> Truths:
    """Briefs as they are coded, with no reading in between."""
    briefs = bench.cut(load_briefs(folder), name=lambda brief: brief.name)
    mentions = true_mentions(folder, tuple(briefs))
    return Truths(
        source,
        tuple(brief.report for brief in briefs),
        (*(each.mention for each in mentions), *coded_tallies(briefs)),
        {each.mention.id: each.truth for each in mentions},
    )


def _alone(record: Record, mention: EventMention) -> Record:
    """The record as if one mention were all that tells of its incident."""
    kept = (i.model_copy(update={"mentions": (mention.id,)}) for i in record.incidents if mention.id in i.mentions)
    return record.model_copy(update={"incidents": tuple(kept)})
