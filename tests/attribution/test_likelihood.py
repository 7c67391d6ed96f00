from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.attribution.likelihood import Support, confidence_of, say_likelihood, word_of
from tallystick.attribution.opinion import Binomial
from tallystick.attribution.strengths import load_strengths
from tallystick.model.terms import Confidence, EvidenceKind, Grade, Likelihood


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, Likelihood.ALMOST_NO_CHANCE),
        (0.05, Likelihood.VERY_UNLIKELY),
        (0.1999, Likelihood.VERY_UNLIKELY),
        (0.2, Likelihood.UNLIKELY),
        (0.45, Likelihood.ROUGHLY_EVEN),
        (0.55, Likelihood.LIKELY),
        (0.8, Likelihood.VERY_LIKELY),
        (0.95, Likelihood.ALMOST_CERTAIN),
        (1.0, Likelihood.ALMOST_CERTAIN),
    ],
)
def test_a_word_covers_its_lower_bound_and_not_its_upper(probability: float, word: Likelihood) -> None:
    assert word_of(probability) is word


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_probability_is_never_a_lower_word(one: float, other: float) -> None:
    scale = tuple(Likelihood)
    low, high = sorted((one, other))
    assert scale.index(word_of(low)) <= scale.index(word_of(high))


def test_high_confidence_asks_for_something_shown() -> None:
    firm = Binomial(0.8, 0.0, 0.2, 0.5, 0.9)
    assert confidence_of(firm, Support(voices=3, sources=3, shown=True)) is Confidence.HIGH
    assert confidence_of(firm, Support(voices=3, sources=3, shown=False)) is Confidence.MODERATE


def test_one_voice_alone_is_low_whatever_the_numbers_unless_it_shows_a_ground() -> None:
    firm = Binomial(0.9, 0.0, 0.1, 0.5, 0.95)
    assert confidence_of(firm, Support(voices=1, sources=5, shown=True)) is Confidence.LOW
    assert confidence_of(firm, Support(voices=1, sources=1, shown=True, ground=True)) is Confidence.MODERATE
    assert confidence_of(firm, Support(voices=2, sources=1, shown=False)) is Confidence.MODERATE


def test_conflict_lowers_confidence() -> None:
    torn = Binomial(0.4, 0.4, 0.2, 0.5, 0.5)
    assert confidence_of(torn, Support(voices=3, sources=3, shown=True)) is Confidence.LOW


def test_a_likelihood_may_hang_on_a_condition() -> None:
    assert say_likelihood(Likelihood.LIKELY, "they did it", under="If it took place") == (
        "If it took place, it is likely that they did it."
    )


def test_every_kind_and_grade_has_its_number() -> None:
    numbers = load_strengths()
    assert set(numbers.evidence) == set(EvidenceKind) - {EvidenceKind.RELATION}
    assert list(numbers.grades) == list(Grade)
    assert list(numbers.grades.values()) == sorted(numbers.grades.values(), reverse=True)


def test_more_sources_make_it_surer_that_something_was_said() -> None:
    numbers = load_strengths()
    assert numbers.relayed(1) < numbers.relayed(2) < numbers.relayed(3) < 1
