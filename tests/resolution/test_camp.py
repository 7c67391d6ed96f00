from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.model.actor import ActorRef
from tallystick.model.terms import ActorType
from tallystick.resolution.camp import Camp, camp_of, camps_of
from tests.resolution.build import KNOWS

TYPES = {"army": ActorType.ARMED_FORCES, "front": ActorType.ARMED_GROUP, "brand": ActorType.BRAND}
TYPED = replace(KNOWS, type_of=TYPES.get)


def called(name: str) -> ActorRef:
    return ActorRef(name=name)


@pytest.mark.parametrize(
    ("name", "camp"),
    [
        ("regime forces", Camp.STATE),
        ("the Syrian army", Camp.STATE),
        ("opposition groups", Camp.ARMED_GROUP),
        ("anti-government fighters", Camp.ARMED_GROUP),
        ("government-allied rebels", Camp.ARMED_GROUP),
        ("gunmen", Camp(0)),
        ("rebels and the army", Camp(0)),
    ],
)
def test_a_name_that_nobody_knows_tells_its_camp_by_its_words(name: str, camp: Camp) -> None:
    assert camp_of(called(name), TYPED) == camp


@pytest.mark.parametrize(("actor_id", "camp"), [("army", Camp.STATE), ("front", Camp.ARMED_GROUP), ("brand", Camp(0))])
def test_a_known_actor_is_of_the_camp_of_its_type_whatever_it_is_called(actor_id: str, camp: Camp) -> None:
    assert camp_of(ActorRef(id=actor_id, name="rebel army"), TYPED) == camp


def test_of_several_actors_all_must_tell_their_camp() -> None:
    assert camps_of([called("rebels"), called("the army")], TYPED) == Camp.STATE | Camp.ARMED_GROUP
    assert camps_of([called("rebels"), called("gunmen")], TYPED) == Camp(0)
