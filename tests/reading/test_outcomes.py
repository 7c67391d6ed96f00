"""What came of the projectiles."""

from __future__ import annotations

import pytest

from tallystick.model.terms import Outcome
from tests.reading.tellings import Read, only


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Two rockets hit the embassy in Baghdad on Friday.", Outcome.HIT),
        ("A missile struck the tanker in the Red Sea on Friday, setting it ablaze.", Outcome.HIT),
        ("Air defences shot down a drone over Erbil on Friday.", Outcome.INTERCEPTED),
        ("A missile fired at Eilat on Friday was intercepted.", Outcome.INTERCEPTED),
        ("Two drones launched at Harir air base on Friday were downed before reaching it.", Outcome.INTERCEPTED),
        ("Rockets fired at Ain al-Asad on Friday fell short of the base.", Outcome.MISSED),
        ("A missile fired at a ship in the Red Sea on Friday fell into the sea.", Outcome.MISSED),
        ("A rocket aimed at Erbil airport on Friday landed in an open area.", Outcome.MISSED),
        (
            "Ten rockets were fired at Deir ez-Zor on Friday, eight of which were intercepted.",
            Outcome.PARTLY_INTERCEPTED,
        ),
        ("Ukraine's air force shot down 14 of 17 drones fired at Odesa on Friday.", Outcome.PARTLY_INTERCEPTED),
        ("Air defences stopped one drone over Erbil on Friday, but another hit a hangar.", Outcome.PARTLY_INTERCEPTED),
    ],
)
def test_outcome(read: Read, text: str, outcome: Outcome) -> None:
    found = only(read(text)).outcome
    assert found is not None
    assert found.value is outcome


def test_no_word_on_it_is_no_outcome(read: Read) -> None:
    assert only(read("Rebels fired rockets at Mekelle on Friday.")).outcome is None


def test_fewer_downed_than_fired_is_partly(read: Read) -> None:
    outcome = only(read("Russia fired 40 missiles at Lviv on Friday; Ukraine downed 16.")).outcome
    assert outcome is not None
    assert outcome.value is Outcome.PARTLY_INTERCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "A drone fired on a tea house in Dabat on Friday. Four people died.",
        "A bomb wrecked a pub in Newry on Friday.",
        "Fighters detonated a roadside bomb under a lorry near Qamishli on Friday, wounding two.",
    ],
)
def test_where_people_or_things_were_hurt_it_hit(read: Read, text: str) -> None:
    outcome = only(read(text)).outcome
    assert outcome is not None
    assert outcome.value is Outcome.HIT


@pytest.mark.parametrize(
    "text",
    [
        "Nine guerrillas were killed in a clash with troops near Chalatenango on Friday.",
        "Gunmen abducted 12 pupils in Kuriga on Friday, wounding a teacher.",
    ],
)
def test_fights_and_seizures_have_no_outcome(read: Read, text: str) -> None:
    assert only(read(text)).outcome is None


def test_a_bomb_that_hurts_others_than_it_was_meant_for_missed(read: Read) -> None:
    outcome = only(read("A grenade thrown at a bunker in Anantnag on Friday missed and wounded two people.")).outcome
    assert outcome is not None
    assert outcome.value is Outcome.MISSED


def test_an_outcome_carries_its_words(read: Read) -> None:
    outcome = only(read("Air defences shot down a drone over Erbil on Friday.")).outcome
    assert outcome is not None
    assert "shot down" in outcome.quote.exact
