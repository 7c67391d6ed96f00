"""One name, several actors: whom it means by what a report tells."""

from __future__ import annotations

import pytest

from tallystick.knowledge.actors import AmbiguousAlias, KnownActor
from tallystick.knowledge.ambiguity import who_is_meant
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.terms import ActorType


@pytest.mark.parametrize(
    ("name", "state", "actor"),
    [
        ("Islamic Resistance", "iq", "islamic-resistance-in-iraq"),
        ("Islamic Resistance", "lb", "hezbollah"),
        ("Islamic Resistance", "az", "huseynyun"),
        ("Islamic Resistance", "ye", None),
        ("Islamic Resistance", "tr", None),
        ("المقاومة الإسلامية", "iq", "islamic-resistance-in-iraq"),
        ("المقاومة الإسلامية", "lb", "hezbollah"),
        ("Hezbollah", "iq", "hezbollah"),
        ("Hezbollah", "lb", "hezbollah"),
        ("Hezbollah", "ye", "hezbollah"),
        ("Hezbollah", "az", "hezbollah"),
        ("Hezbollah", "tr", "kurdish-hezbollah"),
        ("Ansar Allah", "iq", "harakat-ansar-allah-al-awfiya"),
        ("Ansar Allah", "lb", "ansar-allah-lebanon"),
        ("Ansar Allah", "ye", "houthis"),
        ("Ansar Allah", "az", "houthis"),
        ("Ansar Allah", "tr", "houthis"),
        ("Northern Alliance", "af", "northern-alliance"),
        ("Northern Alliance", "mm", "northern-alliance-myanmar"),
        ("al-Shabaab", "so", "al-shabaab"),
        ("al-Shabaab", "mz", "islamic-state-mozambique"),
        ("Joint Forces", "sd", "sd-joint-darfur-force"),
        ("Joint Forces", "ye", "national-resistance-yemen"),
        ("the coalition", "ye", "saudi-led-coalition"),
        ("the coalition", "iq", "global-coalition"),
    ],
)
def test_the_same_name_means_others_elsewhere(name: str, state: str, actor: str | None) -> None:
    meant = who_is_meant(load_knowledge(), name, told={state: 1})
    assert (meant.actor.id if meant.actor else None) == actor


def test_who_is_named_in_full_is_meant_whatever_the_places() -> None:
    meant = who_is_meant(load_knowledge(), "Hezbollah", told={"lb": 5}, actors={"kataib-hezbollah"})
    assert meant.actor
    assert meant.actor.id == "kataib-hezbollah"
    assert meant.why == '"Hezbollah" can mean several; Kata\'ib Hezbollah is named in this report'


def test_the_usual_bearer_gives_way_only_where_none_of_its_own_states_is_told() -> None:
    meant = who_is_meant(load_knowledge(), "Hezbollah", told={"tr": 9, "lb": 1})
    assert meant.actor
    assert meant.actor.id == "hezbollah"


def test_the_usual_bearer_gives_way_only_to_the_state_most_told() -> None:
    meant = who_is_meant(load_knowledge(), "Hezbollah", told={"tr": 1, "il": 3})
    assert meant.actor
    assert meant.actor.id == "hezbollah"


def test_a_name_that_nobody_bears() -> None:
    assert who_is_meant(load_knowledge(), "Lake Guard", told={}).why == 'nobody known is called "Lake Guard"'


def test_a_name_without_a_mark_needs_no_place() -> None:
    meant = who_is_meant(load_knowledge(), "Hamas", told={})
    assert meant.actor
    assert (meant.actor.id, meant.why) == ("hamas", "known name")


def _actor(id_: str, *marks: AmbiguousAlias, theatre: tuple[str, ...] = ()) -> KnownActor:
    return KnownActor(
        id=id_, name=id_, type=ActorType.MILITIA, theatre=theatre, ambiguous_aliases=marks, citation="own"
    )


def test_companions_tell_where_no_place_does() -> None:
    marks = {id_: AmbiguousAlias(name="Guard", note="n", beside=(f"{id_}-party",)) for id_ in ("lake", "hill")}
    knowledge = KnowledgeBase(tuple(_actor(id_, mark) for id_, mark in marks.items()))
    meant = who_is_meant(knowledge, "Guard", told={}, actors={"hill-party"})
    assert meant.actor
    assert (meant.actor.id, meant.why) == (
        "hill",
        '"Guard" can mean several; hill goes with who is named in this report',
    )


def test_a_mark_with_companions_alone_heeds_no_place() -> None:
    mark = AmbiguousAlias(name="Guard", note="n", beside=("lake",))
    knowledge = KnowledgeBase((_actor("lake", mark, theatre=("iq",)),))
    assert who_is_meant(knowledge, "Guard", told={"iq": 1}).actor is None


def test_a_mark_that_says_neither_takes_the_actors_own_states() -> None:
    knowledge = KnowledgeBase((_actor("lake", AmbiguousAlias(name="Guard", note="n"), theatre=("iq",)),))
    meant = who_is_meant(knowledge, "Guard", told={"iq": 1})
    assert meant.actor
    assert meant.actor.id == "lake"


def test_two_that_fit_alike_leave_it_open() -> None:
    marks = AmbiguousAlias(name="Guard", note="n", where=("iq",))
    knowledge = KnowledgeBase((_actor("lake", marks), _actor("hill", marks)))
    meant = who_is_meant(knowledge, "Guard", told={"iq": 1})
    assert (meant.actor, meant.why) == (None, '"Guard" can mean hill, lake; the report does not tell which')
