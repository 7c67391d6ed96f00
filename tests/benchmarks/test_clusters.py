from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.clusters import score_clusters

LABELS = st.dictionaries(st.text(max_size=3), st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1)


def test_the_same_clusters_score_one() -> None:
    assert set(score_clusters({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "y"}).values()) == {1.0}


def test_b_cubed_as_worked_out_by_hand() -> None:
    scores = score_clusters({"a": 1, "b": 1, "c": 1}, {"a": "x", "b": "x", "c": "y"})
    assert scores["B³ precision"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert scores["B³ recall"] == 1.0


@given(LABELS)
def test_pairs_are_those_counted_one_by_one(labels: dict[str, tuple[int, int]]) -> None:
    found, truth = {k: a for k, (a, _) in labels.items()}, {k: b for k, (_, b) in labels.items()}
    ours = {p for p in combinations(sorted(labels), 2) if found[p[0]] == found[p[1]]}
    theirs = {p for p in combinations(sorted(labels), 2) if truth[p[0]] == truth[p[1]]}
    scores = score_clusters(found, truth)
    assert scores["pairwise precision"] == pytest.approx(len(ours & theirs) / len(ours) if ours else 1.0)
    assert scores["pairwise recall"] == pytest.approx(len(ours & theirs) / len(theirs) if theirs else 1.0)
