"""How organisations are said to be involved in violence."""

import pytest

from tallystick.evaluation.bench import make_report
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.actor import ActorRef
from tallystick.model.terms import Involvement
from tallystick.pipeline import default_reader
from tallystick.reading.involvement import Involved, is_authority, read_involvement


def _involved(text: str) -> dict[str, Involved]:
    reading = default_reader().read(make_report(text, name="x", language="en"))
    told = read_involvement(reading.mentions, reading.actors, knowledge=load_knowledge())
    return {one.actor.name: one for one in told}


@pytest.mark.parametrize(
    ("text", "involvement"),
    [
        ("Boko Haram claimed responsibility for the bombing of the market in Jos.", Involvement.CLAIMED),
        ("Boko Haram bombed the market in Jos on Monday.", Involvement.STATED_AS_FACT),
        ("Police blamed Boko Haram for the bombing of the market in Jos.", Involvement.ACCUSED_BY_AUTHORITIES),
        ("Residents blamed Boko Haram for the bombing of the market in Jos.", Involvement.ACCUSED),
    ],
)
def test_the_words_say_how(text: str, involvement: Involvement) -> None:
    assert _involved(text)["Boko Haram"].involvement is involvement


def test_who_says_so_is_told() -> None:
    told = _involved("Residents blamed Boko Haram for the bombing of the market in Jos.")["Boko Haram"]
    assert told.by is not None
    assert told.by.name == "Residents"


def test_a_claim_says_more_than_an_accusation() -> None:
    text = "Police blamed Boko Haram for the bombing of the market in Jos. Boko Haram claimed responsibility for it."
    assert _involved(text)["Boko Haram"].involvement is Involvement.CLAIMED


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Members of Boko Haram ambushed a convoy near Maiduguri on Tuesday.", "Boko Haram"),
        ("Three villagers near Huanta were killed by a column of Shining Path members on Tuesday.", "Shining Path"),
        ("The plane was dynamited by drug trafficking gangs at Monteria airport on Monday.", "drug trafficking gangs"),
    ],
)
def test_what_people_of_a_body_did_involves_it(text: str, body: str) -> None:
    assert _involved(text)[body].involvement is Involvement.STATED_AS_FACT


def test_people_of_no_body_involve_none() -> None:
    assert not _involved("Rebels attacked a police post in Jos on Monday.").keys() & {"Rebels", "rebels"}


def test_who_may_have_done_it_is_possibly_involved() -> None:
    text = "A bomb killed nine people in Jos on Monday. The attack could have been the work of Boko Haram."
    assert _involved(text)["Boko Haram"].involvement is Involvement.POSSIBLE


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("the district prosecutor", True),
        ("residents", False),
        ("a retired colonel", False),
        ("Army headquarters", True),
    ],
)
def test_an_authority_is_known_by_its_words(name: str, *, is_one: bool) -> None:
    assert is_authority(ActorRef(name=name), knowledge=load_knowledge()) is is_one
