"""What attribution costs beside reading the same reports, and how its cost grows with the evidence on an incident.

``python -m benchmarks.attribution [PATH...]``, by default over the example reports: they are read and resolved once.
Then each incident is told again by ten and by a hundred times as many reports, and attributed anew. Processor time.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import EXAMPLES
from tallystick.attribution.attribute import attribute
from tallystick.derivation.known import what_is_known
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, Mention
from tallystick.model.report import Report
from tallystick.pipeline import default_gazetteer, default_knowledge, default_reader
from tallystick.reading.ahead import reports_in_batches
from tallystick.resolution import resolve
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

TIMES = (1, 10, 100)
ROUNDS = 3
"""Of so many the fastest counts."""

_Told = tuple[Sequence[Incident], Sequence[Mention], Sequence[Report]]


def main() -> None:
    """Prints the seconds of reading, and of attribution at growing evidence."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution")
    parser.add_argument("paths", type=Path, nargs="*", default=[EXAMPLES])
    taken = (item.report for item in read_paths(parser.parse_args().paths) if isinstance(item, Taken))
    reports = list({report.id: report for report in taken}.values())
    knowledge, reader = default_knowledge(), default_reader()
    reader.read(reports[0])  # so that loading the reader is no part of reading
    begun = time.process_time()
    mentions = [m for report in reports_in_batches(reader, reports) for m in reader.read(report).mentions]
    reading = time.process_time() - begun
    knows = what_is_known(knowledge, default_gazetteer())
    incidents = resolve(mentions, reports, batches={}, knows=knows).incidents
    print(f"{len(reports)} reports, {len(incidents)} incidents: read in {reading:.1f} s")
    for times in TIMES:
        told = _told_again(incidents, mentions, reports, times)
        spent = min(_seconds(told, knowledge) for _ in range(ROUNDS))
        tellings = sum(len(i.mentions) for i in told[0])
        share, each = spent / reading / times, spent / max(1, tellings)
        print(f"{tellings:7,} tellings: {spent:6.2f} s, {share:.4f} of reading them, {1000 * each:.2f} ms a telling")


def _seconds(told: _Told, knowledge: KnowledgeBase) -> float:
    begun = time.process_time()
    attribute(*told, knowledge=knowledge)
    return time.process_time() - begun


def _told_again(
    incidents: Sequence[Incident], mentions: Sequence[Mention], reports: Sequence[Report], times: int
) -> _Told:
    """The same incidents, told by so many times as many reports."""
    copies = range(times)
    return (
        [i.model_copy(update={"mentions": tuple(_again(m, n) for n in copies for m in i.mentions)}) for i in incidents],
        [_copy(m, n) for n in copies for m in mentions],
        [r.model_copy(update={"id": _again(r.id, n)}) for n in copies for r in reports],
    )


def _copy(mention: Mention, number: int) -> Mention:
    changed: dict[str, object] = {"id": _again(mention.id, number), "report_id": _again(mention.report_id, number)}
    if isinstance(mention, ClaimMention):
        changed["covers"] = tuple(_again(m, number) for m in mention.covers)
    return mention.model_copy(update=changed)


def _again(name: str, number: int) -> str:
    return f"{name}~{number}" if number else name


if __name__ == "__main__":
    main()
