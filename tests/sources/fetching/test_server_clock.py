from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.sources.fetching.server_clock import fresh_for, retry_after, server_time

NOW = datetime(2024, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def stamp(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def test_the_time_of_an_answer_is_that_of_its_making_and_its_age_in_a_cache() -> None:
    assert server_time({"date": stamp(NOW)}) == NOW
    assert server_time({"date": stamp(NOW), "age": "60"}) == NOW + timedelta(seconds=60)


@pytest.mark.parametrize("date", ["", "soon", "Sat, 99 Mar 2024 12:00:00 GMT", "Sat, 02 Mar 99999 12:00:00 GMT"])
def test_a_date_that_is_none_says_nothing(date: str) -> None:
    assert server_time({"date": date}) is None


@pytest.mark.parametrize("value", ["120", " 120 "])
def test_seconds_are_seconds_by_any_clock(value: str) -> None:
    assert retry_after({"retry-after": value}, now=NOW) == timedelta(seconds=120)


def test_a_moment_is_read_by_the_clock_of_the_server_however_wrong() -> None:
    years_ahead = NOW + timedelta(days=4000)
    told = {"date": stamp(years_ahead), "retry-after": stamp(years_ahead + HOUR)}
    assert retry_after(told, now=NOW) == HOUR


def test_without_a_date_of_the_server_it_is_read_by_ours() -> None:
    assert retry_after({"retry-after": stamp(NOW + HOUR)}, now=NOW) == HOUR


@pytest.mark.parametrize("value", ["-5", "1.5", "later", "9" * 11, ""])
def test_a_wait_that_cannot_be_read_is_none(value: str) -> None:
    assert retry_after({"retry-after": value}, now=NOW) is None


def test_how_long_an_answer_is_fresh() -> None:
    both = {"cache-control": "public, max-age=60", "date": stamp(NOW), "expires": stamp(NOW + HOUR)}
    assert fresh_for(both) == timedelta(seconds=60)
    assert fresh_for({name: both[name] for name in ("date", "expires")}) == HOUR
    assert fresh_for({"expires": stamp(NOW)}) is None
    assert fresh_for({"date": stamp(NOW), "expires": "0"}) is None
    assert fresh_for({"cache-control": "s-maxage=60"}) is None


@given(st.dictionaries(st.sampled_from(["date", "age", "retry-after", "expires", "cache-control"]), st.text()))
def test_whatever_a_server_says_no_wait_is_negative(headers: dict[str, str]) -> None:
    assert all(wait is None or wait >= timedelta(0) for wait in (retry_after(headers, now=NOW), fresh_for(headers)))
