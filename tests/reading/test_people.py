"""How many people a phrase tells of."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, only, span


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Father of 4 killed in rocket attack on Sderot", 1),
        ("A drone strike on Friday killed a family of five in Khan Younis.", 5),
        ("An air strike on Idlib on Friday killed a seven-member family.", 7),
        ("A man and his two sons were killed when a shell hit their house in Kherson on Friday.", 3),
        ("An air strike on Taiz on Friday killed Ahmed Hassan, 34, his wife Fatima and their two children.", 4),
        ("Gunmen killed the journalists Omar Khan, Bilal Shah and Tariq Mir in Quetta on Friday.", 3),
        ("Gunmen killed the mayor of Zacatecas and two of his bodyguards on Friday.", 3),
        ("A teacher, two students and a guard were shot dead in an attack on a school in Kaduna on Friday.", 4),
        ("A 3-year-old and two adults were killed in a drone attack on Odesa on Friday.", 3),
        ("A bomb in Yala on Friday killed three people, a monk and two women.", 3),
        ("Five pupils and four teachers killed in air strike on a school in Mocha", 9),
        ("Eight civilians killed, 14 injured in bombing in Damascus", 8),
        ("Two Palestinians killed, dozens injured as Israeli forces raid Jenin", 2),
        ("Thirty one militants were killed in an air strike near Sirte on Friday.", 31),
        ("A car bomb killed five passers-by outside a bank in Lima on Friday.", 5),
        ("Two of the 40 villagers were killed in the attack on Solhan on Friday.", 2),
    ],
)
def test_people_are_counted_in_their_phrase(read: Read, text: str, killed: int) -> None:
    assert span(only(read(text)).casualties.killed) == (killed, killed, killed)


def test_those_told_as_a_part_are_no_further_people(read: Read) -> None:
    event = only(read("An attack on Ogossagou on Friday killed 12 people, among them three children and two soldiers."))
    assert span(event.casualties.killed) == (12, 12, 12)


def test_people_among_the_dead_are_not_all_the_dead(read: Read) -> None:
    event = only(read("Two medics were among at least 31 people killed on Friday in shelling of Jayrud."))
    assert span(event.casualties.killed) == (31, 31, None)


def test_the_whole_is_counted_where_a_part_stands_beside_the_verb(read: Read) -> None:
    event = only(read("Ten villagers, some of them children, were killed in an air strike on Solhan on Friday."))
    assert span(event.casualties.killed) == (10, 10, 10)
