from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.mention import Casualties, CountedRange, EventMention, GroupHarm, Range
from tallystick.model.terms import CasualtyGroup
from tallystick.resolution.counts import pool_counts, pool_groups
from tests.resolution.build import MONDAY, event, quote, report, tellings

Bounds = tuple[int | None, int | None, int | None]
REPORTS = [
    report("a", published=MONDAY),
    report("b", published=MONDAY + timedelta(days=1)),
    report("c", published=MONDAY + timedelta(days=2)),
    report("copy", published=MONDAY + timedelta(days=3), copy_of="a"),
]


def pooled(*told: tuple[str, Bounds | None]) -> tuple[Range | None, int]:
    mentions = [event(name, 10 * n, killed=bounds) for n, (name, bounds) in enumerate(told)]
    chosen = pool_counts(tellings(*mentions, reports=REPORTS), killed, field="killed")
    return chosen.value, len(chosen.conflicts)


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
        ([("a", (2, 2, 2)), ("copy", (4, 4, 4))], (4, 4, 4), 1),
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


def test_every_report_that_tells_the_number_stands_behind_it() -> None:
    mentions = [event("a", name="first", killed=(2, 2, 2)), event("copy", name="second", killed=(2, 2, 2))]
    chosen = pool_counts(tellings(*mentions, reports=REPORTS), killed, field="killed")
    assert chosen.mention_ids == ("first", "second")


def test_a_number_taken_back_is_kept_with_no_source_behind_it() -> None:
    mentions = [event("a", killed=(2, 2, 2)), event("copy", killed=(4, 4, 4)), event("b", killed=(4, 4, 4))]
    (conflict,) = pool_counts(tellings(*mentions, reports=REPORTS), killed, field="killed").conflicts
    assert [(v.value, v.sources) for v in conflict.values] == [("4", 2), ("2", 0)]
    assert conflict.decided_by == "the latest word of the source"


def test_a_number_and_a_bound_that_it_meets_do_not_disagree() -> None:
    assert pooled(("a", (2, 2, 2)), ("b", (2, 2, None)), ("c", (1, None, None))) == (Range(low=1, best=2, high=2), 0)


def test_of_one_report_the_first_number_counts() -> None:
    told = [("a", (12, None, None)), ("a", (40, 40, 40)), ("a", (9, 9, 9)), ("a", (1000, None, None))]
    assert pooled(*told) == (Range(low=40, best=40, high=40), 0)


def test_groups_are_pooled_each_by_itself_in_their_order() -> None:
    def of(children: Bounds, civilians: Bounds | None = None) -> Casualties:
        told = ((CasualtyGroup.CIVILIANS, civilians), (CasualtyGroup.CHILDREN, children))
        return Casualties(groups=tuple(GroupHarm(group=g, killed=counted(b)) for g, b in told if b is not None))

    mentions = [
        event("a", 0).model_copy(update={"casualties": of((3, 3, 3))}),
        event("b", 10).model_copy(update={"casualties": of((4, 4, 4), (9, 9, None))}),
    ]
    groups, chosen = pool_groups(tellings(*mentions, reports=REPORTS))
    assert [(g.group.value, g.killed, g.injured) for g in groups] == [
        ("civilians", Range(low=9, best=9, high=None), None),
        ("children", Range(low=3, best=4, high=4), None),
    ]
    assert [c.field for each in chosen.values() for c in each.conflicts] == ["killed_children"]


def counted(bounds: Bounds) -> CountedRange:
    low, best, high = bounds
    return CountedRange(low=low, best=best, high=high, quote=quote("a", 0))
