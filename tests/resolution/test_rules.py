from __future__ import annotations

from datetime import timedelta

from tallystick.resolution.rule import Criterion, Rule
from tallystick.resolution.rules import RULES, find_conflict
from tallystick.resolution.support import support
from tests.resolution.build import MONDAY, event, report, tellings

SHORTEST = Criterion("the shortest", lambda s: len(s.value))
FIRST = Criterion("the first in the alphabet", lambda s: s.value)
RULE = Rule("of all words,", (SHORTEST, FIRST))


def told(*words: str) -> list[str]:
    made = tellings(*(event(f"r{n}") for n, _ in enumerate(words)))
    return [s.value for s in RULE.order(support(zip(words, made, strict=True)))]


def test_the_words_of_a_rule_are_those_of_its_criteria() -> None:
    assert RULE.words == "of all words, the shortest, then the first in the alphabet"


def test_a_rule_orders_by_its_criteria_in_turn() -> None:
    assert told("bb", "a", "aa") == ["a", "aa", "bb"]


def test_the_deciding_criterion_is_the_first_that_tells_two_values_apart() -> None:
    values = support(zip(("bb", "aa", "a"), tellings(event("x"), event("y"), event("z")), strict=True))
    a, aa, bb = RULE.order(values)
    assert (RULE.deciding(a, aa), RULE.deciding(aa, bb)) == ("the shortest", "the first in the alphabet")


def test_a_conflict_tells_how_many_independent_sources_stand_by_each_value() -> None:
    reports = [report("a"), report("copy", copy_of="a", published=MONDAY + timedelta(days=3)), report("b"), report("c")]
    made = tellings(*(event(r.id) for r in reports), reports=reports)
    values = RULES["outcome"].order(support(zip(("hit", "hit", "missed", "missed"), made, strict=True)))
    (conflict,) = find_conflict("outcome", values)
    assert [(v.value, v.sources, len(v.mention_ids)) for v in conflict.values] == [("missed", 2, 2), ("hit", 1, 2)]
    assert conflict.decided_by == "that of most independent sources"


def test_one_value_is_no_conflict() -> None:
    assert find_conflict("outcome", support(zip(("hit",), tellings(event("a")), strict=True))) == ()
