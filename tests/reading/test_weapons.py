"""Weapons as reports name them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tallystick.model.terms import EventKind, WeaponKind
from tallystick.reading.weapons import event_kind_of, find_weapons


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Shahed-136 crashed in Kherson.", WeaponKind.DRONE),
        ("One-way attack drones hit the port.", WeaponKind.DRONE),
        ("An FPV drone hit the bus.", WeaponKind.DRONE),
        ("Katyusha rockets landed on the base.", WeaponKind.ROCKET),
        ("An anti-ship ballistic missile hit the tanker.", WeaponKind.MISSILE),
        ("Iskander missiles hit Kharkiv.", WeaponKind.MISSILE),
        ("Mortar shells fell on the camp.", WeaponKind.MORTAR),
        ("Artillery fire hit the market.", WeaponKind.ARTILLERY),
        ("A barrel bomb hit the school.", WeaponKind.BOMB),
        ("A car bomb went off in Bogotá.", WeaponKind.VEHICLE_BOMB),
        ("A suicide bomber struck a mosque.", WeaponKind.SUICIDE_BOMB),
        ("A roadside bomb killed a farmer.", WeaponKind.IED),
        ("Su-34 jets circled over Idlib.", WeaponKind.AIRCRAFT),
        ("An unmanned surface vessel rammed the ship.", WeaponKind.NAVAL_GUN),
        ("A landmine went off near Izium.", WeaponKind.MINE),
        ("They threw a hand grenade.", WeaponKind.GRENADE),
        ("Machine-gun fire hit the bus.", WeaponKind.SMALL_ARMS),
        ("Sarin killed hundreds in Ghouta.", WeaponKind.CHEMICAL),
        ("They used machetes.", WeaponKind.BLADE),
    ],
)
def test_names_of_weapons(nlp: Language, text: str, kind: WeaponKind) -> None:
    assert {w.kind for w in find_weapons(nlp(text))} == {kind}


def test_the_longest_name_wins(nlp: Language) -> None:
    doc = nlp("They fired an anti-tank guided missile and a rocket-propelled grenade.")
    found = find_weapons(doc)
    assert [w.kind for w in found] == [WeaponKind.MISSILE, WeaponKind.GRENADE]


@pytest.mark.parametrize(
    "text",
    [
        "The victory was mine.",
        "The gold mine in Bouroum was closed.",
        "Coal mines reopened in Donbas.",
        "The company began to mine gold.",
        "They rocketed prices.",
    ],
)
def test_other_senses_are_no_weapons(nlp: Language, text: str) -> None:
    assert find_weapons(nlp(text)) == ()


def test_an_aircraft_tells_an_air_strike() -> None:
    assert event_kind_of(WeaponKind.AIRCRAFT) is EventKind.AIRSTRIKE


@pytest.mark.parametrize("weapon", list(WeaponKind))
def test_every_weapon_tells_some_kind(weapon: WeaponKind) -> None:
    assert event_kind_of(weapon) in EventKind


@given(
    words=st.lists(st.sampled_from(["drone", "missile", "anti", "-", "ship", "car", "bomb", "the", "of"]), max_size=9)
)
def test_weapons_never_overlap(nlp: Language, words: list[str]) -> None:
    doc = nlp(" ".join(words))
    found = find_weapons(doc)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= w.start < w.end <= len(doc) and w.head == w.end - 1 for w in found)
