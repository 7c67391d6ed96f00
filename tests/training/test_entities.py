from __future__ import annotations

import numpy as np
import pytest

from tallystick.reading.trained.tags import best_tags, runs_of
from training.entities import fit_logistic, name_one_thing, tidy


def unknown(_: str) -> None:
    return None


def test_filler_cannot_go_on_without_a_beginning() -> None:
    # One role: O, B, I. "Goes on" is likeliest at once, but nothing has begun.
    scores = np.log(np.array([[0.3, 0.1, 0.6], [0.1, 0.1, 0.8]], dtype=np.float32))
    assert best_tags(scores, bias=0.0) == [1, 2]


def test_bias_brings_out_an_unlikely_filler() -> None:
    scores = np.log(np.array([[0.7, 0.3, 0.0001]], dtype=np.float32))
    assert best_tags(scores, bias=0.0) == [0]
    assert best_tags(scores, bias=2.0) == [1]


def test_neighbours_that_both_begin_are_two_fillers() -> None:
    assert list(runs_of([0, 1, 2, 1, 0, 3, 4])) == [(0, 1, 3), (0, 3, 4), (1, 5, 7)]


def test_articles_and_marks_at_the_ends_are_no_part_of_a_filler() -> None:
    assert tidy('"The rebels,"') == "rebels"


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("rebels", "armed rebels", True),
        ("front", "confrontation", False),
        ("national front", "nf", True),
        ("army", "police", False),
    ],
)
def test_two_strings_name_one_thing(a: str, b: str, is_one: bool) -> None:
    assert name_one_thing(a, b, known=unknown, text="The National Front (NF) fought army and police.") is is_one


def test_known_actor_under_two_names_is_one_thing() -> None:
    assert name_one_thing("farc", "rebel army", known=lambda _: "colombia-farc", text="")


def test_logistic_model_finds_the_share_of_each_side() -> None:
    rows = np.array([[0.0]] * 4 + [[1.0]] * 4)
    wanted = np.array([1, 0, 0, 0, 1, 1, 1, 0], dtype=float)
    weight, offset = fit_logistic(rows, wanted, penalty=1e-6)
    assert 1 / (1 + np.exp(-offset)) == pytest.approx(0.25, abs=0.01)
    assert 1 / (1 + np.exp(-(weight + offset))) == pytest.approx(0.75, abs=0.01)
