from __future__ import annotations

import pytest

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.web.review.finding_actors import find_actors


def actor(name: str, *aliases: str) -> KnownActor:
    return KnownActor(
        id=name.casefold().replace(" ", "-").replace("'", ""),
        name=name,
        type=ActorType.ARMED_GROUP,
        aliases=aliases,
        citation="made",
    )


KNOWN = KnowledgeBase(
    (actor("Army of the North"), actor("North"), actor("Northern Front", "NF"), actor("Kata'ib Vale"))
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("north", ["North", "Northern Front", "Army of the North"], id="the whole name first"),
        pytest.param("fro nor", ["Northern Front"], id="words in any order"),
        pytest.param("nf", ["Northern Front"], id="an alias"),
        pytest.param("kataib", ["Kata'ib Vale"], id="apostrophes do not count"),
        pytest.param("orth", [], id="the middle of a word does not count"),
        pytest.param(" ", [], id="nothing typed"),
    ],
)
def test_actors_are_found_by_how_their_names_begin(typed: str, names: list[str]) -> None:
    assert [found.actor.name for found in find_actors(KNOWN, typed)] == names


def test_the_name_that_was_found_is_told() -> None:
    assert [found.by for found in find_actors(KNOWN, "nf")] == ["NF"]


def test_no_more_are_given_than_asked_for() -> None:
    assert len(find_actors(KNOWN, "n", most=1)) == 1
