from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.sources.feeds.feed import Entry
from tallystick.watching.dates import LEAST, doubt_dates

NOW = datetime(2024, 3, 2, 12, tzinfo=UTC)
OLDEST = timedelta(days=3650)


def doubts(*published: str | None) -> list[str | None]:
    entries = tuple(Entry(raw=b"", published=each) for each in published)
    return [entry.doubt for entry in doubt_dates(entries, now=NOW, oldest=OLDEST)]


@pytest.mark.parametrize(
    "published",
    ["2024-03-02", "Sat, 02 Mar 2024 11:00:00 GMT", "2024-03-03T01:00:00Z", "2015-01-01", "yesterday", "", None],
)
def test_what_may_be_is_believed(published: str | None) -> None:
    assert doubts(published) == [None]


@pytest.mark.parametrize(
    ("published", "cause"),
    [
        ("2024-03-03T03:00:00Z", "it is in the future"),
        ("2024-03-04", "it is in the future"),
        ("Mon, 01 Jan 2999 00:00:00 GMT", "it is in the future"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "it is longer ago than 3650 days"),
        ("0001-01-01T00:00:00", "it is longer ago than 3650 days"),
        ("2001-05-05", "it is longer ago than 3650 days"),
    ],
)
def test_what_cannot_be_is_doubted_with_its_cause(published: str, cause: str) -> None:
    assert doubts(published, "2024-03-01") == [cause, None]


def test_where_all_entries_bear_the_time_of_asking_none_is_believed() -> None:
    stamps = [format_datetime(NOW - timedelta(seconds=n), usegmt=True) for n in range(LEAST)]
    assert doubts(*stamps, None) == ["all entries bear the time of asking"] * LEAST + [None]
    assert doubts(*stamps[1:]) == [None] * (LEAST - 1)
    assert doubts(*stamps, "2024-03-01T10:00:00Z") == [None] * (LEAST + 1)


@given(st.lists(st.none() | st.text() | st.datetimes().map(str)))
def test_whatever_a_feed_says_its_entries_come_back_in_order(published: list[str | None]) -> None:
    entries = tuple(Entry(raw=b"", published=each) for each in published)
    assert [entry.published for entry in doubt_dates(entries, now=NOW, oldest=OLDEST)] == published
