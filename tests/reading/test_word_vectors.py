from __future__ import annotations

import numpy as np

from tallystick.reading.word_vectors import DIMENSIONS, vector_of


def cosine(a: str, b: str) -> float:
    one, other = vector_of([a]), vector_of([b])
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_words_of_one_meaning_are_near() -> None:
    assert cosine("killed", "murdered") > 2 * cosine("killed", "announced")


def test_letters_may_be_upper_or_lower_case() -> None:
    assert np.array_equal(vector_of(["Killed"]), vector_of(["killed"]))


def test_several_words_are_the_mean_of_them() -> None:
    assert np.allclose(vector_of(["open", "fire"]), (vector_of(["open"]) + vector_of(["fire"])) / 2)


def test_no_word_is_no_direction() -> None:
    assert not vector_of([" "]).any()
    assert vector_of([]).shape == (DIMENSIONS,)
