"""Counts of many events, and what only one of them did."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, tally_values


@pytest.mark.parametrize(
    "text",
    [
        "Militants fired five rockets at the base on Thursday.",
        "A suicide bomber killed 12 people in a market in Lashkar Gah on Wednesday.",
        "They said afterwards that thirteen had died in the blast in Goma on Friday.",
        "In August last year another car bomb killed at least 27 people in the suburb.",
        "At least 60 people were wounded in the twin blasts last week.",
        "Eleven people were killed in an attack on the town of Nuba in March.",
        "An air strike killed 47 people on Friday, the deadliest since 2008.",
        "Three bombs exploded in Jolo on Sunday.",
        "The group plans 20 attacks on the day of the vote, the ministry said.",
        "It was the first attack on the embassy since the war.",
        "He was jailed for 25 years for two bombings.",
        "Saturday's two attacks closed the road in September.",
        "Some 42 of the attacks were in Basra.",
        "The rebels kill an average of six civilians a day.",
        "The soldiers, aged 19 to 23, were shot dead in March 2009.",
        "Traffic accidents have killed 210 soldiers since January.",
        "The army has sent 2,000 more troops to the border since January.",
        "Since the attack, 300 families have fled.",
    ],
)
def test_no_tally(read: Read, text: str) -> None:
    assert tally_values(read, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels have launched dozens of attacks on oil fields since April.", 12),
        ("It was the eleventh such attack this month.", 11),
        ("There have been three such explosions in the port since August.", 3),
        ("At least 340 civilians have been killed in air strikes in Idlib since late April.", 340),
    ],
)
def test_a_tally(read: Read, text: str, value: int) -> None:
    assert tally_values(read, text) == [value]
