from __future__ import annotations

from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident, MayBe
from tallystick.model.terms import EventKind


def incident(name: str, *may_be: str) -> Incident:
    others = tuple(MayBe(id=other, score=0.6, reasons=()) for other in may_be)
    return Incident(id=name, kind=EventKind.RAID, may_be=others)


def test_what_may_be_one_of_the_others_is_not_counted_beside_them() -> None:
    one, two, vague = incident("a"), incident("b"), incident("v", "a", "b")
    assert set_vague_apart([vague, one, two]) == ((one, two), (vague,))


def test_what_may_be_none_of_those_given_counts() -> None:
    one, vague = incident("a"), incident("v", "elsewhere")
    assert set_vague_apart([one, vague]) == ((one, vague), ())
