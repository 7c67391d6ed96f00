from __future__ import annotations

import pytest

from tallystick.evaluation.timex_match import TimexCounts, TimexSpan, count_timexes, pair_timexes


def date(start: int, end: int, value: str = "1999-05-04", kind: str = "DATE") -> TimexSpan:
    return TimexSpan(start, end, kind, value)


def test_the_same_span_is_a_strict_and_a_relaxed_match() -> None:
    gold, found = [date(0, 6)], [date(0, 6)]
    counts = count_timexes(gold, found, pair_timexes(gold, found))
    assert (counts.relaxed, counts.strict, counts.same_value, counts.same_type) == (1, 1, 1, 1)


def test_shared_text_is_a_relaxed_match_only() -> None:
    gold, found = [date(10, 20)], [date(15, 25)]
    counts = count_timexes(gold, found, pair_timexes(gold, found))
    assert (counts.relaxed, counts.strict) == (1, 0)


def test_spans_that_only_touch_do_not_match() -> None:
    assert pair_timexes([date(10, 20)], [date(20, 25)]) == ()


def test_one_long_span_stands_for_one_gold_expression() -> None:
    gold, found = [date(0, 5), date(9, 15)], [date(0, 15)]
    counts = count_timexes(gold, found, pair_timexes(gold, found))
    assert (counts.gold, counts.found, counts.relaxed) == (2, 1, 1)


def test_the_same_span_goes_before_an_earlier_overlap() -> None:
    same = date(5, 9)
    assert pair_timexes([same], [date(0, 20), same]) == ((same, same),)


def test_a_value_must_be_equal_letter_by_letter() -> None:
    gold, found = [date(0, 6, "1999-05")], [date(0, 6, "1999-05-XX")]
    assert count_timexes(gold, found, pair_timexes(gold, found)).same_value == 0


def test_a_type_may_differ_where_the_value_does_not() -> None:
    gold, found = [date(0, 6, "P1Y", "SET")], [date(0, 6, "P1Y", "DURATION")]
    counts = count_timexes(gold, found, pair_timexes(gold, found))
    assert (counts.same_type, counts.same_value) == (0, 1)


def test_f1_is_of_matches_over_found_and_gold() -> None:
    # 3 right of 4 found (0.75) and of 6 gold (0.5): 2 * 0.75 * 0.5 / 1.25
    counts = TimexCounts(gold=6, found=4, relaxed=4, same_value=3)
    assert counts.f1(counts.same_value) == pytest.approx(0.6)


def test_counts_of_documents_add_up() -> None:
    total = TimexCounts(gold=1, found=2, relaxed=1) + TimexCounts(gold=3, found=1, relaxed=1, strict=1)
    assert total == TimexCounts(gold=4, found=3, relaxed=2, strict=1)
