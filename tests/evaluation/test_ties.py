"""Coded and read relations paired, worked by hand."""

import pytest

from tallystick.evaluation.ties import Tie, pair_ties, readings_of, say_the_same

UMBRELLA = Tie("Gao Front", "umbrella_of", "Red Lions")


def test_an_umbrella_is_a_brand_of_its_members_or_they_are_members_of_it() -> None:
    assert say_the_same(UMBRELLA, Tie("Gao Front", "brand_of", "the Red Lions"))
    assert say_the_same(UMBRELLA, Tie("Red Lions", "member_of", "Gao Front"))


def test_a_relation_told_from_the_wrong_end_is_another() -> None:
    assert not say_the_same(UMBRELLA, Tie("Red Lions", "brand_of", "Gao Front"))
    assert not say_the_same(UMBRELLA, Tie("Gao Front", "member_of", "Red Lions"))


def test_another_relation_between_the_same_two_is_another() -> None:
    assert not say_the_same(UMBRELLA, Tie("Gao Front", "backed_by", "Red Lions"))


def test_who_controls_another_has_it_under_him() -> None:
    assert say_the_same(Tie("Staff", "controls", "Guards"), Tie("Guards", "subordinate_to", "Staff"))


def test_a_found_relation_serves_one_coded_one_only() -> None:
    assert pair_ties([UMBRELLA, UMBRELLA], [Tie("Gao Front", "brand_of", "Red Lions")]) == [(0, 0)]


def test_a_word_that_is_no_predicate_is_an_error() -> None:
    with pytest.raises(ValueError, match="kin_of"):
        readings_of("kin_of")
