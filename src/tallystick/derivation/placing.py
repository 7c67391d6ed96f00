"""Which incident each telling is of that a change reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tallystick.derivation.deciding import Deciding
from tallystick.derivation.loading import Tellings
from tallystick.derivation.neighbourhood import Neighbourhood
from tallystick.derivation.rows import DENIAL
from tallystick.derivation.spread import spread
from tallystick.ledger.index import Placed
from tallystick.resolution.gather import gather
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import FLOOR, load_model
from tallystick.resolution.linkage.kept import links_from
from tallystick.resolution.linkage.links import likely_at


@dataclass(frozen=True)
class Cluster:
    """Tellings that were placed anew, by mention id, and the incident on file that they are of, if they are of one."""

    placed: frozenset[str]
    incident_id: str | None


@dataclass(frozen=True)
class Placing:
    """What became of the tellings that were placed anew.

    ``may_be`` gives for a vague one the mentions that it may mean, best first, each with how likely that is; ``left``
    are the vague ones that stand for themselves.
    """

    reached: frozenset[str]
    clusters: tuple[Cluster, ...]
    may_be: Mapping[str, tuple[tuple[str, float], ...]]
    left: frozenset[str]


def place(near: Neighbourhood, seeds: Collection[str], deciding: Deciding, tellings: Tellings, knows: Knows) -> Placing:
    """Places anew every telling that the seeds reach, beside all those around that stay where they are."""
    reached, around = _reached_and_around(near, set(seeds), deciding)
    moving = {i for i in reached if i in near.fresh or i not in near.gone}
    rows = [near.row(i) for i in (*moving, *around)]
    links = links_from(near.ties(moving), tellings.as_told(rows), knows, load_model())
    settled: dict[str, list[int]] = defaultdict(list)
    for i, incident_id in around.items():
        settled[incident_id].append(links.number_of[i])
    gathered = gather(links, deciding.constraints(), settled=tuple(settled.values()))
    ids = links.ids
    clusters = [
        Cluster(
            placed=frozenset(ids[n] for n in numbers if ids[n] in moving),
            incident_id=next((around[ids[n]] for n in numbers if ids[n] in around), None),
        )
        for numbers in gathered.clusters
    ]
    return Placing(
        reached=frozenset(reached),
        clusters=tuple(clusters),
        may_be={ids[n]: tuple((ids[c.telling], c.score) for c in found) for n, found in gathered.may_be.items()},
        left=frozenset(ids[n] for n in gathered.left),
    )


def _reached_and_around(near: Neighbourhood, seeds: set[str], deciding: Deciding) -> tuple[set[str], dict[str, str]]:
    """The tellings that the seeds reach, and those around them with the incidents in which they stay.

    What a person joined is taken apart again where it is met, since tellings are judged against what stood before.
    """
    while True:
        reached = spread(near, seeds, lambda ids: deciding.partners(ids, near))
        around = _around(near, reached)
        welded = {
            i
            for members in near.in_incidents(set(around.values())).values()
            if deciding.welds(members, near)
            for i in members
        }
        if welded <= reached:
            return reached, around
        seeds |= welded


def _around(near: Neighbourhood, reached: Collection[str]) -> dict[str, str]:
    """The tellings that those reached are judged against, each with its incident."""
    found: list[Placed] = [near.row(i) for i in near.in_reports({near.row(i).report_id for i in reached})]
    for tie in near.ties(reached):
        one, other = near.row(tie.left_id), near.row(tie.right_id)
        if likely_at(tie.weight) >= FLOOR or one.report_id == other.report_id:
            found += [one, other]
    return {
        row.mention_id: row.incident_id
        for row in found
        if row.mention_id not in reached and row.incident_id is not None and row.sort != DENIAL
    }
