from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tallystick.resolution.cluster import Group, cluster


def test_a_pair_at_even_odds_is_joined_and_a_weaker_one_is_not() -> None:
    assert cluster([0, 1, 2, 3], [(0, 1, 0.5), (2, 3, 0.49)]) == [[0, 1], [2], [3]]


def test_a_threshold_of_ones_own_is_kept_to() -> None:
    assert cluster([0, 1, 2, 3], [(0, 1, 0.3), (2, 3, 0.29)], threshold=0.3) == [[0, 1], [2], [3]]


def test_nothing_makes_no_cluster() -> None:
    assert cluster([], []) == []


def test_a_chain_of_links_does_not_weld_its_ends() -> None:
    assert cluster([0, 1, 2, 3], [(0, 1, 0.9), (1, 2, 0.6), (2, 3, 0.9)]) == [[0, 1], [2, 3]]


def test_later_evidence_outweighs_one_pair_that_seemed_apart() -> None:
    assert cluster([0, 1], [(0, 1, 0.2)]) == [[0], [1]]
    assert cluster([0, 1, 2], [(0, 1, 0.2), (0, 2, 0.95), (1, 2, 0.95)]) == [[0, 1, 2]]


def test_what_must_stay_apart_is_not_joined_by_way_of_a_third() -> None:
    def must_part(a: Group, b: Group) -> bool:
        return any({x, y} == {0, 1} for x in a for y in b)

    assert cluster([0, 1, 2], [(0, 2, 0.99), (1, 2, 0.98), (0, 1, 0.9)], must_part) == [[0, 2], [1]]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0.05, 1), max_size=30
)


@given(PAIRS, st.randoms())
def test_the_order_of_numbers_and_pairs_does_not_matter(pairs: dict[tuple[int, int], float], r: random.Random) -> None:
    numbers, links = list(range(10)), [(a, b, likely) for (a, b), likely in pairs.items()]
    first = cluster(numbers, links)
    r.shuffle(numbers)
    r.shuffle(links)
    assert cluster(numbers, links) == first


@given(PAIRS)
def test_parts_that_no_pair_ties_come_out_the_same_alone(pairs: dict[tuple[int, int], float]) -> None:
    ours = [(a, b, likely) for (a, b), likely in pairs.items()]
    theirs = [(a + 10, b + 10, likely) for a, b, likely in ours]
    together = cluster(range(20), [*ours, *theirs])
    assert together == sorted([*cluster(range(10), ours), *cluster(range(10, 20), theirs)])


@given(PAIRS, st.dictionaries(st.tuples(st.integers(0, 9), st.integers(10, 19)), st.floats(0.05, 0.49)))
def test_weak_pairs_alone_join_nothing_and_part_nothing(
    pairs: dict[tuple[int, int], float], weak: dict[tuple[int, int], float]
) -> None:
    ours = [(a, b, likely) for (a, b), likely in pairs.items()]
    theirs = [(a + 10, b + 10, likely) for a, b, likely in ours]
    between = [(a, b, likely) for (a, b), likely in weak.items()]
    assert cluster(range(20), [*ours, *theirs, *between]) == cluster(range(20), [*ours, *theirs])
