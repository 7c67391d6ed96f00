"""What the number of one in a row counts."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The raid was the third on the camp since March.", "attacks", 3),
        ("The air raid was the third on the camp since March.", "strikes", 3),
        ("It is the second time in a month that the police station has been attacked.", "attacks", 2),
        ("He was the third official to be killed in the province this month.", "killed", 3),
        ("Gunmen killed a judge in Cali, the fourth murdered in the city this year.", "killed", 4),
    ],
)
def test_one_in_a_row(read: Read, text: str, unit: str, value: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.unit, tally.value) == (unit, value)
