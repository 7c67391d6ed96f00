"""The place of the news that opens a report, told only in its next sentences."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened

LEAD = "Air strikes killed 11 people in northern Syria on Sunday."


def place_of_lead(read: Read, text: str) -> str | None:
    first = min(happened(read(text)), key=lambda m: m.quote.start)
    return first.where.name if first.where else None


def test_the_place_told_next_is_the_place_of_the_lead(read: Read) -> None:
    assert place_of_lead(read, f"{LEAD} Jets bombed the town of Manbij at noon.") == "Manbij"


def test_a_place_of_its_own_stays(read: Read) -> None:
    text = "Air strikes killed 11 people in Raqqa on Sunday. Jets bombed the town of Manbij at noon."
    assert place_of_lead(read, text) == "Raqqa"


@pytest.mark.parametrize(
    "next_told",
    [
        "Another air strike hit Manbij.",
        "A rocket attack on Manbij followed.",
        "Jets bombed the town of Manbij on Tuesday last week.",
        "Jets bombed the town of Kirkuk.",
        "No one spoke. Nobody knew. It was late. It was dark. Jets bombed the town of Manbij.",
    ],
)
def test_what_is_told_as_another_event_says_nothing_of_the_lead(read: Read, next_told: str) -> None:
    assert place_of_lead(read, f"{LEAD} {next_told}") == "northern Syria"
