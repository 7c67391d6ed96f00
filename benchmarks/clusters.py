"""Clusters against the true ones, in time that grows with their number and not its square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping


def score_clusters(found: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> dict[str, float]:
    """Precision, recall and F1 over pairs, and as B³ (Bagga and Baldwin, 1998), each from 0 to 1.

    Both give the cluster of each item; they hold the same items. Without a pair to find, a score over pairs is 1.
    """
    both = Counter((found[item], cluster) for item, cluster in truth.items())
    ours, theirs = Counter(found[item] for item in truth), Counter(truth.values())
    hits = sum(n * (n - 1) for n in both.values())
    scores = {}
    for name, precision, recall in (
        ("pairwise", _part(hits, ours), _part(hits, theirs)),
        (
            "B³",
            sum(n * n / ours[a] for (a, _), n in both.items()) / max(1, len(truth)),
            sum(n * n / theirs[b] for (_, b), n in both.items()) / max(1, len(truth)),
        ),
    ):
        scores[f"{name} precision"] = precision
        scores[f"{name} recall"] = recall
        scores[f"{name} F1"] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return scores


def _part(hits: int, clusters: Counter[Hashable]) -> float:
    pairs = sum(n * (n - 1) for n in clusters.values())
    return hits / pairs if pairs else 1.0
