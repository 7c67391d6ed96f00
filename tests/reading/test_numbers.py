"""Numbers as reports write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tallystick.model.terms import Comparator
from tallystick.reading.numbers import Number, best_of, bounds, number_before, read_number, read_ordinal


@pytest.mark.parametrize(
    ("word", "value"),
    [("24", 24), ("1,321", 1321), ("Seven", 7), ("twelve", 12), ("forty-two", 42), ("dozen", 12), ("both", 2)],
)
def test_reads_digits_and_words(word: str, value: int) -> None:
    assert read_number(word) == value


@pytest.mark.parametrize("word", ["", "1,32", "rockets", "12th", "3.5", "F-16", "twenty-twelve"])
def test_what_is_no_whole_number_is_none(word: str) -> None:
    assert read_number(word) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_is_read_with_and_without_its_commas(value: int) -> None:
    assert read_number(str(value)) == read_number(f"{value:,}") == value


@pytest.mark.parametrize(("word", "value"), [("26th", 26), ("101st", 101), ("Third", 3), ("three", None), ("th", None)])
def test_reads_ordinals(word: str, value: int | None) -> None:
    assert read_ordinal(word) == value


@given(st.integers(min_value=0, max_value=10**6), st.sampled_from(Comparator))
def test_bounds_never_cross(value: int, comparator: Comparator) -> None:
    low, high = bounds(value, comparator)
    assert low is None or high is None or low <= high


@given(st.integers(min_value=0, max_value=10**6))
def test_more_than_means_at_least_one_more(value: int) -> None:
    assert bounds(value, Comparator.MORE_THAN) == (value + 1, None)


def test_up_to_bounds_from_above_alone() -> None:
    assert bounds(40, Comparator.UP_TO) == (None, 40)


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("They fired 24 rockets.", 24, 24, 24),
        ("They fired at least 24 rockets.", 24, 24, None),
        ("They fired more than 40 rockets.", 41, 41, None),
        ("They fired no fewer than six rockets.", 6, 6, None),
        ("They fired up to 30 rockets.", None, 30, 30),
        ("They fired twenty-one rockets.", 21, 21, 21),
        ("They fired two dozen rockets.", 24, 24, 24),
        ("They fired a dozen rockets.", 12, 12, 12),
        ("They fired dozens of rockets.", 12, None, None),
        ("They fired hundreds of rockets.", 100, None, None),
        ("They fired several rockets.", 2, None, None),
        ("They fired a barrage of ten rockets.", 10, 10, 10),
        ("They fired a pair of rockets.", 2, 2, 2),
        ("They fired between 10 and 15 rockets.", 10, None, 15),
        ("They fired 10 to 15 rockets.", 10, None, 15),
        ("They fired 10-15 rockets.", 10, None, 15),
        ("They fired 30 or more rockets.", 30, 30, None),
    ],
)
def test_the_number_of_a_noun_with_its_bounds(
    nlp: Language, text: str, low: int | None, best: int | None, high: int | None
) -> None:
    number = _before_rockets(nlp, text)
    assert number is not None
    assert (number.low, best_of(number) if best is not None else None, number.high) == (low, best, high)


def test_a_vague_number_has_no_best(nlp: Language) -> None:
    number = _before_rockets(nlp, "They fired several rockets.")
    assert number is not None
    assert best_of(number) is None


def test_about_sets_no_bound(nlp: Language) -> None:
    number = _before_rockets(nlp, "They fired about 30 rockets.")
    assert number is not None
    assert (number.value, number.low, number.high, number.comparator) == (30, None, None, Comparator.ABOUT)


def test_a_bare_plural_has_no_number(nlp: Language) -> None:
    assert _before_rockets(nlp, "They fired rockets.") is None


def test_an_article_counts_as_one_only_when_asked(nlp: Language) -> None:
    noun = nlp("They fired a rocket.")[3]
    assert number_before(noun) is None
    counted = number_before(noun, articles=True)
    assert counted is not None
    assert counted.value == 1


def test_the_numeral_of_listed_weapons_counts_the_attacks(nlp: Language) -> None:
    doc = nlp("There were 19 rocket and drone attacks.")
    number = number_before(next(t for t in doc if t.text == "attacks"))
    assert number is not None
    assert number.value == 19


def _before_rockets(nlp: Language, text: str) -> Number | None:
    return number_before(next(t for t in nlp(text) if t.lower_ == "rockets"))
