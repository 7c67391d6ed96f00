"""New words for an event told before, or a new event."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tests.reading.tellings import Read, happened, of_type, only, places


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
        "Gunmen stormed a mosque in Gao on Friday. Worshippers were shot as they fled.",
        "An attack on a school in Pibor on Friday killed six. Armed men had burned the dormitory, a teacher said.",
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
        "The army bombed Sake on Friday. It also bombed a bridge.",
        "Gunmen attacked Gao on Friday. Two days later the army bombed a camp near Ménaka.",
    ],
)
def test_another_event(read: Read, text: str) -> None:
    assert len(happened(read(text))) == 2


def test_what_was_shot_down_is_not_what_struck(read: Read) -> None:
    text = "A tanker came under attack in the Red Sea on Sunday. A destroyer shot down two drones."
    assert [w.kind for w in happened(read(text))[0].weapons] == []


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


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a ferry near Mopti on Friday. Three rockets struck the ferry's engine room.",
        "Gunfire and explosions rocked Nyala on Friday as the army and the Rapid Support Forces clashed near the bank.",
    ],
)
def test_details_told_behind_an_event_are_of_it(text: str, read: Read) -> None:
    assert len([m for m in of_type(read(text), EventMention) if not m.plural]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a ferry near Mopti on Friday. Later three rockets struck the army camp at Bamba.",
        "A car bomb exploded in Corinto on Friday. In Florida, another exploded outside the town hall.",
    ],
)
def test_a_further_deed_is_another_event(text: str, read: Read) -> None:
    assert len([m for m in of_type(read(text), EventMention) if not m.plural]) == 2


def test_a_wave_whose_attacks_are_told_is_no_event_of_its_own(read: Read) -> None:
    text = "Cali woke on Friday to a wave of explosions. A car bomb exploded in Corinto, wounding two policemen."
    assert [m.where and m.where.name for m in of_type(read(text), EventMention) if not m.plural] == ["Corinto"]


def test_where_the_wounded_are_treated_nothing_happened(read: Read) -> None:
    text = "Gunmen attacked a ferry near Mopti on Friday. A hospital in Gao received more than 40 wounded."
    assert len([m for m in of_type(read(text), EventMention) if not m.plural]) == 1


def test_many_ships_are_no_single_event(read: Read) -> None:
    text = "The Houthis have attacked more than 60 ships in the Red Sea."
    assert [m for m in of_type(read(text), EventMention) if not m.plural] == []


def test_the_attack_is_what_was_called_one_rather_than_a_later_blast(read: Read) -> None:
    text = (
        "A suicide attack hit a hotel in Mogadishu on Friday. An explosion rocked Baidoa. "
        "Nine people were killed in the attack, police said."
    )
    hotel, baidoa = happened(read(text))
    assert hotel.casualties.killed is not None
    assert hotel.casualties.killed.best == 9
    assert baidoa.casualties.killed is None


def test_one_of_the_clinics_is_no_one_of_the_raids(read: Read) -> None:
    text = "Air raids hit a market in Idlib province on Friday, killing 14. One of its clinics was hit in Ariha, doctors said."
    assert 14 in {e.casualties.killed.best for e in happened(read(text)) if e.casualties.killed is not None}


def test_an_air_strike_is_none_told_before(read: Read) -> None:
    text = (
        "Jets bombed Taiz on Friday, killing 26 people. Medics fled the town. "
        "An air strike hit a hospital in Marib, killing 14."
    )
    assert [e.casualties.killed.best for e in happened(read(text)) if e.casualties.killed is not None] == [26, 14]
