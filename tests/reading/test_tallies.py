"""Counts that somebody quotes, with window, scope and parts."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import TallyMention
from tallystick.model.terms import Comparator, TallyUnit
from tests.reading.tellings import Read, happened, of_type, the_tally


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        (
            "U.S. troops have been attacked at least 61 times since 17 October.",
            Comparator.AT_LEAST,
            61,
            TallyUnit.ATTACKS,
        ),
        (
            "There have been more than 160 attacks on U.S. troops since October.",
            Comparator.MORE_THAN,
            160,
            TallyUnit.ATTACKS,
        ),
        ("The army counted 45 rocket attacks on Sderot in October.", Comparator.EXACT, 45, TallyUnit.ATTACKS),
        (
            "The coalition has carried out about 300 air strikes in Yemen since January.",
            Comparator.ABOUT,
            300,
            TallyUnit.STRIKES,
        ),
        ("Nearly 200 drone attacks have hit Odesa since July.", Comparator.NEARLY, 200, TallyUnit.ATTACKS),
        (
            "The war has killed at least 9,000 people in Sudan since April, the United Nations said.",
            Comparator.AT_LEAST,
            9000,
            TallyUnit.KILLED,
        ),
        ("It was the 26th attack on the garrison since 19 October.", Comparator.EXACT, 26, TallyUnit.ATTACKS),
    ],
)
def test_a_count(read: Read, text: str, comparator: Comparator, value: int, unit: TallyUnit) -> None:
    tally = the_tally(read(text))
    assert (tally.comparator, tally.value, tally.unit) == (comparator, value, unit)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("There have been 61 drone attacks on U.S. troops since 17 October.", date(2023, 10, 17), None),
        ("Rebels mounted 61 attacks on convoys between 3 and 20 October.", date(2023, 10, 3), date(2023, 10, 20)),
        ("Rebels mounted 61 attacks on convoys from 3 to 20 October.", date(2023, 10, 3), date(2023, 10, 20)),
        ("Rebels mounted 61 attacks on convoys in October.", date(2023, 10, 1), date(2023, 10, 31)),
        ("Rebels mounted 61 attacks on convoys in 2022.", date(2022, 1, 1), date(2022, 12, 31)),
        ("Rebels have mounted 61 attacks on convoys.", None, None),
    ],
)
def test_its_window(read: Read, text: str, since: date | None, until: date | None) -> None:
    tally = the_tally(read(text))
    assert (tally.since, tally.until) == (since, until)


def test_who_counts(read: Read) -> None:
    tally = the_tally(read("The Pentagon said there had been 61 attacks on its troops since 17 October."))
    assert tally.counter is not None
    assert tally.counter.id == "us-department-of-defense"


def test_who_counts_behind_according_to(read: Read) -> None:
    tally = the_tally(
        read("There have been 61 drone attacks on Odesa since 17 October, according to the Ukrainian air force.")
    )
    assert tally.counter is not None
    assert "Ukrain" in tally.counter.name


def test_who_quotes_it_is_the_publisher(read: Read) -> None:
    tally = the_tally(read("There have been 61 drone attacks on Odesa since July.", publisher="The Daily Record"))
    assert tally.quoted_by == "The Daily Record"


def test_scope_of_weapon_and_place(read: Read) -> None:
    scope = the_tally(read("There have been 61 drone and rocket attacks in Iraq and Syria since 17 October.")).scope
    assert set(scope.areas) == {"IQ", "SY"}
    assert {w.value for w in scope.weapons} == {"drone", "rocket"}


def test_scope_of_actor_and_target(read: Read) -> None:
    scope = the_tally(read("Al-Shabaab has carried out 45 attacks on the Kenyan army since June.")).scope
    assert scope.actor is not None
    assert scope.actor.id == "al-shabaab"
    assert scope.target is not None
    assert "Keny" in scope.target.name


def test_parts_of_a_count(read: Read) -> None:
    text = "There have been 61 attacks on U.S. troops since 17 October, 29 in Iraq and 32 in Syria."
    tally = the_tally(read(text))
    assert {(p.scope, p.value) for p in tally.parts} == {("IQ", 29), ("SY", 32)}
    assert tally.value == 61


@pytest.mark.parametrize(
    "text",
    [
        "Two attacks hit army posts on Friday, in Gao and Kidal.",
        "Three rockets hit Sderot on Friday.",
        "Rebels attacked Goma 14 days after the truce ended.",
        "The 24-year-old rebel was killed in Goma on Friday.",
        "Rebels attacked Goma on 24 October.",
        "The army has 24 bases in the north.",
        "Several attacks on soldiers were reported in October.",
        "Rebels killed 12 soldiers in Goma on Friday.",
    ],
)
def test_no_tally(read: Read, text: str) -> None:
    assert of_type(read(text), TallyMention) == []


def test_a_count_of_many_is_no_incident(read: Read) -> None:
    assert happened(read("The army counted 45 rocket attacks on Sderot in October.")) == []


def test_two_counts_of_one_report_are_two_tallies(read: Read) -> None:
    text = (
        "There have been 61 drone attacks on U.S. troops since 17 October. "
        "The coalition carried out 300 air strikes in Yemen in 2022."
    )
    assert [t.value for t in of_type(read(text), TallyMention)] == [61, 300]


def test_bounds_of_a_count(read: Read) -> None:
    tally = the_tally(read("There have been more than 160 attacks on U.S. troops since October."))
    assert (tally.value_low, tally.value_high) == (161, None)


def test_people_killed_over_months_are_a_tally(read: Read) -> None:
    tally = the_tally(
        read(
            "According to monitors, 1,321 people were killed in attacks in Burkina Faso between January and March.",
            "2024-04-15",
        )
    )
    assert (tally.unit, tally.value, tally.since, tally.until) == (
        TallyUnit.KILLED, 1321, date(2024, 1, 1), date(2024, 3, 31)
    )  # fmt: skip


def test_a_rising_toll_of_one_bombing_counts_no_attacks(read: Read) -> None:
    tallies = of_type(
        read("The death toll from Tuesday's bombing in Peshawar rose to 101 on Friday.", "2023-02-03"), TallyMention
    )
    assert [t.unit for t in tallies if t.unit is not TallyUnit.KILLED] == []


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit the Unity Explorer on Friday, and the Panamanian-flagged Number 9 reported damage.",
        "Fighters of Brigade 313 attacked a post in Kunduz on Friday.",
        "Rockets hit Camp 4 near Goma on Friday.",
        "The attack on Highway 80 near Kirkuk on Friday killed a driver.",
        "The strike came at 9.15 a.m. and hit a hospital in Nyala.",
    ],
)
def test_a_number_in_a_name_counts_nothing(read: Read, text: str) -> None:
    assert of_type(read(text), TallyMention) == []


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("The Houthis have attacked more than 60 ships since November.", Comparator.MORE_THAN, 60),
        ("Over the past week, drones struck the base five times.", Comparator.EXACT, 5),
        ("The depot in Engels was hit twice this month.", Comparator.EXACT, 2),
        ("It was the eleventh such attack in Tillaberi this year.", Comparator.EXACT, 11),
        ("The mission said seven of its patrols had been attacked since January.", Comparator.EXACT, 7),
        ("The attack brought to 31 the number of raids in Ituri since January.", Comparator.EXACT, 31),
        (
            "Drones have been launched at refineries in Russia more than 150 times since January.",
            Comparator.MORE_THAN,
            150,
        ),
        ("At least eight times since October the road to Goma has come under fire.", Comparator.AT_LEAST, 8),
    ],
)
def test_a_verb_carries_a_count(read: Read, text: str, comparator: Comparator, value: int) -> None:
    tally = the_tally(read(text))
    assert (tally.comparator, tally.value) == (comparator, value)


@pytest.mark.parametrize(
    "text",
    [
        "The soldier was shot twice in the leg near Kidal on Friday.",
        "Gunmen attacked two villages near Jos on Friday.",
        "He was hit by three cars that week in Jos.",
    ],
)
def test_a_number_within_one_deed_is_no_tally(read: Read, text: str) -> None:
    assert of_type(read(text), TallyMention) == []


def test_what_is_of_the_attacks_counted_before_is_no_count_of_its_own(read: Read) -> None:
    text = "The ministry counted 23 attacks since 1 October. Fourteen of the attacks were in Mali and nine in Niger."
    assert the_tally(read(text)).value == 23
