from __future__ import annotations

from dataclasses import dataclass

from tallystick.evaluation.span_pairs import pair_spans


@dataclass
class At:
    start: int
    end: int


def test_equal_spans_are_paired() -> None:
    assert pair_spans([At(0, 4), At(9, 12)], [At(9, 12), At(0, 4)]) == {0: 1, 1: 0}


def test_overlapping_spans_are_paired() -> None:
    assert pair_spans([At(0, 4)], [At(3, 9)]) == {0: 0}


def test_spans_that_only_touch_are_not_paired() -> None:
    assert pair_spans([At(0, 4)], [At(4, 9)]) == {}


def test_exact_pairs_take_equal_spans_only() -> None:
    assert pair_spans([At(0, 4), At(6, 9)], [At(0, 5), At(6, 9)], exact=True) == {1: 1}


def test_no_found_span_answers_twice() -> None:
    assert pair_spans([At(0, 4), At(5, 9)], [At(0, 9)]) == {0: 0}


def test_an_equal_span_goes_before_an_overlapping_one() -> None:
    assert pair_spans([At(0, 9), At(5, 9)], [At(5, 9)]) == {1: 0}


def test_the_span_that_shares_most_answers() -> None:
    assert pair_spans([At(0, 10)], [At(0, 3), At(3, 12)]) == {0: 1}
