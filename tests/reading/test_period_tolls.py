"""Tolls of a war or of a long time, which no event did."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tests.reading.tellings import Read, happened, of_type


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit a depot in Taiz on Friday. More than 150,000 people have been killed since the war began in 2014.",
        "A drone hit a depot in Taiz on Friday. The war has killed more than 150,000 people.",
        "A drone hit a depot in Taiz on Friday. Some 600 people, among them 136 children, were killed in 2021.",
        "A drone hit a depot in Taiz on Friday. More than 150,000 civilians have been killed in the conflict.",
    ],
)
def test_a_toll_of_a_long_time_is_not_the_event_s(read: Read, text: str) -> None:
    news = [e for e in happened(read(text)) if not e.background and "drone" in e.quote.exact]
    assert [(e.casualties.killed, e.casualties.groups) for e in news] == [(None, ())]


def test_the_dead_of_an_attack_in_a_year_are_its_own(read: Read) -> None:
    events = of_type(read("A car bomb killed 28 people in Garowe in 2015."), EventMention)
    assert [e.casualties.killed.best for e in events if e.casualties.killed] == [28]


def test_a_toll_of_a_few_days_is_the_fighting_s(read: Read) -> None:
    text = "At least 132 militants have been killed since Saturday in air strikes near Hasaka."
    events = of_type(read(text), EventMention)
    assert [e.casualties.killed.low for e in events if e.casualties.killed] == [132]
