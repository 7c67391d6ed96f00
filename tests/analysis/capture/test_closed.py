from __future__ import annotations

import math

import pytest
from hypothesis import given

from tallystick.analysis.capture.closed import NORMAL_95, chapman, chapman_interval, lower_bound
from tallystick.analysis.capture.table import Table
from tests.analysis.capture.tables import table, tables

TURTLES = table(2, n10=5, n01=10, n11=5)
"""Ten marked, fifteen caught again, five of them marked: worked by hand in many a textbook."""


def test_chapman_by_hand() -> None:
    assert chapman(TURTLES) == pytest.approx(11 * 16 / 6 - 1)


def test_the_interval_of_the_textbook_example() -> None:
    """Sadinle's 95 % interval of it runs from 22 to 65; ours is one of 90 %, on the same scale."""
    unseen = 5.5 * 10.5 / 5.5
    spread = math.log((chapman_interval(TURTLES)[1] - 19.5) / unseen) / NORMAL_95
    assert round(19.5 + unseen * math.exp(-1.96 * spread)) == 22
    assert round(19.5 + unseen * math.exp(1.96 * spread)) == 65


def test_with_two_lists_the_lower_bound_is_chapmans_estimate() -> None:
    assert lower_bound(TURTLES) == pytest.approx(chapman(TURTLES))


def test_with_lists_of_equal_reach_the_lower_bound_is_chaos() -> None:
    once, twice = 90, 45
    equal = table(3, n100=30, n010=30, n001=30, n110=15, n101=15, n011=15, n111=10)
    chao = equal.seen + (2 / 3) * once**2 / (2 * twice)
    assert lower_bound(equal) == pytest.approx(chao, rel=0.01)


@given(tables())
def test_the_lower_bound_is_at_least_what_was_seen(any_table: Table) -> None:
    assert lower_bound(any_table) >= any_table.seen


@given(tables((2,)))
def test_the_interval_is_in_order_and_no_less_than_seen(two: Table) -> None:
    low, high = chapman_interval(two)
    assert two.seen <= low <= high
