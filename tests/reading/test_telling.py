"""As fact or as possible, on whose word, and how sure."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import Modality
from tests.reading.tellings import Read, doer, happened, of_type, only


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
    ("text", "reporter"),
    [
        ("Rockets hit Sderot on Friday, according to Israeli police.", "Israeli police"),
        ("Villagers said gunmen attacked Mukdolo on Friday.", "Villagers"),
        ("A drone hit a house in Odesa on Friday, the regional governor said.", "the regional governor"),
        (
            "Two soldiers were killed in an ambush near Gao on Friday, a security source told reporters.",
            "a security source",
        ),
    ],
)
def test_on_whose_word(read: Read, text: str, reporter: str) -> None:
    found = only(read(text)).reporter
    assert found is not None
    assert found.quote.exact == reporter


def test_a_known_reporter_has_an_id(read: Read) -> None:
    reporter = only(read("A missile hit a tanker in the Red Sea on Friday, CENTCOM said.")).reporter
    assert reporter is not None
    assert reporter.actor_id == "us-central-command"


def test_nobody_is_the_reporter_of_a_plain_telling(read: Read) -> None:
    event = only(read("Gunmen attacked Mukdolo on Friday."))
    assert (event.reporter, event.status_cue) == (None, "reported")


def test_who_carries_out_an_attack_does_not_report_it(read: Read) -> None:
    event = only(read("Myanmar's military carried out air strikes on Pazigyi on 11 April.", "2023-04-13"))
    assert (event.reporter, event.status_cue) == (None, "reported")
    assert doer(event) == "mm-armed-forces"


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


def test_the_claimant_of_a_deed_is_no_authority_on_it(read: Read) -> None:
    event = only(read("The Houthis said on Friday they had targeted a destroyer in the Red Sea with a missile."))
    assert event.status_cue == "claimed_only"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Gunmen attacked a bus near Mopti on Friday, the governor said.", "confirmed"),
        ("Gunmen attacked a bus near Mopti on Friday, a hospital official said.", "reported"),
        ("Gunmen attacked a bus near Mopti on Friday, residents said.", "reported"),
        ("The governor spoke to reporters. Gunmen attacked a bus near Mopti on Friday.", "reported"),
        ("The governor said the road was closed. He said gunmen attacked a bus near Mopti on Friday.", "confirmed"),
        ("The enemy attacked our positions near Mopti on Friday.", "confirmed"),
        ("Al-Shabaab claimed a car bomb attack on a hotel in Mogadishu on Friday.", "claimed_only"),
    ],
)
def test_an_event_is_as_sure_as_the_word_it_stands_on(read: Read, text: str, cue: str) -> None:
    assert only(read(text)).status_cue == cue


def test_an_armys_own_bulletin_confirms(read: Read) -> None:
    text = "Gunmen attacked a bus near Mopti on Friday."
    assert only(read(text, publisher="Army headquarters bulletin")).status_cue == "confirmed"
    assert only(read(text, publisher="Army Times")).status_cue == "reported"


def test_an_authoritys_word_ends_with_its_sentence(read: Read) -> None:
    text = "The army said rebels had shelled Goma on Friday. Hours later gunmen attacked a bus near Sake."
    assert [e.status_cue for e in happened(read(text))] == ["confirmed", "reported"]


def test_what_an_authority_lists_is_all_its_word(read: Read) -> None:
    text = "The army reported the following attacks. On Friday rebels shelled Goma. On Saturday gunmen attacked a bus near Sake."
    assert [e.status_cue for e in happened(read(text))][-2:] == ["confirmed", "confirmed"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Our fighters detonated a mine under an army lorry near Qamishli on Friday.", "claimed_only"),
        ("Soldiers shot three boys dead in our street in Axum on Friday.", "reported"),
        ("Rebels shelled our positions at Zabadani on Friday.", "confirmed"),
        ("A mine killed two farmers near Taiz on Friday, the security services said.", "confirmed"),
    ],
)
def test_who_speaks_of_ours(read: Read, text: str, cue: str) -> None:
    assert only(read(text)).status_cue == cue
