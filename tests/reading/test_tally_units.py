"""What a number counts: events, people harmed, projectiles, sites."""

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
        ("Since June the rebels have attacked more than 30 tankers.", "attacks", 30),
        ("Five of the city's hospitals have been bombed since June.", "sites", 5),
        ("Gunmen have fired 690 rockets at Sderot over the past 48 hours.", "projectiles", 690),
        ("Seven car bombs have exploded in Baghdad since Sunday.", "attacks", 7),
        ("The union counts 78 teachers murdered between 2002 and 2008.", "killed", 78),
        ("Landmines have claimed the lives of 43 soldiers since the ceasefire.", "killed", 43),
        ("The drug war has left more than 60,000 people dead since 2006.", "killed", 60000),
        ("The army lost 54 men in the north between January and June.", "killed", 54),
        ("Mines have maimed 77 children since 2018 in rebel attacks.", "injured", 77),
        ("Shelling caused 1,366 civilian casualties between 1 July and 31 August.", "casualties", 1366),
        ("The raid was the third on the camp since March.", "attacks", 3),
        ("The air raid was the third on the camp since March.", "strikes", 3),
        ("It is the second time in a month that the police station has been attacked.", "attacks", 2),
        ("He was the third official to be killed in the province this month.", "killed", 3),
        ("Gunmen killed a judge in Cali, the fourth murdered in the city this year.", "killed", 4),
        ("The ambush raised to 54 the number of soldiers lost in 2018.", "killed", 54),
        ("The bombing brings to 12 the number of ships hit since July.", "attacks", 12),
        ("The killings bring to 34 the number of peacekeepers killed this year.", "killed", 34),
        ("Attacks on convoys rose to 31 in July.", "attacks", 31),
    ],
)
def test_unit(read: Read, text: str, unit: str, value: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.unit, tally.value) == (unit, value)


def test_no_one_counts_the_dead_of_a_flood(read: Read) -> None:
    text = "Floods have killed 40 people since January. Soldiers and rebels clashed on Friday."
    assert not [m for m in read(text, "2019-09-20").mentions if m.kind == "tally"]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("Gangs have abducted 298 people since March.", "abducted", 298),
        ("Some 400,000 people have been displaced by the war since June.", "displaced", 400000),
        ("Police have detained 412 rebels in raids since June.", "detained", 412),
        ("The army reported 118 roadside bombs between 3 and 17 May.", "attacks", 118),
        ("Russia has launched 1,580 guided bombs since June.", "projectiles", 1580),
    ],
)
def test_people_taken_and_bombs_sent(read: Read, text: str, unit: str, value: int) -> None:
    found = [m for m in read(text, "2019-09-20").mentions if m.kind == "tally"]
    assert [(t.unit, t.value) for t in found if t.value == value] == [(unit, value)]
