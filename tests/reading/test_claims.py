"""Who claims, how, and how far the claim reaches."""

from __future__ import annotations

import pytest

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ClaimMode, ClaimStatus, Quantifier
from tests.reading.tellings import Read, happened, of_type, the_claim

ATTACK = "A bomb killed nine people in Mogadishu on Friday. "


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (ATTACK + "Al-Shabaab claimed responsibility for the attack.", "al-shabaab"),
        (ATTACK + "Al-Shabaab has claimed the bombing.", "al-shabaab"),
        (ATTACK + "The bombing was claimed by Al-Shabaab.", "al-shabaab"),
        (ATTACK + "Responsibility was claimed by Al-Shabaab.", "al-shabaab"),
        (ATTACK + "Al-Shabaab said it was behind the bombing.", "al-shabaab"),
        (ATTACK + "Al-Shabaab took responsibility for the blast.", "al-shabaab"),
        (ATTACK + "In a statement, Al-Shabaab said it had carried out the attack.", "al-shabaab"),
        ("Islamic State claimed the attack on a church in Maiduguri on Friday.", "islamic-state"),
        ("The Houthis said they had fired missiles at Eilat on Friday.", "houthis"),
        (ATTACK + "A group calling itself the Guardians of Dawn claimed responsibility.", "Guardians of Dawn"),
        (ATTACK + 'The clandestine organisation "Secret Dawn Army" (SDA) claimed responsibility.', "Secret Dawn Army"),
        (ATTACK + "A commando unit, the White Eagle Civic Force, claimed responsibility.", "White Eagle Civic Force"),
    ],
)
def test_the_claimant(read: Read, text: str, claimant: str) -> None:
    claim = the_claim(read(text))
    assert (claim.claimant.actor_id or claim.claimant.name).removeprefix("the ") == claimant


@pytest.mark.parametrize(
    "text",
    [
        ATTACK + "No group has claimed responsibility.",
        ATTACK + "Nobody claimed the attack.",
        ATTACK + "Al-Shabaab declared that none of its members had anything to do with the attack.",
        ATTACK + "Al-Shabaab said neither its fighters nor its allies were involved in the bombing.",
        ATTACK + "No group has so far said it was behind the bombing.",
        ATTACK + "No one has said they were responsible.",
        ATTACK + "None of the groups has claimed it.",
        ATTACK + "It was not clear who was behind the bombing.",
        ATTACK + "Analysts believe Al-Shabaab was behind the bombing.",
        ATTACK + "Al-Shabaab did not claim the attack.",
        ATTACK + "Al-Shabaab denied that it was behind the bombing.",
        ATTACK + "Al-Shabaab denied any responsibility.",
        ATTACK + "There was no immediate claim of responsibility.",
        ATTACK + "The minister claimed that prices had fallen.",
        ATTACK + "The government blamed Al-Shabaab.",
        "The attack claimed nine lives in Mogadishu on Friday.",
        "Israel claims the Golan Heights.",
        "The army said it had shelled Homs on Friday.",
    ],
)
def test_no_claim(read: Read, text: str) -> None:
    assert of_type(read(text), ClaimMention) == []


def test_a_claim_covers_the_event_told_before(read: Read) -> None:
    reading = read(ATTACK + "Al-Shabaab claimed responsibility for the attack.")
    (event,) = happened(reading)
    assert the_claim(reading).covers == (event.id,)


def test_a_claim_covers_the_event_that_it_tells(read: Read) -> None:
    reading = read("Islamic State claimed the attack on a church in Maiduguri on Friday.")
    (event,) = happened(reading)
    assert the_claim(reading).covers == (event.id,)


@pytest.mark.parametrize(
    ("words", "quantifier"),
    [
        ("most of these attacks", Quantifier.MOST),
        ("many of the attacks", Quantifier.MANY),
        ("some of the attacks", Quantifier.SOME),
        ("all the attacks", Quantifier.ALL),
        ("several of the attacks", Quantifier.SEVERAL),
        ("the majority of the attacks", Quantifier.MOST),
    ],
)
def test_a_claim_over_a_set_covers_no_single_event(read: Read, words: str, quantifier: Quantifier) -> None:
    text = f"Bombs exploded in Kirkuk on Thursday and in Mosul on Friday. Islamic State claimed responsibility for {words}."
    claim = the_claim(read(text))
    assert (claim.quantifier, claim.covers) == (quantifier, ())


def test_a_claim_of_both_covers_two(read: Read) -> None:
    reading = read("Bombs exploded in Kirkuk on Thursday and in Mosul on Friday. Islamic State claimed both attacks.")
    assert set(the_claim(reading).covers) == {e.id for e in happened(reading)}
    assert len(the_claim(reading).covers) == 2


def test_a_claim_reaches_the_nearest_event_alone(read: Read) -> None:
    reading = read("Gunmen attacked Gao on Thursday. A bomb exploded in Kidal on Friday. JNIM claimed the bombing.")
    covered = the_claim(reading).covers
    assert [e.where.name for e in happened(reading) if e.id in covered and e.where] == ["Kidal"]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Al-Shabaab claimed the attack on its Telegram channel.", ClaimMode.TELEGRAM),
        ("Al-Shabaab claimed the attack in a video.", ClaimMode.VIDEO),
        ("A spokesman for Al-Shabaab claimed the attack.", ClaimMode.SPOKESPERSON),
        ("Al-Shabaab claimed the attack in a statement.", ClaimMode.STATEMENT),
        ("Al-Shabaab claimed the attack.", ClaimMode.UNKNOWN),
    ],
)
def test_how_it_was_claimed(read: Read, words: str, mode: ClaimMode) -> None:
    assert the_claim(read(ATTACK + words)).mode is mode


def test_the_reporter_of_a_claim_is_not_its_claimant(read: Read) -> None:
    claim = the_claim(read(ATTACK + "Police said Al-Shabaab had claimed the attack."))
    assert claim.claimant.actor_id == "al-shabaab"


def test_a_deed_told_by_its_author_is_one_claim(read: Read) -> None:
    text = "Islamic State claimed the attack, saying that its fighters had stormed the prison in Hasakah on Friday."
    the_claim(read(text))


def test_who_carries_out_an_attack_does_not_claim_it_by_that(read: Read) -> None:
    assert of_type(read("Militants of Boko Haram carried out an attack on Dikwa on Friday."), ClaimMention) == []


def test_a_claim_stands_until_something_else_is_told(read: Read) -> None:
    assert the_claim(read(ATTACK + "Al-Shabaab claimed the attack.")).status is ClaimStatus.STANDING


def test_a_withdrawn_claim_is_marked(read: Read) -> None:
    claims = of_type(read(ATTACK + "Al-Shabaab claimed the attack but later withdrew its claim."), ClaimMention)
    assert [c.status for c in claims] == [ClaimStatus.WITHDRAWN]
