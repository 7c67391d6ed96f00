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
        "If militants attacked Kidal, the army would respond.",
        "The embassy warned that militants might attack hotels in Kabul.",
        "The Taliban threatened to attack Kunduz.",
        "Israel is planning strikes on Rafah, officials said.",
        "The army will attack Goma, its commander said.",
        "The patrols are meant to prevent attacks on Odesa.",
        "Residents fear an attack on El Fasher.",
        "There is a risk of rocket attacks on Sderot.",
        "The general called for strikes on Mekelle.",
        "Russia has no intention of attacking Lviv, the envoy said.",
        "The group vowed to attack ships in the Red Sea.",
        "Guards are on alert for a possible attack on Erbil airport.",
    ],
)
def test_what_has_not_happened_is_no_incident(read: Read, text: str) -> None:
    assert happened(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "No rockets were fired at Sderot on Friday.",
        "There was no attack on Erbil airport on Friday.",
        "The army denied that it had shelled Homs on Friday.",
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
        ("Turkey is planning strikes on Manbij, officials said.", Modality.PLANNED),
        ("Commanders were told to bomb the bridge at Raqqa.", Modality.PLANNED),
        ("A decree allows fighters to kill anyone who leaves Mosul.", Modality.PLANNED),
        ("Parliament voted to bomb Raqqa.", Modality.PLANNED),
        ("A lull allowed gunmen to attack Solhan on Friday.", Modality.ACTUAL),
        ("The army denied that it had shelled Homs on Friday.", Modality.DENIED),
        ("An alleged drone strike killed two men in Shabwa on Friday.", Modality.ALLEGED),
    ],
)
def test_modality_is_kept(read: Read, text: str, modality: Modality) -> None:
    assert [m.modality for m in of_type(read(text), EventMention)] == [modality]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The Pentagon confirmed that rockets hit Ain al-Asad on Friday.", "confirmed"),
        ("Two drones hit Odesa on Friday, Ukrainian officials said.", "confirmed"),
        ("Al-Shabaab said its fighters had attacked Galkayo on Friday.", "claimed_only"),
        (
            "Hezbollah said it had attacked an army post in Metula on Friday in its heaviest barrage since October.",
            "claimed_only",
        ),
        ("Unconfirmed reports told of an air strike on Homs on Friday.", "unconfirmed"),
        ("Residents said shells hit El Fasher on Friday.", "reported"),
        ("Opposition activists said rockets hit Douma on Friday.", "reported"),
        ("A source in the militia said drones hit Harir air base on Friday.", "reported"),
        ("Neither side confirmed the report of a strike on Khan Younis on Friday.", "unconfirmed"),
    ],
)
def test_how_sure_the_telling_is(read: Read, text: str, cue: str) -> None:
    assert only(read(text)).status_cue == cue
