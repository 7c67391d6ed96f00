from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tallystick.resolution.events.cluster import cluster_events, join_alike
from tests.resolution.events.build import telling


def test_a_weak_link_does_not_weld_two_clusters() -> None:
    scores = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.1, ("a", "d"): 0.1, ("b", "d"): 0.1}
    found = cluster_events([telling(name) for name in "abcd"], scores, threshold=0.5)
    assert found["a"] == found["b"] != found["c"] == found["d"]


def test_mentions_of_two_incidents_stay_apart() -> None:
    found = cluster_events([telling("a"), telling("b", incident="2")], {("a", "b"): 1.0}, threshold=0.5)
    assert found["a"] != found["b"]


def test_a_pair_that_was_not_scored_is_not_joined() -> None:
    found = cluster_events([telling("a"), telling("b")], {}, threshold=0.5)
    assert found["a"] != found["b"]


@given(st.integers(0, 10_000), st.permutations(range(7)))
def test_the_order_of_the_rows_does_not_matter(seed: int, order: list[int]) -> None:
    likeness = np.random.default_rng(seed).random((7, 7))
    likeness = (likeness + likeness.T) / 2
    straight = join_alike(likeness, threshold=0.5)
    shuffled = join_alike(likeness[np.ix_(order, order)], threshold=0.5)
    together = {(a, b) for a in range(7) for b in range(7) if straight[a] == straight[b]}
    assert together == {(order[a], order[b]) for a in range(7) for b in range(7) if shuffled[a] == shuffled[b]}


def test_nothing_makes_no_cluster() -> None:
    assert join_alike(np.zeros((0, 0)), threshold=0.5) == []
