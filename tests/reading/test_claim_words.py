"""Ways of claiming that name no responsibility, and what others say of a claim."""

from __future__ import annotations

import pytest

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ClaimMode, ClaimStatus, Role
from tests.reading.tellings import Read, happened, of_type, only, the_claim

BOMB = "A bomb wounded six people at a bus station in Thessaloniki on Friday. "
DRONE = "A drone hit a substation in Shiraz on Friday. "


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (BOMB + "One faction said in a message to reporters that one of its men had planted it.", "One faction"),
        (BOMB + "ETA said in a call to a newspaper that two of its members had left it there.", "eta"),
        (BOMB + "Ansaru is named as claimant of the bombing.", "ansaru"),
        (BOMB + "A caller said he spoke for the Red Hand Commando and had placed it.", "Red Hand Commando"),
        (BOMB + "The Dawn Front, a front for Ansaru, claimed responsibility.", "Dawn Front"),
        (DRONE + "A resistance cell calling itself Generation Z Power took credit.", "Generation Z Power"),
        (DRONE + "The FLNC claimed the strike.", "FLNC"),
    ],
)
def test_who_claims_the_event_told_before(read: Read, text: str, claimant: str) -> None:
    reading = read(text)
    claim = the_claim(reading)
    assert (claim.claimant.actor_id or claim.claimant.name).removeprefix("the ") == claimant
    assert claim.covers == (only(reading).id,)


@pytest.mark.parametrize(
    "text",
    [
        "A little-known group that calls itself the Sons of the Levant said that it had sent four drones at an airbase "
        "near Hasakah on Sunday.",
        "Hezbollah said on Sunday that it had fired rockets at a base near Safed.",
        "The Houthis said they had struck a tanker in the Red Sea on Friday.",
        "A bomb exploded in Erbil on Friday. Saraya Awliya al-Dam, a facade of Asa'ib Ahl al-Haq, said it had carried "
        "out the attack.",
        "A bomb exploded in Idlib on Friday. The Army of Conquest claimed the attack on its channel.",
    ],
)
def test_a_deed_on_the_claimants_own_word_has_no_doer(read: Read, text: str) -> None:
    event = only(read(text))
    assert [p.name for p in event.participants if p.role is Role.PERPETRATOR] == []


def test_a_states_own_word_names_the_doer(read: Read) -> None:
    event = only(read("Iran said it had fired missiles at a base in Erbil on Saturday."))
    assert [p.actor_id for p in event.participants if p.role is Role.PERPETRATOR] == ["ir"]


def test_a_statement_claims_each_deed_that_it_tells(read: Read) -> None:
    reading = read(
        "Statement of Sinai Province. On Friday our brothers detonated a bomb under an armoured vehicle south of Rafah. "
        "On Saturday our snipers shot an officer dead in El-Arish."
    )
    claims = of_type(reading, ClaimMention)
    assert {c.claimant.actor_id for c in claims} == {"islamic-state-sinai"}
    assert {c.mode for c in claims} == {ClaimMode.STATEMENT}
    assert sorted(i for c in claims for i in c.covers) == sorted(e.id for e in happened(reading))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Police said they could not confirm the claim.", ClaimStatus.DISPUTED),
        ("Officials said there was no evidence for the claim.", ClaimStatus.DISPUTED),
        ("The interior minister cast doubt on the claim.", ClaimStatus.DISPUTED),
        ("The newspaper could not independently verify the claim.", ClaimStatus.STANDING),
        ("The claim could not be independently verified.", ClaimStatus.STANDING),
        ("Police confirmed the claim.", ClaimStatus.STANDING),
    ],
)
def test_doubt_of_a_claim(read: Read, words: str, status: ClaimStatus) -> None:
    assert the_claim(read(BOMB + "ETA claimed the attack. " + words)).status is status


def test_a_post_gone_by_evening_went_on_the_day_it_was_made(read: Read) -> None:
    text = (
        "A bomb killed four policemen in Baquba on Thursday. On Friday a statement in the name of Islamic State claimed "
        "the attack. By evening the statement had disappeared from the channel. On Sunday its Diyala branch took "
        "responsibility instead."
    )
    reading = read(text)
    first, second = of_type(reading, ClaimMention)
    assert [(t.when.start.isoformat() if t.when.start else None) for t in first.turns] == ["2023-11-03"]
    assert first.status is ClaimStatus.WITHDRAWN
    assert (second.claimant.name, second.covers) == ("Diyala branch", first.covers)
