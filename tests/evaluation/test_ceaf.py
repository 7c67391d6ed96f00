"""CEAF-REE, against cases counted by hand."""

from __future__ import annotations

import pytest

from tallystick.evaluation.ceaf import Tally, align, as_entity, count_fillers, merge_entities, normalise_string, pool


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The FMLN", "fmln"),
        ('the "extraditables"', "extraditables"),
        ("car-bomb", "carbomb"),
        ("a  bomb", "bomb"),
        ("san salvador's mayor", "san salvadors mayor"),
        ("theatre", "theatre"),
    ],
)
def test_a_string_loses_case_punctuation_and_articles(text: str, normal: str) -> None:
    assert normalise_string(text) == normal


def test_a_predicted_entity_with_one_string_of_the_gold_is_right() -> None:
    gold = [as_entity(["front", "liberation front"])]
    assert count_fillers([as_entity(["the front"])], gold) == Tally(1, 1, 1, 1)


def test_one_wrong_string_makes_an_entity_wrong() -> None:
    gold = [as_entity(["front", "liberation front"])]
    assert count_fillers([as_entity(["front", "rebels"])], gold) == Tally(0, 1, 0, 1)


def test_two_predicted_entities_cannot_share_a_gold_one() -> None:
    gold = [as_entity(["front", "liberation front"]), as_entity(["rebels"])]
    predicted = [as_entity(["front"]), as_entity(["liberation front"])]
    assert count_fillers(predicted, gold) == Tally(1, 2, 1, 2)


def test_the_alignment_moves_a_holder_on_when_that_places_one_more() -> None:
    gold = [as_entity(["men"]), as_entity(["men", "gunmen"])]
    predicted = [as_entity(["men"]), as_entity(["gunmen"]), as_entity(["men"])]
    # The first may take either; the second only the later gold one, so the first has to make room.
    assert align(predicted[:2], [gold[1], gold[0]]) == {0: 1, 1: 0}
    assert len(align(predicted, gold)) == 2


def test_precision_recall_and_f1_of_a_document_counted_by_hand() -> None:
    gold = [as_entity(["bus"]), as_entity(["bank", "bank branch"]), as_entity(["bridge"])]
    predicted = [as_entity(["a bus"]), as_entity(["house"])]
    tally = count_fillers(predicted, gold)
    assert (tally.precision, tally.recall) == (1 / 2, 1 / 3)
    assert tally.f1 == pytest.approx(2 / 5)


def test_an_entity_whose_strings_another_holds_is_taken_once() -> None:
    first, part, other = as_entity(["eln", "army"]), as_entity(["eln"]), as_entity(["fmln"])
    assert merge_entities([first, part, other]) == [first, other]


def test_the_first_of_two_nested_entities_is_kept_even_if_it_is_the_smaller() -> None:
    part, whole = as_entity(["eln"]), as_entity(["eln", "army"])
    assert merge_entities([part, whole]) == [part]


def test_the_micro_average_adds_counts_up() -> None:
    pooled = pool({"a": Tally(1, 2, 1, 4), "b": Tally(2, 2, 2, 2)})
    assert (pooled.precision, pooled.recall) == (3 / 4, 3 / 6)


def test_nothing_predicted_and_nothing_gold_is_no_division_by_zero() -> None:
    assert Tally().f1 == 0.0
