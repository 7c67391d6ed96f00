from __future__ import annotations

import numpy as np

from tallystick.reading.trained.tags import best_tags, runs_of

NONE, B_DOER, I_DOER, B_TARGET, I_TARGET = range(5)


def scores(*likely: dict[int, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Log probabilities: what is given a word's tags, and next to nothing for the others."""
    rows = np.full((len(likely), 5), 0.001, dtype=np.float32)
    for row, told in zip(rows, likely, strict=True):
        for tag, probability in told.items():
            row[tag] = probability
    return np.log(rows)


def test_the_likeliest_tags_are_taken() -> None:
    assert best_tags(scores({NONE: 0.9}, {B_DOER: 0.9}, {I_DOER: 0.9}), bias=0.0) == [NONE, B_DOER, I_DOER]


def test_a_filler_does_not_go_on_before_it_has_begun() -> None:
    assert best_tags(scores({NONE: 0.4, B_DOER: 0.3}, {I_DOER: 0.9}), bias=0.0) == [B_DOER, I_DOER]


def test_a_filler_does_not_change_its_role_on_the_way() -> None:
    assert best_tags(scores({B_DOER: 0.9}, {I_TARGET: 0.5, I_DOER: 0.4}), bias=0.0) == [B_DOER, I_DOER]


def test_the_bias_brings_out_what_nearly_is_a_filler() -> None:
    doubtful = scores({NONE: 0.6, B_TARGET: 0.3})
    assert best_tags(doubtful, bias=0.0) == [NONE]
    assert best_tags(doubtful, bias=1.0) == [B_TARGET]


def test_runs_begin_at_each_b() -> None:
    assert list(runs_of([NONE, B_DOER, I_DOER, B_DOER, NONE, B_TARGET])) == [(0, 1, 3), (0, 3, 4), (1, 5, 6)]
