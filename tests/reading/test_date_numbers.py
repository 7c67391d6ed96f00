from __future__ import annotations

import pytest

from tallystick.reading.date_lexicon import Lexicon
from tallystick.reading.date_numbers import count_of, duration_value


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("two", 2),
        ("twenty-four", 24),
        ("two hundred", 200),
        ("a dozen", 12),
        ("a", 1),
        ("a couple of", 2),
        ("12 to 18", 12),
        ("1,500", 1500),
        ("a few", None),
        ("several", None),
    ],
)
def test_counts_in_words_and_figures(words: str, count: int | None) -> None:
    assert count_of(Lexicon().cut(words)) == count


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "weeks", "P2W"),
        (24, "hours", "PT24H"),
        (None, "days", "PXD"),
        (3, "fortnights", "P6W"),
        (2, "decades", "P20Y"),
    ],
)
def test_spans_as_timex_values(count: int | None, unit: str, value: str) -> None:
    assert duration_value(count, unit) == value
