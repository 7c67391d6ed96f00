"""What has become of the people whom a number counts."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The union counts 78 teachers murdered between 2002 and 2008.", "killed", 78),
        ("Landmines have claimed the lives of 43 soldiers since the ceasefire.", "killed", 43),
        ("The drug war has left more than 60,000 people dead since 2006.", "killed", 60000),
        ("The army lost 54 men in the north between January and June.", "killed", 54),
        ("Mines have maimed 77 children since 2018 in rebel attacks.", "injured", 77),
        ("Shelling caused 1,366 civilian casualties between 1 July and 31 August.", "casualties", 1366),
        ("Gangs have abducted 298 people since March.", "abducted", 298),
        ("Some 400,000 people have been displaced by the war since June.", "displaced", 400000),
        ("Police have detained 412 rebels in raids since June.", "detained", 412),
    ],
)
def test_harm(read: Read, text: str, unit: str, value: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.unit, tally.value) == (unit, value)


def test_no_one_counts_the_dead_of_a_flood(read: Read) -> None:
    text = "Floods have killed 40 people since January. Soldiers and rebels clashed on Friday."
    assert not [m for m in read(text, "2019-09-20").mentions if m.kind == "tally"]
