"""Blows of war and other blows."""

import pytest

from tallystick.model.mention import EventMention
from tests.reading.tellings import Read, of_type


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
