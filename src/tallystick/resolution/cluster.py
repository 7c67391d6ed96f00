"""Tellings to clusters: agglomerative, average linkage, and no pair inside a cluster that was ruled out."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tallystick.resolution.telling import Telling

THRESHOLD = 0.5
"""From even odds on, two tellings are taken for one incident."""

Cluster = list[Telling]
Score = Callable[[Telling, Telling], float | None]
"""From 0 to 1; null where the two are ruled out."""


def cluster_tellings(
    tellings: Sequence[Telling], pairs: Iterable[tuple[Telling, Telling]], score: Score
) -> list[Cluster]:
    """The clusters, each sorted by key, the best joined first. The order of the input does not matter.

    Two clusters join if every pair across them was compared, none was vetoed and the average score reaches the
    threshold: so a chain of weak links does not weld two incidents together.
    """
    tellings = sorted(tellings, key=lambda t: t.key)
    number = {id(t): n for n, t in enumerate(tellings)}
    links: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for a, b in pairs:
        if (value := score(a, b)) is not None:
            i, j = number[id(a)], number[id(b)]
            links[i][j] = links[j][i] = (value, 1)
    clusters: dict[int, Cluster] = {n: [t] for n, t in enumerate(tellings)}
    queue = [(-s, i, j) for i, near in links.items() for j, (s, _) in near.items() if i < j and s >= THRESHOLD]
    heapq.heapify(queue)
    while queue:
        negative, i, j = heapq.heappop(queue)
        if i not in clusters or j not in clusters or _average(links, clusters, i, j) != -negative:
            continue
        clusters[i] += clusters.pop(j)
        for k in _merge_links(links, i, j):
            if (average := _average(links, clusters, i, k)) >= THRESHOLD:
                heapq.heappush(queue, (-average, min(i, k), max(i, k)))
    return [sorted(members, key=lambda t: t.key) for members in clusters.values()]


def _average(links: dict[int, dict[int, tuple[float, int]]], clusters: dict[int, Cluster], i: int, j: int) -> float:
    """The average score between two clusters; 0 if a pair across them is vetoed or was never compared."""
    total, count = links[i].get(j, (0.0, 0))
    return total / count if count == len(clusters[i]) * len(clusters[j]) else 0.0


def _merge_links(links: dict[int, dict[int, tuple[float, int]]], i: int, j: int) -> dict[int, tuple[float, int]]:
    """Hand the links of cluster j over to cluster i."""
    for k, (total, count) in links.pop(j).items():
        links[k].pop(j)
        if k != i:
            old_total, old_count = links[i].get(k, (0.0, 0))
            links[i][k] = links[k][i] = (old_total + total, old_count + count)
    return links[i]
