"""Bare numbers that count what a count before them did."""

from __future__ import annotations

from tests.reading.tellings import Read, tally_values


def test_a_count_and_the_one_it_is_compared_with(read: Read) -> None:
    assert tally_values(read, "Police recorded 112 bombings in the province last year, up from 87 in 2017.") == [
        87,
        112,
    ]


def test_what_followed_is_counted_as_before(read: Read) -> None:
    text = "The navy counted 16 attacks on tankers between May and July. Six followed in August."
    assert tally_values(read, text) == [6, 16]
