"""As fact or as possible, on whose word, and how sure."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import Modality
from tests.reading.tellings import Read, happened, of_type, only


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said Hezbollah could attack Haifa.",
        "The Taliban threatened to attack Kunduz.",
        "The army will attack Goma, its commander said.",
    ],
)
def test_what_has_not_happened_is_no_incident(read: Read, text: str) -> None:
    assert happened(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Militants did not attack Kidal on Friday, the governor said.",
    ],
)
def test_what_is_denied_is_no_incident(read: Read, text: str) -> None:
    assert happened(read(text)) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Taliban threatened to attack Kunduz.", Modality.THREATENED),
        ("Hezbollah could attack Haifa, analysts said.", Modality.HYPOTHETICAL),
    ],
)
def test_modality_is_kept(read: Read, text: str, modality: Modality) -> None:
    assert [m.modality for m in of_type(read(text), EventMention)] == [modality]


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("Villagers said gunmen attacked Mukdolo on Friday.", "Villagers"),
    ],
)
def test_on_whose_word(read: Read, text: str, reporter: str) -> None:
    found = only(read(text)).reporter
    assert found is not None
    assert found.quote.exact == reporter


def test_nobody_is_the_reporter_of_a_plain_telling(read: Read) -> None:
    event = only(read("Gunmen attacked Mukdolo on Friday."))
    assert (event.reporter, event.status_cue) == (None, "reported")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Al-Shabaab said its fighters had attacked Galkayo on Friday.", "claimed_only"),
    ],
)
def test_how_sure_the_telling_is(read: Read, text: str, cue: str) -> None:
    assert only(read(text)).status_cue == cue
