"""Blows of war and other blows."""

import pytest

from tallystick.model.mention import EventMention
from tests.reading.tellings import Read, happened, of_type


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment in Kenya hit its highest level in May.",
        "Kenya has been hit by protests over taxes since May.",
        "A storm pounded Mombasa on Friday.",
        "Lionel Odero hit the winning shot in Mombasa on Friday.",
        "The new tariffs targeted Kenya on Friday, said the military.",
    ],
)
def test_a_blow_of_no_war_tells_no_event(text: str, read: Read) -> None:
    assert of_type(read(text), EventMention) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a wedding in Garissa on Friday.",
        "Garissa was attacked on Friday, said the army.",
        "Somalia struck positions of al-Shabaab near Garissa on Friday.",
        "The convoy was hit on Friday near Garissa, said the army.",
    ],
)
def test_a_blow_of_war_tells_one(text: str, read: Read) -> None:
    assert len(of_type(read(text), EventMention)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bus crashed near Cusco on Friday, killing 20 people.",
        "Lightning struck a church near Mombasa on Friday and killed two.",
        "A gas explosion killed four people in Lagos on Friday.",
        "Leopards killed nine goats near Mombasa on Friday.",
        "The bank was hit by a wave of withdrawals in Beirut on Friday.",
        "The mayor of Palermo was under fire on Friday over waste.",
        "Hail bombarded vineyards around Bordeaux on Friday and destroyed half of the crop.",
        "The opposition hijacked the debate in Lusaka on Friday.",
        "The senator launched a blistering attack on the court in Warsaw on Friday.",
        "The team from Madrid attacked from the first minute on Friday.",
        "The army signed an agreement on military co-operation in Ankara on Friday.",
    ],
)
def test_what_cannot_fight_tells_no_event(text: str, read: Read) -> None:
    assert happened(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The regime bombed a hospital in Garissa on Friday.",
        "Rockets hit the town of Garissa on Friday, killing two people.",
        "A wave of rockets hit Garissa on Friday.",
        "Dozens of militants attacked Garissa on Friday.",
        "Herders killed four farmers near Garissa on Friday.",
    ],
)
def test_whoever_may_fight_tells_one(text: str, read: Read) -> None:
    assert len(happened(read(text))) == 1
