"""Over how much a claim is, and by which channel it was made."""

from __future__ import annotations

import pytest

from tallystick.model.terms import ClaimMode, Quantifier
from tests.reading.tellings import Read, happened, the_claim

ATTACK = "A bomb killed nine people in Mogadishu on Friday. "


@pytest.mark.parametrize(
    ("words", "quantifier", "number", "of"),
    [
        ("most of the recent attacks", Quantifier.MOST, None, None),
        ("all eleven attacks this week", Quantifier.ALL, 11, None),
        ("two of the three attacks", Quantifier.SOME, 2, 3),
        ("one of the attacks", Quantifier.SOME, 1, None),
        ("dozens of attacks since November", Quantifier.MANY, None, None),
        ("five attacks on police posts", Quantifier.SEVERAL, 5, None),
        ("a string of attacks", Quantifier.SEVERAL, None, None),
    ],
)
def test_a_set(read: Read, words: str, quantifier: Quantifier, number: int | None, of: int | None) -> None:
    claim = the_claim(read(ATTACK + f"Al-Shabaab claimed responsibility for {words}."))
    assert (claim.quantifier, claim.number, claim.of, claim.covers) == (quantifier, number, of, ())


def test_a_set_has_its_scope(read: Read) -> None:
    scope = the_claim(
        read(ATTACK + "Al-Shabaab claimed most of the attacks on peacekeepers in Kismayo since May.")
    ).scope
    assert scope is not None
    assert (scope.place, scope.target) == ("Kismayo", "peacekeepers")
    assert scope.when.quote is not None
    assert "May" in scope.when.quote.exact


def test_all_three_are_exactly_the_three_told(read: Read) -> None:
    told = "Bombs exploded in Kirkuk on Thursday and in Mosul on Friday. Gunmen attacked a checkpoint in Tikrit on Saturday. "
    reading = read(told + "Islamic State claimed all three attacks.")
    claim = the_claim(reading)
    assert (claim.quantifier, claim.number) == (Quantifier.ALL, 3)
    assert set(claim.covers) == {e.id for e in happened(reading)}


def test_more_than_are_told_covers_none(read: Read) -> None:
    assert the_claim(read(ATTACK + "Al-Shabaab claimed both attacks.")).covers == ()


def test_the_noun_of_a_claim_tells_which_of_two(read: Read) -> None:
    reading = read(
        "A roadside bomb hit a bus in Gao on Thursday. Gunmen raided Kidal on Friday. JNIM claimed the bombing."
    )
    covered = the_claim(reading).covers
    assert [e.where.name for e in happened(reading) if e.id in covered and e.where] == ["Gao"]


@pytest.mark.parametrize(
    ("words", "mode", "channel"),
    [
        ("Al-Shabaab claimed the attack on Telegram.", ClaimMode.TELEGRAM, "Telegram"),
        ("Al-Shabaab claimed the attack in a post on Facebook.", ClaimMode.SOCIAL, "Facebook"),
        ("Al-Shabaab claimed the attack in an e-mail.", ClaimMode.EMAIL, None),
        ("Al-Shabaab claimed the attack in a letter to a newspaper.", ClaimMode.LETTER, None),
        ("Al-Shabaab claimed the attack in a note left at the scene.", ClaimMode.NOTE, None),
        ("Al-Shabaab claimed the attack in a telephone call.", ClaimMode.CALL, None),
        ("Al-Shabaab claimed the attack in a video that bore its flag.", ClaimMode.BRANDED_VIDEO, None),
        ("Al-Shabaab claimed the attack in a joint statement.", ClaimMode.UMBRELLA, None),
        ("Al-Shabaab claimed the attack on a website.", ClaimMode.WEBSITE, None),
        ("Al-Shabaab claimed the attack in an audio message.", ClaimMode.AUDIO, None),
    ],
)
def test_mode_and_channel(read: Read, words: str, mode: ClaimMode, channel: str | None) -> None:
    claim = the_claim(read(ATTACK + words))
    assert (claim.mode, claim.channel and claim.channel.name) == (mode, channel)


def test_who_only_reports_a_claim_is_no_channel(read: Read) -> None:
    claim = the_claim(read(ATTACK + "Al-Shabaab claimed the attack, according to Reuters."))
    assert claim.channel is None


@pytest.mark.parametrize(
    "words",
    [
        "Al-Shabaab said it had planted the bomb.",
        "A caller speaking for Al-Shabaab claimed the attack.",
        "A leaflet in the name of Al-Shabaab claimed it.",
        "Al-Shabaab said its fighters were behind the attack.",
    ],
)
def test_other_ways_to_claim(read: Read, words: str) -> None:
    reading = read(ATTACK + words)
    claim = the_claim(reading)
    assert claim.claimant.actor_id == "al-shabaab"
    assert claim.covers == tuple(e.id for e in happened(reading))
