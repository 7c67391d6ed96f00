from __future__ import annotations

import pytest

from tallystick.attribution.names import agree, called, is_name, start
from tallystick.model.actor import ActorRef


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (ActorRef(name="A local site"), "a local site"),
        (ActorRef(name="The post"), "the post"),
        (ActorRef(id="pact", name="The Pact"), "The Pact"),
        (ActorRef(name="Ansar"), "Ansar"),
        (ActorRef(name="Iranian officials"), "Iranian officials"),
    ],
)
def test_what_only_describes_somebody_stands_small_inside_a_sentence(actor: ActorRef, words: str) -> None:
    assert called(actor) == words


def test_a_sentence_starts_with_a_capital() -> None:
    assert start("an unnamed group claims it.") == "An unnamed group claims it."


@pytest.mark.parametrize(
    "words",
    [
        "Lake Front",
        "the Front",
        "US",
        "al-Marjan",
        "Islamic Resistance in Iraq",
        "Sylvania Defence Forces",
        "Unit 8200",
        "الجبهة الشعبية",
    ],
)
def test_a_name(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "The observatory",
        "Coalition forces",
        "Pentagon spokesman",
        "ISIL in Syria",
        "Residents in the area",
        "Sunday the Coalition",
        "Sylvania's Guard and groups that",
        "two sites of the Guard",
        "US-backed fighters",
        "4,000 people",
        "فصائل عراقية",
    ],
)
def test_words_that_name_nobody_by_themselves(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (ActorRef(id="houthis", name="Houthis"), "claim"),
        (ActorRef(name="Sons of the Storm"), "claim"),
        (ActorRef(name="gunmen"), "claim"),
        (ActorRef(id="hamas", name="Hamas"), "claims"),
        (ActorRef(id="us", name="United States"), "claims"),
        (ActorRef(name="ISIS"), "claims"),
        (ActorRef(name="Army of the Tigers"), "claims"),
        (ActorRef(name="Liwa al-Quds"), "claims"),
    ],
)
def test_a_verb_is_in_the_number_of_the_name(actor: ActorRef, words: str) -> None:
    assert agree("claims", actor) == words


def test_of_several_it_is_plural() -> None:
    assert [agree(verb, ActorRef(name="A"), ActorRef(name="B")) for verb in ("is", "has", "denies")] == [
        "are",
        "have",
        "deny",
    ]
