"""A budget is never overrun, and its end is told before it comes."""

from __future__ import annotations

import pytest

from tallystick.reading.llm.budget import Budget
from tallystick.reading.reader import ReadingStoppedError


def test_no_request_is_sent_that_might_overrun_it() -> None:
    budget = Budget(100)
    budget.promise(60)
    with pytest.raises(ReadingStoppedError, match="E215"):
        budget.promise(60)


def test_what_was_not_used_can_be_spent_again() -> None:
    budget = Budget(100)
    budget.promise(60)
    budget.settle(60, 10)
    budget.promise(60)
    assert budget.spent == 10


def test_its_end_is_told_once_four_fifths_are_gone(caplog: pytest.LogCaptureFixture) -> None:
    budget = Budget(100)
    budget.promise(80)
    budget.settle(80, 80)
    budget.promise(10)
    budget.settle(10, 10)
    assert [record.getMessage()[:28] for record in caplog.records] == ["80 of the 100 tokens that th"]


def test_without_a_limit_everything_may_be_asked() -> None:
    Budget(None).promise(10**9)
