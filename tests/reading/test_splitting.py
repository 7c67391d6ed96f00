"""Plural events whose parts are told, taken apart; and those that stay a count."""

from __future__ import annotations

import pytest

from tallystick.model.mention import TallyMention
from tallystick.model.terms import Role
from tests.reading.tellings import Read, days, happened, of_type, only, places


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Two attacks occurred on Friday, in Gao and Kidal.", {"Gao", "Kidal"}),
        ("Drones struck Al-Tanf garrison and Harir air base on Friday.", {"Al-Tanf garrison", "Harir Air Base"}),
        ("Rockets hit Sderot, Ashkelon and Netivot on Friday.", {"Sderot", "Ashkelon", "Netivot"}),
        ("Two attacks were reported on Friday. One hit Gao, while the other hit Kidal.", {"Gao", "Kidal"}),
        ("Two attacks were reported on Friday, one in Gao and the other in Kidal.", {"Gao", "Kidal"}),
        ("Israeli jets struck Nabatieh in the south and Baalbek in the east on Friday.", {"Nabatieh", "Baalbek"}),
        ("Boko Haram attacked Dikwa on Thursday and Monguno on Friday.", {"Dikwa", "Monguno"}),
    ],
)
def test_told_places_are_events_of_their_own(read: Read, text: str, where: set[str]) -> None:
    events = happened(read(text))
    assert len(events) == len(where)
    assert {p.split(" ")[0] for p in places(events) if p} == {w.split(" ")[0] for w in where}


def test_told_days_are_events_of_their_own(read: Read) -> None:
    events = happened(read("Rockets hit Ain al-Asad on 17 and 19 October."))
    assert sorted(days(e)[0] or "" for e in events) == ["2023-10-17", "2023-10-19"]


def test_two_further_attacks_on_one_place_are_two(read: Read) -> None:
    assert len(happened(read("Two further attacks hit Harir air base on Friday."))) == 2


def test_two_drones_on_one_place_are_one_attack(read: Read) -> None:
    event = only(read("Two drones hit Harir air base on Friday."))
    assert event.weapon_count is not None
    assert event.weapon_count.best == 2


def test_separate_attacks_by_weapon(read: Read) -> None:
    events = happened(read("Harir air base was hit by separate drone and rocket attacks on Friday."))
    assert {e.event_kind.value for e in events} == {"drone_attack", "rocket_attack"}


def test_one_attack_with_two_weapons_is_one(read: Read) -> None:
    only(read("Rebels attacked Goma with mortars and rockets on Friday."))


def test_two_weapons_fired_by_one_hand_are_one_attack(read: Read) -> None:
    event = only(read("Russia launched 30 drones and 12 missiles at Kyiv on Friday."))
    assert event.where is not None
    assert event.where.name == "Kyiv"


def test_a_count_alone_stays_a_tally(read: Read) -> None:
    reading = read("There have been 61 attacks on U.S. troops since 17 October.")
    assert happened(reading) == []
    assert [t.value for t in of_type(reading, TallyMention)] == [61]


def test_a_pair_told_out_is_no_tally(read: Read) -> None:
    reading = read("Two attacks occurred on Friday, in Gao and Kidal.")
    assert of_type(reading, TallyMention) == []


def test_the_town_and_its_province_are_one_place(read: Read) -> None:
    only(read("Gunmen attacked Dikwa in Borno State, Nigeria, on Friday."))


def test_parts_have_ids_of_their_own(read: Read) -> None:
    events = happened(read("Rockets hit Sderot, Ashkelon and Netivot on Friday."))
    assert len({e.id for e in events}) == len(events)


def test_parts_know_that_they_are_counted_apart(read: Read) -> None:
    events = happened(read("Two attacks occurred on Friday, in Gao and Kidal."))
    assert all(set(e.counted_apart) == {o.id for o in events if o is not e} for e in events)


def test_bases_of_one_side_in_a_list_are_its_bases_at_every_place(read: Read) -> None:
    text = "Two other attacks occurred on Friday at U.S. bases in Mosul, and the air base in Erbil, both in Iraq."
    owners = [{p.actor_id for p in e.participants if p.role is Role.TARGET} for e in happened(read(text))]
    assert len(owners) == 2
    assert all("us" in ids for ids in owners)


@pytest.mark.parametrize(
    "text",
    [
        "Israeli jets struck a bridge and a fuel depot in Damour and Tyre on Friday.",
        "Israeli jets struck a bridge in Damour and a fuel depot in Tyre on Friday.",
    ],
)
def test_as_many_things_as_places_stand_one_at_each(read: Read, text: str) -> None:
    events = happened(read(text))
    hit = {
        e.where.name: {p.name.split(" in ")[0] for p in e.participants if p.role is Role.TARGET}
        for e in events
        if e.where is not None
    }
    assert hit == {"Ed Damour": {"a bridge"}, "Tyre": {"a fuel depot"}}
