from __future__ import annotations

import numpy as np
import pytest

from tallystick.analysis.capture.loglinear import UNEVEN, average_models, profile, sizes
from tests.analysis.capture.tables import HEPATITIS, table

EVERY_NUMBER = np.arange(0.0, 2000.0)


@pytest.mark.parametrize(
    ("terms", "whole"),
    [((), 388), (("0 1", "0 2", "1 2"), 1312)],
)
def test_the_published_answers_of_a_published_table(terms: tuple[str, ...], whole: int) -> None:
    """Chao and others (2001): 388 with independent lists, 1312 with all pairs dependent; those maximise the likelihood
    given what was seen, which lies a little above ours (Sanathanan 1972).
    """
    likelihood = profile(HEPATITIS, terms, EVERY_NUMBER)
    assert HEPATITIS.seen + EVERY_NUMBER[likelihood.argmax()] == pytest.approx(whole, rel=0.021)


def test_one_dependent_pair_leaves_the_third_list_against_both() -> None:
    """Bishop, Fienberg and Holland (1975): with lists 1 and 2 dependent, list 3 is held against the two together."""
    of_both, only_third, shared = 69 + 55 + 21, 63, 28 + 17 + 18
    likelihood = profile(HEPATITIS, ("0 1",), EVERY_NUMBER)
    assert EVERY_NUMBER[likelihood.argmax()] == pytest.approx(of_both * only_third / shared, rel=0.02)


def test_lists_that_are_independent_to_the_letter_give_back_the_whole() -> None:
    exact = table(3, n100=100, n010=100, n001=100, n110=100, n101=100, n011=100, n111=100)
    found = average_models(exact)
    assert found.best == ()
    assert found.low < 800 < found.high


def test_a_dependent_pair_is_found() -> None:
    """The first two lists tell the same four times in five; the third knows nothing of them."""
    pair = table(3, n110=160, n100=20, n010=20, n001=200, n111=160, n101=20, n011=20)
    found = average_models(pair)
    assert found.best == ("0 1",)
    assert found.low < 800 < found.high


def test_uneven_incidents_are_found() -> None:
    """A mixture of incidents that every list tells at three in five or at one in ten."""

    def share(k: int) -> float:
        return 300 * 0.6**k * 0.4 ** (4 - k) + 300 * 0.1**k * 0.9 ** (4 - k)

    counts = {f"n{bits:04b}": round(share(bits.bit_count())) for bits in range(1, 16)}
    assert average_models(table(4, **counts)).best[0] in UNEVEN


def test_sizes_rise_from_nothing_untold() -> None:
    tried = sizes(100)
    assert tried[0] == 0
    assert (np.diff(tried) > 0).all()
