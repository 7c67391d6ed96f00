"""Mentions of events into clusters, incident by incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from tallystick.resolution.cluster import cluster
from tallystick.resolution.events.telling import EventTelling


def cluster_events(
    tellings: Sequence[EventTelling], scores: Mapping[tuple[str, str], float], *, threshold: float
) -> dict[str, tuple[str, int]]:
    """The cluster of each mention: its incident, and a number within it.

    Two clusters join while the average probability across them reaches ``threshold``.
    """
    by_incident: defaultdict[str, list[str]] = defaultdict(list)
    for each in tellings:
        by_incident[each.incident].append(each.id)
    found: dict[str, tuple[str, int]] = {}
    for incident, members in sorted(by_incident.items()):
        ids = sorted(members)
        pairs = ((a, b, scores.get((ids[a], ids[b]), 0.0)) for a, b in combinations(range(len(ids)), 2))
        for group in cluster(range(len(ids)), pairs, threshold=threshold):
            found |= {ids[n]: (incident, group[0]) for n in group}
    return found
