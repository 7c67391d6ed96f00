"""Civilians, combatants, women and children among the killed and injured."""

from __future__ import annotations

import pytest

from tallystick.model.mention import Casualties
from tallystick.model.terms import CasualtyGroup
from tests.reading.tellings import Read, happened, only, span


def told(casualties: Casualties, harm: str) -> dict[str, int | None]:
    groups = ((g.group.value, getattr(g, harm)) for g in casualties.groups)
    return {name: count.low for name, count in groups if count is not None}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shelling of Nikopol killed two civilians on Friday.", {"civilians": 2}, {}),
        (
            "Shelling of Nikopol on Friday killed 12 civilians, including three children and a woman.",
            {"civilians": 12, "women": 1, "children": 3},
            {},
        ),
        ("Jets bombed Kanan on Friday, killing 17, nine of them children.", {"children": 9}, {}),
        (
            "A raid on Palmyra on Friday killed five soldiers and two civilians.",
            {"civilians": 2, "combatants": 5},
            {},
        ),
        (
            "A rocket hit Sderot on Friday, killing two soldiers and wounding four residents.",
            {"combatants": 2},
            {"civilians": 4},
        ),
        (
            "Six civilians including a child were among at least 22 people killed in an air strike on Homs on Friday.",
            {"civilians": 6, "children": 1},
            {},
        ),
        ("A raid on Palmyra on Friday killed nine members of the Islamic State.", {"combatants": 9}, {}),
        ("Shelling of Nikopol on Friday killed 12 people, most of them civilians.", {}, {}),
        ("A rocket hit a soldier hospital in Sderot on Friday, killing 12 people.", {}, {}),
    ],
)
def test_groups_of_people(read: Read, text: str, killed: dict[str, int], injured: dict[str, int]) -> None:
    casualties = only(read(text)).casualties
    assert (told(casualties, "killed"), told(casualties, "injured")) == (killed, injured)


def test_a_group_keeps_the_words_that_count_it(read: Read) -> None:
    text = "Shelling of Nikopol on Friday killed at least 12 civilians, including three children."
    children = only(read(text)).casualties.of(CasualtyGroup.CHILDREN)
    assert children is not None
    assert children.killed is not None
    assert children.killed.quote.exact == "three children"


def test_a_later_sentence_completes_the_groups(read: Read) -> None:
    text = "Shelling of Nikopol killed 12 people on Friday. Among the dead were four women."
    casualties = happened(read(text))[0].casualties
    assert (span(casualties.killed), told(casualties, "killed")) == ((12, 12, 12), {"women": 4})


@pytest.mark.parametrize(
    ("text", "group", "killed"),
    [
        ("A 12-year-old student was killed by shelling of Nikopol on Friday.", CasualtyGroup.CHILDREN, 1),
        ("A strike on Rafah on Friday killed a woman and one of her daughters.", CasualtyGroup.WOMEN, 1),
        ("Fighting near Marib on Friday killed 15 rebels and 12 soldiers.", CasualtyGroup.COMBATANTS, 27),
        (
            "Shelling of Goma on Friday killed 26 people, including several children. At least 11 children died.",
            CasualtyGroup.CHILDREN,
            11,
        ),
    ],
)
def test_a_group_is_counted(read: Read, text: str, group: CasualtyGroup, killed: int) -> None:
    harm = happened(read(text))[0].casualties.of(group)
    assert harm is not None
    assert harm.killed is not None
    assert harm.killed.best == killed


def test_who_kills_is_not_among_the_dead(read: Read) -> None:
    event = only(read("Three militants killed at least two people in an attack on a police post in Bannu on Friday."))
    assert event.casualties.of(CasualtyGroup.COMBATANTS) is None


def test_soldiers_in_the_capitals_of_a_headline_are_combatants(read: Read) -> None:
    event = only(read("Over 20 Houthi Fighters Killed in Raid on Marib on Friday."))
    assert told(event.casualties, "killed") == {"combatants": 21}
