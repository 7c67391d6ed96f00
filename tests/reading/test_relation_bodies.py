"""Whether the two sides of a relation can be what it says of them."""

from __future__ import annotations

import pytest

from tallystick.model.terms import Predicate
from tests.reading.tellings import Read, relations


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 56 civilians, including 11 children.",
        "Raids were flown over the Western and Eastern parts of the Euphrates.",
        "Kefraya is held by groups operating in Syria.",
        "Turkey lost 18 people, including one from Latakia.",
        "The army said five villages, including Beit Zaifa and Tel Khadour, had been taken.",
    ],
)
def test_numbers_places_and_peoples_stand_in_no_relation(read: Read, text: str) -> None:
    assert not relations(read(text))


def test_names_that_nobody_lists_stand_in_relations(read: Read) -> None:
    found = relations(read("The Anbar Hawks Brigade is a splinter group of the Desert Lions Movement."))

    assert found == {("Anbar Hawks Brigade", Predicate.OFFSHOOT_OF.value, "Desert Lions Movement")}


def test_a_name_may_begin_with_a_small_letter(read: Read) -> None:
    assert ("al-shabaab", "subordinate_to", "al-qaeda") in relations(read("Al-Shabaab pledged allegiance to al-Qaeda."))


def test_what_points_to_itself_is_no_other(read: Read) -> None:
    found = relations(read("The Wagner Group has rebranded itself in Mali as the Africa Corps."))

    assert found == {("africa-corps", "successor_of", "wagner-group")}
