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
