from __future__ import annotations

from datetime import timedelta

import pytest

from tallystick.sources.feeds.rhythm import read_rhythm

SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


def channel(inside: str) -> str:
    return f"<rss version='2.0' {SY}><channel>{inside}<item><title>a</title><ttl>1</ttl></item></channel></rss>"


@pytest.mark.parametrize(
    ("inside", "rhythm"),
    [
        ("<ttl>60</ttl>", timedelta(hours=1)),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", timedelta(days=1)),
        (
            "<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
            timedelta(minutes=30),
        ),
        ("<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>", timedelta(days=1)),
        ("<ttl>-60</ttl>", None),
        ("<ttl>99999999999999999999</ttl>", None),
        ("<ttl>0</ttl><sy:updatePeriod>never</sy:updatePeriod>", None),
        ("", None),
    ],
    ids=["ttl", "period", "frequency", "both", "negative", "too long", "nonsense", "nothing"],
)
def test_how_often_a_feed_says_that_it_changes(inside: str, rhythm: timedelta | None) -> None:
    assert read_rhythm(channel(inside)) == rhythm


def test_a_period_without_its_frequency_or_with_none_is_one() -> None:
    zero = "<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>"
    assert read_rhythm(channel(zero)) == timedelta(weeks=1)
    assert read_rhythm("no feed") is None
