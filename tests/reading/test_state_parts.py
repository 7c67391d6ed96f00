"""What a report says that a state had to do with the deed of others."""

from __future__ import annotations

import pytest

from tallystick.model.terms import Responsibility
from tests.reading.tellings import Read, happened


@pytest.mark.parametrize(
    ("text", "state", "part", "by"),
    [
        ("Hezbollah fired rockets at Haifa on Friday. The attack was ordered by Iran.", "ir", "state-ordered", None),
        (
            "Houthi fighters fired a missile at a tanker on Friday. Saudi Arabia said the attack was ordered by Iran.",
            "ir",
            "state-ordered",
            "sa",
        ),
        (
            "Militants killed nine people in a bombing in Mumbai on Friday. India said they had acted on instructions from Pakistan.",
            "pk",
            "state-ordered",
            "in",
        ),
        (
            "M23 rebels shelled Goma on Friday, killing five people, in coordination with Rwanda.",
            "rw",
            "state-coordinated",
            None,
        ),
        (
            "Gunmen of Jaish al-Adl shot dead four people in Zahedan on Friday with Pakistan's knowledge.",
            "pk",
            "state-ignored",
            None,
        ),
        (
            "The Wagner Group bombed a village in Mali on Friday with Russia's approval, killing six people.",
            "ru",
            "state-encouraged",
            None,
        ),
    ],
)
def test_a_part_of_a_state_is_read_with_whose_word_it_is(
    text: str, state: str, part: str, by: str | None, read: Read
) -> None:
    (found,) = [p for e in happened(read(text)) for p in e.state_parts]
    assert (found.state.id, found.part) == (state, Responsibility(part))
    assert (found.by.id if found.by else None) == by
    assert found.quote.exact in text


@pytest.mark.parametrize(
    "words",
    [
        "Iran denied that the attack was ordered by Tehran.",
        "It was not ordered by Iran.",
        "There was no evidence that the attack was ordered by Iran.",
        "It is unclear whether the attack was ordered by Iran.",
        "Hezbollah is backed and armed by Iran.",
        "Iran praised the attack.",
        "The attack may have been ordered by Iran.",
    ],
)
def test_what_is_denied_open_or_told_in_general_gives_a_state_no_part(words: str, read: Read) -> None:
    reading = read(f"Hezbollah fired rockets at Haifa on Friday, killing two people. {words}")
    assert not [p for e in happened(reading) for p in e.state_parts]
