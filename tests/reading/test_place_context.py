from __future__ import annotations

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.place_context import nationalities_of


def test_words_of_nationality_come_from_the_knowledge_base_at_hand() -> None:
    state = KnownActor(
        id="xk", name="Kosovo", type=ActorType.STATE, adjectives=("Kosovan",), people=("Kosovars",), citation="none"
    )
    nationalities = nationalities_of(KnowledgeBase((state,)))
    assert nationalities.adjectives["kosovan"] == "XK"
    assert nationalities.words["kosovars"] == "XK"
    assert "iraqi" not in nationalities.words
