"""Counts of harm that go on from a count told before them."""

from __future__ import annotations

from tests.reading.tellings import Read, tally_values


def test_harm_that_follows_a_count_of_attacks_is_a_tally(read: Read) -> None:
    text = "The mission recorded 19 attacks on peacekeepers in July. Twenty-three peacekeepers were injured."
    assert tally_values(read, text) == [19, 23]


def test_harm_that_follows_an_event_is_none(read: Read) -> None:
    text = "A bomb exploded at a checkpoint near Gao on Thursday. Twenty-three peacekeepers were injured."
    assert tally_values(read, text) == []
