"""The sum that a number comes to."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, tally_values, the_tally


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The ambush raised to 54 the number of soldiers lost in 2018.", "killed", 54),
        ("The bombing brings to 12 the number of ships hit since July.", "attacks", 12),
        ("The killings bring to 34 the number of peacekeepers killed this year.", "killed", 34),
        ("Attacks on convoys rose to 31 in July.", "attacks", 31),
    ],
)
def test_totals(read: Read, text: str, unit: str, value: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.unit, tally.value) == (unit, value)


def test_a_rise_from_one_month_to_another(read: Read) -> None:
    assert tally_values(read, "Attacks on convoys rose to 31 in July from 19 in June.") == [19, 31]
