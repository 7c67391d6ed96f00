from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.watching.schedule import (
    LONGEST_BACK_OFF,
    LONGEST_RETRY_AFTER,
    LONGEST_WISH,
    time_left,
    wait_until_next,
)

HOUR = timedelta(hours=1)
NOW = datetime(2024, 3, 2, 12, tzinfo=UTC)
EVERY = st.timedeltas(timedelta(minutes=1), timedelta(days=30))
SHARE = st.floats(0, 1)
FAILURES = st.integers(0, 10_000)
ASKED = st.none() | st.timedeltas(timedelta(0), timedelta(days=10_000))


@given(EVERY, SHARE, SHARE, FAILURES, ASKED, ASKED)
def test_a_feed_is_never_asked_sooner_than_agreed_nor_put_off_for_ever(
    every: timedelta, jitter: float, chance: float, failures: int, wish: timedelta | None, asked: timedelta | None
) -> None:
    wait = wait_until_next(every=every, jitter=jitter, chance=chance, failures=failures, wish=wish, retry_after=asked)
    assert wait >= every
    assert wait >= min(asked or every, LONGEST_RETRY_AFTER)
    assert wait <= 2 * max(every, LONGEST_BACK_OFF, LONGEST_WISH, LONGEST_RETRY_AFTER)


@given(EVERY, FAILURES)
def test_one_failure_more_never_shortens_the_wait(every: timedelta, failures: int) -> None:
    before, after = (wait_until_next(every=every, jitter=0, chance=0, failures=n) for n in (failures, failures + 1))
    assert after >= before


@given(EVERY, SHARE, SHARE, SHARE)
def test_jitter_only_adds_and_at_most_its_share(every: timedelta, jitter: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    first, second = (wait_until_next(every=every, jitter=jitter, chance=chance) for chance in (low, high))
    assert every <= first <= second <= every * (1 + jitter)


@pytest.mark.parametrize(("failures", "hours"), [(0, 1), (1, 2), (2, 4), (3, 8), (9, 24)])
def test_the_wait_doubles_with_each_failure_up_to_a_day(failures: int, hours: int) -> None:
    assert wait_until_next(every=HOUR, jitter=0, chance=0, failures=failures) == hours * HOUR


def test_a_feed_that_says_it_changes_seldom_is_asked_seldom() -> None:
    assert wait_until_next(every=HOUR, jitter=0, chance=0, wish=3 * HOUR) == 3 * HOUR
    assert wait_until_next(every=HOUR, jitter=0, chance=0, wish=timedelta(days=400)) == LONGEST_WISH


@given(st.none() | st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)), EVERY)
def test_time_left_is_never_negative_nor_longer_than_allowed(
    due: datetime | None, now: datetime, longest: timedelta
) -> None:
    assert timedelta(0) <= time_left(due, now=now, longest=longest) <= longest


def test_what_is_left_of_a_wait_is_waited_after_a_stop() -> None:
    assert time_left(NOW + HOUR, now=NOW + HOUR / 4, longest=HOUR) == HOUR * 3 / 4
    assert time_left(NOW, now=NOW + HOUR, longest=HOUR) == timedelta(0)
