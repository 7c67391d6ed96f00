"""Words that name somebody, and words that only describe."""

from __future__ import annotations

import pytest

from tallystick.attribution.naming import is_description, is_name
from tallystick.model.actor import ActorRef


@pytest.mark.parametrize(
    "words",
    [
        "Lake Front",
        "the Front",
        "US",
        "al-Marjan",
        "Islamic Resistance in Iraq",
        "Sylvania Defence Forces",
        "Unit 8200",
        "الجبهة الشعبية",
    ],
)
def test_a_name(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "The observatory",
        "Coalition forces",
        "Pentagon spokesman",
        "ISIL in Syria",
        "Residents in the area",
        "Sunday the Coalition",
        "Sylvania's Guard and groups that",
        "two sites of the Guard",
        "US-backed fighters",
        "4,000 people",
        "فصائل عراقية",
    ],
)
def test_words_that_name_nobody_by_themselves(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("name", ["gunmen", "UNIDENTIFIED INDIVIDUALS", "Kurdish forces", "More than 1500 fighters"])
def test_words_for_a_sort_of_people_are_no_name(name: str) -> None:
    assert is_description(ActorRef(name=name))


def test_a_name_is_no_description() -> None:
    assert not is_description(ActorRef(name="Chiltan Avengers"))
