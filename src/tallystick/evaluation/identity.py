"""Whether tellings of several reports were rightly put to one incident, also by the plain rule of day and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tallystick.derivation.known import what_is_known
from tallystick.evaluation.briefs_gold import Brief
from tallystick.evaluation.identity_gold import TrueMention, coded_tallies
from tallystick.evaluation.score import ErrorCase
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.resolution.resolve import resolve


@dataclass(frozen=True)
class Placed:
    """A telling in a report, the real incident that it is of, the one that it was put to, and its words."""

    report: str
    truth: str
    put_to: str
    words: str = ""


def count_same(placed: Sequence[Placed]) -> tuple[int, int, int]:
    """Pairs of tellings in two reports: put to one incident and truly of one, put to one, truly of one."""
    both = found = true = 0
    for a, b in across_reports(placed):
        true += a.truth == b.truth
        found += a.put_to == b.put_to
        both += a.truth == b.truth and a.put_to == b.put_to
    return both, found, true


def find_misplaced(placed: Sequence[Placed]) -> list[ErrorCase]:
    """The pairs that are of one incident and were not put to one, and those the other way round."""
    return [
        ErrorCase(
            document=f"{a.report} and {b.report}",
            kind="pair missed" if a.truth == b.truth else "false pair",
            expected=a.truth if a.truth == b.truth else f"{a.truth} and {b.truth}",
            got="two incidents" if a.truth == b.truth else "one incident",
            text=f"{a.words} / {b.words}",
        )
        for a, b in across_reports(placed)
        if (a.truth == b.truth) != (a.put_to == b.put_to)
    ]


def across_reports(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Every two tellings of two reports."""
    return ((a, b) for a, b in combinations(placed, 2) if a.report != b.report)


def put_by_linkage(mentions: Sequence[TrueMention], briefs: Sequence[Brief]) -> tuple[Placed, ...]:
    """Coded mentions, each with the incident that resolution puts it to; those of background are left out after."""
    resolution = resolve(
        [*(each.mention for each in mentions), *coded_tallies(briefs)],
        [brief.report for brief in briefs],
        batches={},
        knows=what_is_known(default_knowledge(), default_gazetteer()),
    )
    home = {mention_id: incident.id for incident in resolution.incidents for mention_id in incident.mentions}
    return tuple(
        Placed(each.document, each.truth, home[each.mention.id], each.mention.quote.exact)
        for each in mentions
        if not each.mention.background
    )


def put_by_day_and_place(mentions: Sequence[TrueMention]) -> tuple[Placed, ...]:
    """Coded mentions, those of one first day and one place put to one incident; those of background are left out."""
    return tuple(
        Placed(each.document, each.truth, _plainly(each), each.mention.quote.exact)
        for each in mentions
        if not each.mention.background
    )


def _plainly(each: TrueMention) -> str:
    where = each.mention.where
    return day_and_place(each.mention.when.start, where.name if where else None, alone=each.mention.id)


def day_and_place(day: date | None, place: str | None, *, alone: str) -> str:
    """The incident to which the plain rule puts a telling; without a day or a place it stays ``alone``."""
    return f"{day} {place}" if day and place else alone
