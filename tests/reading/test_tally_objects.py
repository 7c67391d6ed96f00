"""Projectiles, sites and vessels that a number counts."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("Since June the rebels have attacked more than 30 tankers.", "attacks", 30),
        ("Five of the city's hospitals have been bombed since June.", "sites", 5),
        ("Gunmen have fired 690 rockets at Sderot over the past 48 hours.", "projectiles", 690),
        ("Seven car bombs have exploded in Baghdad since Sunday.", "attacks", 7),
        ("The army reported 118 roadside bombs between 3 and 17 May.", "attacks", 118),
        ("Russia has launched 1,580 guided bombs since June.", "projectiles", 1580),
    ],
)
def test_objects(read: Read, text: str, unit: str, value: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.unit, tally.value) == (unit, value)
