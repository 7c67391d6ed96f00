"""Attacks, strikes and claims that a number counts, by noun and by verb."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The Taliban carried out 63 attacks in Kunduz in August.", "attacks", 63),
        ("Warplanes carried out 35 strikes between 3 and 17 May.", "strikes", 35),
        ("The group has claimed responsibility for 17 attacks in Mali this year.", "claims", 17),
        ("Militants have ambushed army convoys nine times since June.", "attacks", 9),
        ("The airport has been hit by rockets twice in a week.", "attacks", 2),
        ("Troops have come under fire 14 times since Ramadan began.", "attacks", 14),
    ],
)
def test_events(read: Read, text: str, unit: str, value: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.unit, tally.value) == (unit, value)
