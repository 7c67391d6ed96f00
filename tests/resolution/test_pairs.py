from __future__ import annotations

from tallystick.resolution.pairs import compare_every_pair
from tests.resolution.build import FORT, KNOWS, event, reports_of, resolved


def test_every_pair_is_compared_once_the_earlier_on_the_left() -> None:
    told = [event("a", name="m1"), event("b", name="m2"), event("c", name="m3", place=FORT)]
    pairs = compare_every_pair(told, told, reports_of(told), knows=KNOWS)
    assert [(p.left, p.right) for p in pairs] == [("m1", "m2"), ("m1", "m3"), ("m2", "m3")]
    assert pairs[0].weight > pairs[1].weight


def test_a_pair_weighs_the_same_alone_as_among_all() -> None:
    told = [event("a"), event("b"), event("c", place=FORT)]
    (incident,) = [i for i in resolved(*told).incidents if i.joins]
    (join,) = incident.joins
    (alone,) = compare_every_pair(told[:2], told, reports_of(told), knows=KNOWS)
    assert (alone.weight, alone.steps, alone.score) == (join.weight, join.steps, join.score)


def test_the_steps_add_up_to_the_weight() -> None:
    told = [event("a"), event("b")]
    (pair,) = compare_every_pair(told, told, reports_of(told), knows=KNOWS)
    assert pair.weight == round(sum(step.weight for step in pair.steps), 2)
