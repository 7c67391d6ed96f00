from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.incident import Join, Step
from tallystick.publishing.waterfall import COLUMNS, cells, make_waterfall, odds, waterfall_lines


def join(*weights: float) -> Join:
    steps = tuple(Step(feature=f"f{n}", level="x", weight=w, words=f"words {n}") for n, w in enumerate(weights))
    total = sum(weights)
    return Join(left="a", right="b", score=1 / (1 + 2**-total), weight=total, steps=steps, reasons=("because",))


def test_each_step_begins_where_the_one_before_it_ended() -> None:
    fall = make_waterfall(join(-6, 4, 5))
    assert fall is not None
    assert [(bar.start, bar.end) for bar in fall.bars] == [(0, -6), (-6, -2), (-2, 3)]


def test_what_weighs_nothing_is_named_and_not_drawn() -> None:
    fall = make_waterfall(join(-6, 0, 9))
    assert fall is not None
    assert ([bar.name for bar in fall.bars], fall.silent) == (["f0", "f2"], ("f1",))
    assert waterfall_lines(join(-6, 0, 9))[-1] == "weighs nothing: f1"


def test_what_a_person_joined_has_reasons_and_no_waterfall() -> None:
    decided = Join(left="a", right="b", score=1.0, reasons=("joined by Ann (decision 3)",))
    assert make_waterfall(decided) is None
    assert waterfall_lines(decided) == ["joined by Ann (decision 3)"]


def test_the_prior_is_called_what_it_is() -> None:
    steps = (Step(feature="prior", level="all", weight=-7, words="where all pairs begin"),)
    fall = make_waterfall(Join(left="a", right="b", score=0.01, weight=-7, steps=steps, reasons=()))
    assert fall is not None
    assert fall.bars[0].name == "all pairs"


@pytest.mark.parametrize(
    ("weight", "words"), [(0, "1 to 1"), (1, "2 to 1"), (-1, "1 to 2"), (5.32, "40 to 1"), (-10, "1 to 1,024")]
)
def test_a_weight_as_odds(weight: float, words: str) -> None:
    assert odds(weight) == words


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=12))
def test_bars_lie_within_their_row_and_lines_are_aligned(weights: list[float]) -> None:
    fall = make_waterfall(join(*weights))
    assert fall is not None
    for bar in fall.bars:
        first, last = cells(bar, fall.bounds, COLUMNS)
        assert 0 <= first < last <= COLUMNS
    lines = waterfall_lines(join(*weights))[: len(fall.bars)]
    assert len({line.index("words") for line in lines}) <= 1
