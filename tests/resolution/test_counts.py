from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.mention import EventMention, Range
from tallystick.resolution.counts import pool_counts
from tests.resolution.build import MONDAY, event, report, tellings

Bounds = tuple[int | None, int | None, int | None]
REPORTS = [
    report("a", published=MONDAY),
    report("b", published=MONDAY + timedelta(days=1)),
    report("c", published=MONDAY + timedelta(days=2)),
    report("copy", published=MONDAY + timedelta(days=3), copy_of="a"),
]


def pooled(*told: tuple[str, Bounds | None]) -> tuple[Range | None, int]:
    mentions = [event(name, 10 * n, killed=bounds) for n, (name, bounds) in enumerate(told)]
    value, conflicts = pool_counts(tellings(*mentions, reports=REPORTS), killed, field="killed")
    return value, len(conflicts)


def killed(m: EventMention) -> Range | None:
    return m.casualties.killed


@pytest.mark.parametrize(
    ("told", "pool", "conflicts"),
    [
        ([], None, 0),
        ([("a", None), ("b", None)], None, 0),
        ([("a", (3, 3, 3)), ("b", (3, 3, 3))], (3, 3, 3), 0),
        ([("a", (0, 0, 0)), ("b", None)], (0, 0, 0), 0),
        ([("a", (2, 2, 2)), ("b", (2, 2, 2)), ("c", (5, 5, 5))], (2, 2, 5), 1),
        ([("a", (2, 2, 2)), ("c", (5, 5, 5))], (2, 5, 5), 1),
        ([("a", (1, 1, None)), ("b", (21, 21, 21))], (1, 21, 21), 1),
        ([("a", (3, 3, None))], (3, 3, None), 0),
        ([("a", (2, 2, 2)), ("copy", (4, 4, 4))], (4, 4, 4), 0),
        ([("a", (5, 5, None)), ("b", (2, 2, 2))], (2, 2, None), 1),
    ],
)
def test_counts_of_independent_sources_are_pooled(
    told: list[tuple[str, Bounds | None]], pool: Bounds | None, conflicts: int
) -> None:
    value, found = pooled(*told)
    assert (value and (value.low, value.best, value.high)) == pool
    assert found == conflicts


bounds = st.tuples(*[st.none() | st.integers(0, 50)] * 3).filter(
    lambda b: (known := [n for n in b if n is not None]) == sorted(known)
)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c", "copy"]), bounds), max_size=6))
def test_whatever_is_told_pools_to_a_count_in_order(told: list[tuple[str, Bounds]]) -> None:
    value, _ = pooled(*told)
    assert (value is None) == (not told)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), bounds), min_size=1, max_size=4, unique_by=lambda t: t[0]))
def test_the_pool_reaches_down_to_the_lowest_low_told(told: list[tuple[str, Bounds]]) -> None:
    value, _ = pooled(*told)
    lows = [b[0] for _, b in told if b[0] is not None]
    if value and lows:
        assert value.low is not None
        assert value.low <= min(lows)
