from __future__ import annotations

from tallystick.resolution.events.cluster import cluster_events
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
