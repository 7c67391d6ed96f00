"""Verbs in the number of those whom they are said of."""

from __future__ import annotations

import pytest

from tallystick.attribution.agreement import agree
from tallystick.model.actor import ActorRef


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
