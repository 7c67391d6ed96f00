"""Mentions and documents into clusters, by average linkage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

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
    for incident, ids in sorted(by_incident.items()):
        ids.sort()
        likeness = np.array([[scores.get((min(a, b), max(a, b)), 0.0) for b in ids] for a in ids])
        found |= {id_: (incident, n) for id_, n in zip(ids, join_alike(likeness, threshold=threshold), strict=True)}
    return found


def join_alike(likeness: NDArray[np.float64], *, threshold: float) -> list[int]:
    """The number of the cluster of each row of a symmetric matrix of likeness, from 0 to 1.

    The two clusters that are most alike join, while the mean likeness across them reaches ``threshold``.
    """
    alike = likeness.astype(np.float64)
    np.fill_diagonal(alike, -1.0)
    sizes = np.ones(len(alike))
    cluster = np.arange(len(alike))
    while len(alike):
        one, other = sorted(divmod(int(alike.argmax()), len(alike)))
        if alike[one, other] < threshold:
            break
        merged = (sizes[one] * alike[one] + sizes[other] * alike[other]) / (sizes[one] + sizes[other])
        alike[one] = alike[:, one] = merged
        alike[other] = alike[:, other] = alike[one, one] = -1.0
        sizes[one] += sizes[other]
        cluster[cluster == other] = one
    return [int(n) for n in cluster]
