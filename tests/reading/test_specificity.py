"""Told by itself, or only as one of many."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened


@pytest.mark.parametrize(
    "text",
    [
        "There have been multiple attacks on bases in Iraq and Syria in recent weeks.",
        "Militias have been launching rockets at U.S. troops.",
        "Houthi forces have attacked ships more than 40 times since November.",
        "The villages along the border are regularly shelled.",
        "A wave of kidnappings has shaken northern Nigeria this year.",
        "It was the sixth attack on the base this month.",
        "Attacks on aid workers rose by a third last year.",
        "The group continues to carry out bombings across Somalia.",
        "The United Nations counted more than 200 airstrikes in Sagaing in 2022.",
        "According to monitors, 1,321 people were killed in Burkina Faso between January and March.",
        "Dozens of ambushes have cost the army hundreds of men.",
    ],
)
def test_many_told_in_bulk_are_no_incident(read: Read, text: str) -> None:
    assert happened(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Solhan.",
        "Rockets were fired at Sderot.",
        "U.S. strikes hit weapons depots in Bukamal on Friday.",
        "Clashes in Omdurman on Friday left eight civilians dead.",
        "Rebels attacked an army post on Friday with mortars.",
        "A string of rocket attacks hit Ain al-Asad on Friday.",
    ],
)
def test_what_is_singled_out_is_an_incident(read: Read, text: str) -> None:
    assert len(happened(read(text))) == 1
