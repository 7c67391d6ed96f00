"""Counts in words and figures, and the TIMEX3 value of a span of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tallystick.reading.date_lexicon import NUMBER_WORDS, SCALES, UNITS, Lexeme

_JOINTS: Final = frozenset({"to", "or", "and"})
_LONGER: Final = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "WE": ("D", 2)}
_HALVES: Final = {"Y": "6M", "TH": "30M", "TM": "30S"}
"""What half a unit is in the next smaller one."""


def count_of(words: Sequence[Lexeme]) -> int | None:
    """The count that words give ("two", "twenty-four", "a", "a couple of", "12 to 18": the first); None if vague."""
    total: int | None = None
    for word in words:
        text = word.text
        if text in _JOINTS and total is not None:
            break
        if text in {"a", "an"}:
            total = total or 1
        elif text == "couple":
            return 2
        elif text in SCALES:
            total = (total or 1) * SCALES[text]
        elif text in NUMBER_WORDS:
            total = (total or 0) + NUMBER_WORDS[text]
        elif word.number:
            if total is not None:
                break
            total = word.number
        elif text.replace(",", "").isdecimal():
            total = int(text.replace(",", ""))
        elif text in {"few", "several", "some", "many", "recent", "half"}:
            return None
    return total


def duration_value(count: int | None, unit_word: str, *, half: bool = False) -> str:
    """The TIMEX3 value of so many units, and a half if told so: P2W, PT24H, P2Y6M; PXD where the count is not told."""
    unit, factor = _LONGER.get(UNITS[unit_word], (UNITS[unit_word], 1))
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{clock}X{letter}"
    if half and factor == 1 and unit in _HALVES:
        return f"P{clock}{f'{count}{letter}' if count else ''}{_HALVES[unit]}"
    number = f"{count}.5" if half and factor == 1 else count * factor + half * factor // 2
    return f"P{clock}{number}{letter}"
