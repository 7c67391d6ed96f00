"""How far a change reaches: the tellings that may have to move to another incident, and no more.

Tellings are gathered in stages (``resolution.gather``): firm ones by themselves, vague ones to the firm, the vague
left over among themselves, bare ones within their report, denials at last. Each stage looks only at the kept pairs of
its own tellings and at what earlier stages made. So a change travels along kept pairs, never back to an earlier stage.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from tallystick.derivation.neighbourhood import Neighbourhood
from tallystick.derivation.rows import BARE, DENIAL, FIRM, LEFT, VAGUE
from tallystick.ledger.index import Placed, Tie
from tallystick.resolution.cluster import THRESHOLD
from tallystick.resolution.linkage import FLOOR
from tallystick.resolution.linkage.links import likely_at

Partners = Callable[[Collection[str]], Collection[str]]
"""The mentions that decisions in force join to, or part from, any of these."""

_STAGE = {FIRM: 0, VAGUE: 1, LEFT: 1, BARE: 2, DENIAL: 3}


def spread(near: Neighbourhood, seeds: Collection[str], partners: Partners) -> set[str]:
    """The seeds and every telling that may have to move with them."""
    reached: set[str] = set()
    frontier = set(seeds)
    while frontier:
        reached |= frontier
        found: set[str] = set()
        for tie in near.ties_then_and_now(frontier):
            for one, other in ((tie.left_id, tie.right_id), (tie.right_id, tie.left_id)):
                if one in frontier and other not in reached and _carries(near, one, other, tie):
                    found.add(other)
        found |= _of_their_reports(near, frontier)
        found.update(partners(frontier))
        frontier = found - reached
    return reached


def _carries(near: Neighbourhood, one: str, other: str, tie: Tie) -> bool:
    """True if a move of one telling can move the other."""
    stages = [_STAGE[sort] for sort in near.sorts(one)]
    row = near.row(other)
    score = likely_at(tie.weight)
    stage = _STAGE[row.sort]
    if stage in stages:
        # Clusters of one stage join over pairs at the threshold only; a vague telling with a place of its own stays.
        return score >= THRESHOLD and row.sort in (FIRM, LEFT)
    return min(stages) < stage and score >= FLOOR


def _of_their_reports(near: Neighbourhood, frontier: Collection[str]) -> set[str]:
    """What the same reports tell that goes by where these tellings are.

    A bare telling goes to another of its report; a vague one and a denial prefer what their report tells, and keep
    away from what it tells apart.
    """
    told: dict[str, int] = {}
    for i in frontier:
        stage = min(_STAGE[sort] for sort in near.sorts(i))
        report = near.row(i).report_id
        told[report] = min(stage, told.get(report, stage))
    rows: list[Placed] = [near.row(i) for i in near.in_reports(set(told))]
    return {row.mention_id for row in rows if _STAGE[row.sort] >= max(1, told[row.report_id])}
