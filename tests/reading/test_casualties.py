"""People killed and injured, as low, best and high."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, only, span


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shelling of Nikopol killed two people and wounded five on Friday.", (2, 2, 2), (5, 5, 5)),
        ("At least 12 people were killed in an attack on Beledweyne on Friday.", (12, 12, None), None),
        ("A mortar attack on Sderot left 23 people dead on Friday.", (23, 23, 23), None),
        ("More than 100 villagers died in the attack on Solhan on Friday.", (101, 101, None), None),
        ("Up to 40 soldiers died in an ambush near Gao on Friday.", (None, 40, 40), None),
        ("A raid on Palmyra on Friday killed five soldiers, two officers and a child.", (8, 8, 8), None),
        ("Jets bombed Kanan on Friday, killing 17, nine of them children.", (17, 17, 17), None),
        ("A blast in Kabul on Friday killed 19 and wounded 27 others.", (19, 19, 19), (27, 27, 27)),
        ("A rocket hit Sderot on Friday, leaving four dead and 12 injured.", (4, 4, 4), (12, 12, 12)),
        ("An air strike on Homs killed a woman and three children on Friday.", (4, 4, 4), None),
        ("Rebels attacked Gao on Friday, killing one soldier and injuring another.", (1, 1, 1), (1, 1, 1)),
        ("Rockets hit Donetsk on Friday, killing dozens of people.", (12, None, None), None),
        ("At least 35 jihadists were killed on Friday in clashes near Kobane.", (35, 35, None), None),
        ("Shells hit a market in Goma on Friday, claiming the lives of eight people.", (8, 8, 8), None),
        (
            "At least 11 civilians, among them three children, were killed on Friday in an attack on Beledweyne.",
            (11, 11, None),
            None,
        ),
        (
            "Dozens of people were killed in an attack on Solhan on Friday. A monitor put the death toll at 58.",
            (58, 58, 58),
            None,
        ),
        ("A blast in Kabul on Friday injured several people.", None, (2, None, None)),
        (
            "Three soldiers were killed and more than 30 wounded in a drone attack on Tower 22.",
            (3, 3, 3),
            (31, 31, None),
        ),
    ],
)
def test_counts_of_people(
    read: Read,
    text: str,
    killed: tuple[int | None, int | None, int | None] | None,
    injured: tuple[int | None, int | None, int | None] | None,
) -> None:
    casualties = only(read(text)).casualties
    assert (span(casualties.killed), span(casualties.injured)) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "Three drones hit a house in Odesa on Friday. Nobody was hurt.",
        "Rockets were fired at Camp Victory on Friday, causing no casualties.",
        "There were no casualties in the attack on Camp Victory on Friday.",
        "A drone attack on Erbil on Friday caused no injuries or deaths.",
        "Rockets struck Ain al-Asad on Friday; no one was killed or injured.",
        "Militants attacked an army post in Kidal on Friday, but no soldiers were hurt.",
    ],
)
def test_nobody_is_a_count_of_zero(read: Read, text: str) -> None:
    casualties = only(read(text)).casualties
    assert casualties.injured is not None
    assert span(casualties.injured) == (0, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the airport of Gao on Friday.",
        "A drone attack on Erbil on Friday damaged a hangar; it was not known whether anyone was hurt.",
        "Militants attacked Kidal on Friday. There was no word on casualties.",
        "A rocket hit Sderot on Friday. No details about casualties were given.",
    ],
)
def test_what_is_not_told_is_no_zero(read: Read, text: str) -> None:
    casualties = only(read(text)).casualties
    assert casualties.killed is None
    assert casualties.injured is None


def test_a_count_carries_its_words(read: Read) -> None:
    killed = only(read("An ambush near Gao killed at least 17 soldiers on Friday.")).casualties.killed
    assert killed is not None
    assert "at least 17 soldiers" in killed.quote.exact or "at least 17" in killed.quote.exact


def test_a_natural_death_is_no_casualty(read: Read) -> None:
    text = "Rockets hit Ain al-Asad on Friday. A contractor died of cardiac arrest while sheltering."
    assert only(read(text)).casualties.killed is None


def test_harm_told_in_the_next_sentence_belongs_to_the_event(read: Read) -> None:
    event = only(read("A car bomb exploded in Bogotá on Friday. Eight people were killed and 20 injured."))
    assert span(event.casualties.killed) == (8, 8, 8)
    assert span(event.casualties.injured) == (20, 20, 20)


def test_deaths_told_before_the_blast_are_of_the_blast(read: Read) -> None:
    text = "At least 12 people were killed when a suicide bomber blew himself up at a cafe in Mogadishu on Friday."
    assert span(only(read(text)).casualties.killed) == (12, 12, None)


def test_a_range_keeps_both_ends(read: Read) -> None:
    killed = only(read("An air strike on Rafah killed between 10 and 15 people on Friday.")).casualties.killed
    assert killed is not None
    assert (killed.low, killed.high) == (10, 15)


def test_a_rising_toll_is_of_the_event(read: Read) -> None:
    event = only(read("The death toll from Tuesday's bombing in Peshawar rose to 101 on Friday.", "2023-02-03"))
    assert span(event.casualties.killed) == (101, 101, 101)


def test_people_shot_dead_are_killed(read: Read) -> None:
    event = only(read("Gunmen shot dead a judge in Medellín on Friday.", "1989-10-30"))
    assert span(event.casualties.killed) == (1, 1, 1)


def test_deaths_told_before_a_storming_are_of_the_storming(read: Read) -> None:
    text = (
        "At least 104 people were killed when fighters stormed the village of Wad al-Noora on Friday, a committee said."
    )
    assert span(only(read(text)).casualties.killed) == (104, 104, None)


def test_nobody_hurt_here_is_not_nobody_hurt_there(read: Read) -> None:
    text = "Shells killed two people in Beryslav on Friday. A drone hit a warehouse in Odesa on Friday; nobody was hurt there."
    killed = {e.where.name: span(e.casualties.killed) for e in happened(read(text)) if e.where}
    assert killed == {"Beryslav": (2, 2, 2), "Odesa": (0, 0, 0)}


@pytest.mark.parametrize(
    "text",
    [
        "Two pilots were killed in Syria after militants shot down a helicopter near Palmyra on Saturday.",
        "Two people were killed and hundreds wounded when jets carried out air raids on Homs on Saturday.",
        "Two guards were killed when a rocket hit an office in Homs on Saturday, a spokesman said.",
    ],
)
def test_the_dead_told_first_are_those_of_the_deed_that_follows(read: Read, text: str) -> None:
    assert span(only(read(text)).casualties.killed) == (2, 2, 2)


@pytest.mark.parametrize(
    "supposed",
    [
        "If a drone kills soldiers there, a larger answer is likely.",
        "It could have killed dozens of people.",
        "Had it hit the barracks, it would have killed 40 soldiers.",
    ],
)
def test_what_has_not_come_to_be_kills_nobody(read: Read, supposed: str) -> None:
    told = only(read(f"Jets bombed a depot near Homs on Friday. {supposed}"))
    assert told.casualties.killed is None


def test_what_may_have_been_is_counted(read: Read) -> None:
    told = only(read("A rocket hit Sderot on Friday and may have killed two people."))
    assert told.casualties.killed is not None
