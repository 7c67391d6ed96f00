"""New words for an event told before, or a new event."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, only, places


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a hotel in Mogadishu on Friday. The attack lasted nine hours.",
        "A car bomb exploded in Bogotá on Friday. The blast destroyed a bank.",
        "Rockets hit Ain al-Asad on Friday. The strike damaged a hangar, officials said.",
        "Jihadists ambushed a convoy near Gao on Friday. The ambush killed seven soldiers.",
        "Gunmen attacked a hotel in Mogadishu on Friday. They killed two guards.",
        "Gunmen attacked a hotel in Mogadishu on Friday. It was attacked with grenades.",
        "A drone hit a port in Odesa on Friday. The drone hit a grain store.",
        "Al-Shabaab claimed Friday's attack on a hotel in Mogadishu. The assault on the hotel killed nine people.",
    ],
)
def test_the_same_event_again(read: Read, text: str) -> None:
    only(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a hotel in Mogadishu on Friday. Another attack hit a police post in Baidoa.",
        "Gunmen attacked Gao on Friday. On Sunday gunmen attacked Kidal.",
        "Rockets hit Ain al-Asad on Thursday. A second rocket attack hit the base on Friday.",
        "Rebels shelled Goma on Friday. Rebels shelled Sake on Friday.",
        "A drone hit Odesa on Thursday. A missile hit Lviv on Friday.",
        "Gunmen attacked Gao on Friday. Two days later the army bombed a camp near Ménaka.",
    ],
)
def test_another_event(read: Read, text: str) -> None:
    assert len(happened(read(text))) == 2


def test_a_later_telling_completes_the_first(read: Read) -> None:
    event = only(read("Gunmen attacked a hotel on Friday. The attack, in Mogadishu, was carried out with grenades."))
    assert event.where is not None
    assert event.where.name == "Mogadishu"
    assert [w.kind.value for w in event.weapons] == ["grenade"]


def test_most_of_these_attacks_is_no_new_event(read: Read) -> None:
    text = "Rockets hit Sderot on Friday and Ashkelon on Sunday. Hamas claimed most of these attacks."
    assert places(happened(read(text))) <= {"Sderot", "Ashkelon"}


def test_they_are_the_ones_told_before(read: Read) -> None:
    text = "Militants attacked a post in Bouroum on Friday. On Sunday they attacked a school in Djibo."
    told = happened(read(text))
    assert len(told) == 2
    assert all(any(p.role.value == "perpetrator" for p in e.participants) for e in told)


def test_events_told_apart_know_of_each_other(read: Read) -> None:
    first, second = happened(read("Gunmen attacked Gao on Friday. Another attack hit Kidal on Friday."))
    assert second.id in first.counted_apart
    assert first.id in second.counted_apart
