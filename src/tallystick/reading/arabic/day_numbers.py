"""The number of a day of the month in Arabic, in figures or as an ordinal: "17", "الأول", "الثالث والعشرين"."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.reading.arabic.numbers import Number, number_at
from tallystick.reading.arabic.phrases import phrases_in, words_in
from tallystick.reading.arabic.words import Word

_LAST = 31
_TEENS = 10
_TENS = (20, 30)


def day_number_at(words: Sequence[Word], at: int) -> Number | None:
    """The number of a day that begins at a word, 1 to 31; null if none does. An ordinal needs its article."""
    if at >= len(words):
        return None
    word = words[at]
    found = Number(at, at, word.start, word.number) if word.number is not None else _ordinal_at(words, at)
    return found if found is not None and 1 <= found.value <= _LAST else None


def _ordinal_at(words: Sequence[Word], at: int) -> Number | None:
    form = next((form for form in words[at].forms if form.definite), None)
    listed = phrases_in("ordinals").at(words, at)
    if form is None:
        return None
    start = form.start - len("ال")
    behind = words[at + 1] if at + 1 < len(words) else None
    if listed is None or listed[0].last != at:
        alone = number_at(words, at) or number_at((_bare(words[at]),), 0)
        return Number(at, at, start, alone.value) if alone is not None and alone.value in _TENS else None
    value = int(listed[1])
    if behind is not None and behind.is_one_of(words_in("teens")):
        return Number(at, at + 1, start, _TEENS + value)
    tens = number_at((_bare(behind),), 0) if behind is not None and behind.written.startswith("و") else None
    if tens is not None and tens.value in _TENS:
        return Number(at, at + 1, start, value + tens.value)
    return Number(at, at, start, value)


def _bare(word: Word) -> Word:
    """The word without what is written onto its front."""
    form = word.forms[-1]
    return Word(form.start, word.end, word.written[form.start - word.start :])
