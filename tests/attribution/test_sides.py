from __future__ import annotations

import pytest

from tallystick.attribution.sides import side_test
from tallystick.model.actor import ActorRef
from tallystick.model.terms import Predicate
from tests.attribution import builders as b

MILITIAS = ActorRef(name="Sylvania-backed militias")
BASE = b.knowledge(
    *b.RELATIONS,
    b.relation(b.STATE, Predicate.MEMBER_OF, b.PACT),
    b.relation(b.SYLVANIA, Predicate.MEMBER_OF, b.PACT),
    b.relation(b.WING, Predicate.PART_OF, b.ARMY),
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (b.STATE, b.STATE, True),
        (b.ARMY, b.STATE, True),
        (b.FRONT, b.BANNER, True),
        (b.FRONT, b.GUARD, True),
        (b.BANNER, b.SYLVANIA, True),
        (b.ARMY, b.PACT, True),
        (b.STATE, b.SYLVANIA, False),
        (b.ARMY, b.FRONT, False),
        (b.WING, b.ARMY, False),
        (b.STRANGERS, b.ARMY, None),
        (b.FRONT, b.PACT, None),
        (MILITIAS, b.ARMY, False),
        (MILITIAS, b.FRONT, None),
    ],
)
def test_sides(left: ActorRef, right: ActorRef, expected: bool | None) -> None:
    same_side = side_test(BASE)
    assert same_side(left, right) is expected
    assert same_side(right, left) is expected


def test_two_groups_with_one_backer_are_not_thereby_one_side() -> None:
    apart = b.knowledge(
        b.relation(b.FRONT, Predicate.BACKED_BY, b.GUARD), b.relation(b.WING, Predicate.BACKED_BY, b.GUARD)
    )
    assert side_test(apart)(b.FRONT, b.WING) is False
