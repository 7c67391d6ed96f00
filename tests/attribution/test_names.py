from __future__ import annotations

import pytest

from tallystick.attribution.names import called, start
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
