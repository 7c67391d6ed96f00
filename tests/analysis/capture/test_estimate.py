from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings

from tallystick.analysis.capture.estimate import FEWEST_MATCHED, WIDEST, estimate_whole, name_model
from tallystick.analysis.capture.loglinear import UNEVEN
from tallystick.analysis.capture.table import Table
from tests.analysis.capture.tables import HEPATITIS, table, tables


@given(tables())
@settings(deadline=None, max_examples=60)
def test_it_is_refused_with_a_reason_or_in_order_and_no_less_than_seen(any_table: Table) -> None:
    found = estimate_whole(any_table)
    if found.refused is None:
        assert found.low is not None
        assert found.high is not None
        assert found.total is not None
        assert any_table.seen <= found.low <= found.total + 0.5
        assert found.total - 0.5 <= found.high <= WIDEST * found.low
    else:
        assert (found.total, found.low, found.high) == (None, None, None)


@given(tables((3,)))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_lists_changes_nothing(three: Table) -> None:
    first = estimate_whole(three)
    for order in permutations(range(3)):
        turned = Table(3, {frozenset(order[n] for n in p): c for p, c in three.counts.items()})
        other = estimate_whole(turned)
        assert other.refused == first.refused
        assert other.total == pytest.approx(first.total)
        assert other.low == pytest.approx(first.low)
        assert other.high == pytest.approx(first.high)
        assert other.at_least == pytest.approx(first.at_least)


def test_the_cautious_figure_of_a_published_table_whose_truth_is_known() -> None:
    """Tested afterwards, about 545 had had it, and the lists tell 271 (Chao and others 2001)."""
    found = estimate_whole(HEPATITIS)
    assert found.at_least is not None
    assert 440 < found.at_least < 545


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        (table(1, n1=40), "fewer than two independent lists"),
        (table(2, n10=30, n01=30), "without an overlap"),
        (table(2, n10=30, n01=30, n11=FEWEST_MATCHED - 1), "only 6 incidents are told by two"),
        (table(2, n01=30, n11=20), "as a copy would"),
        (table(3, n100=30, n001=20, n110=20, n111=10, n101=5), "as a copy would"),
        (table(3, n100=40, n010=40, n001=40, n110=4, n101=4, n011=4), "to one"),
    ],
)
def test_it_is_refused_where_the_data_cannot_carry_it(counts: Table, why: str) -> None:
    found = estimate_whole(counts)
    assert why in (found.refused or "")


def test_the_cautious_figure_stays_where_the_interval_is_too_wide() -> None:
    found = estimate_whole(table(3, n100=40, n010=40, n001=40, n110=4, n101=4, n011=4))
    assert found.total is None
    assert found.at_least is not None


def test_the_likeliest_model_is_named_by_its_lists() -> None:
    names = ("A", "B", "C")
    assert name_model((), names) == "the lists are independent"
    assert name_model(("0 2", "1 2"), names).endswith("A and C; B and C")
    assert "harder to hear of" in name_model(UNEVEN[:1], names)
