from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.terms import AttributionBasis, DateBasis, DatePrecision, EventKind, WeaponKind
from tallystick.publishing.brief import phrases
from tests.publishing.example import ATTRIBUTION, CLAIMS, TALLIES
from tests.publishing.example_reports import ASAD, EASTERN_SYRIA, HAMAS, IRI, NINEVEH


def incident(**fields: Any) -> Incident:
    return Incident(**{"id": "i", "kind": EventKind.DRONE_ATTACK, **fields})


def test_headline_says_what_and_where() -> None:
    assert phrases.headline(incident(place=ASAD)) == "Drone attack at Ain al-Asad Air Base"
    assert phrases.headline(incident(place=NINEVEH)) == "Drone attack in Nineveh"
    assert phrases.headline(incident()) == "Drone attack, place not told"


def test_province_is_not_named_twice() -> None:
    assert phrases.where_words(NINEVEH) == "Nineveh, Iraq"
    assert phrases.where_words(ASAD) == "Ain al-Asad Air Base, Anbar, Iraq"


def test_area_says_that_the_spot_is_not_told() -> None:
    assert phrases.where_note(EASTERN_SYRIA) == "region, about 240 km across; where in it is not told"
    assert phrases.where_note(ASAD) == "site"


@pytest.mark.parametrize(
    ("killed", "injured", "words"),
    [
        (None, None, ""),
        (Range(low=0, best=0, high=0), Range(low=0, best=0, high=0), "nobody hurt"),
        (Range(low=0, best=0, high=0), None, "none killed"),
        (Range(low=2, high=4), Range(low=10), "2–4 killed, at least 10 injured"),
    ],
)
def test_harm(killed: Range | None, injured: Range | None, words: str) -> None:
    assert phrases.harm_words(killed, injured) == words


def test_weapon_is_not_said_twice() -> None:
    assert phrases.weapon_words(incident(weapons=(WeaponKind.DRONE,))) == ""
    assert phrases.weapon_words(incident(weapons=(WeaponKind.DRONE, WeaponKind.ROCKET))) == "drone and rocket"
    counted = incident(weapons=(WeaponKind.DRONE,), weapon_count=Range(low=2, high=2))
    assert phrases.weapon_words(counted) == "drone: 2"


def test_claim_is_never_told_as_fact() -> None:
    assert phrases.by_words(incident(claimed_by=(IRI,))) == "claimed by Islamic Resistance in Iraq"
    assert phrases.by_words(incident(perpetrator=HAMAS)) == "Hamas"
    assert phrases.by_words(incident(attributed_to=(ATTRIBUTION,))).startswith("attributed to one or more of")


def test_blame_by_nobody_who_is_named_is_told_as_such() -> None:
    blamed = ATTRIBUTION.model_copy(update={"basis": AttributionBasis.STATED, "attributor": None, "actors": (HAMAS,)})
    assert phrases.by_words(incident(attributed_to=(blamed,))) == "blamed on Hamas by nobody who is named"


def test_date_note_says_what_it_rests_on() -> None:
    day = date(2023, 10, 27)
    told = incident(start=day, end=day, date_precision=DatePrecision.DAY, date_basis=DateBasis.WEEKDAY)
    assert phrases.when_note(told) == "worked out from a weekday"


def test_quantified_claim_names_no_attack() -> None:
    assert phrases.cover_words(CLAIMS[1]) == "most of the attacks, none of them named"


def test_tally_in_words() -> None:
    assert phrases.tally_words(TALLIES[0]) == "at least 12 attacks"
    assert phrases.tally_words(TALLIES[1]) == "14 attacks"
    assert phrases.scope_words(TALLIES[0]) == "on United States Armed Forces, in Iraq and Syria"
