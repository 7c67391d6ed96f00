"""Numbers in Arabic, in figures and in words."""

from __future__ import annotations

import pytest

from tallystick.reading.arabic.numbers import number_at
from tallystick.reading.arabic.words import split_words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("ثلاثة", 3),
        ("بثلاث", 3),
        ("خمسة وعشرين", 25),
        ("خمسة عشر", 15),
        ("اثني عشر", 12),
        ("مئة", 100),
        ("٦٥", 65),
        ("1200", 1200),
    ],
)
def test_a_number_is_read(written: str, value: int) -> None:
    words = split_words(written)
    number = number_at(words, 0)
    assert number is not None
    assert (number.value, number.last) == (value, len(words) - 1)


def test_two_numbers_in_a_row_are_not_added() -> None:
    words = split_words("ثلاثة وأربعة")
    number = number_at(words, 0)
    assert number is not None
    assert (number.value, number.last) == (3, 0)


def test_a_word_is_no_number() -> None:
    assert number_at(split_words("قاعدة"), 0) is None
