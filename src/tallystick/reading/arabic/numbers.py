"""Numbers in Arabic text, in figures and in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tallystick.reading.arabic.words import Word, fold
from tallystick.reading.lexicon import load_lexicon

_TENS = range(20, 100, 10)
_THOUSAND = 1000
_LONGEST = 6  # words of a number
_DUAL = ("ين", "ان")


class Number(NamedTuple):
    """A number from word ``first`` to word ``last`` (inclusive), from code point ``start``."""

    first: int
    last: int
    start: int
    value: int


def number_at(words: Sequence[Word], first: int) -> Number | None:
    """The number that begins at a word: "47", "ثلاث", "خمسة وعشرين", "اثني عشر", "13 ألف"; null if none does."""
    found = _simple_at(words, first)
    if found is None:
        return None
    found = _times_thousand(words, found)
    while found.last + 1 < len(words) and words[found.last + 1].written.startswith("و"):
        following = _simple_at(words, found.last + 1, in_words=True)
        if following is None or not _adds(found.value, following.value):
            break
        found = found._replace(last=following.last, value=found.value + following.value)
    return found


def number_before(words: Sequence[Word], behind: int, *, start: int) -> Number | None:
    """The number that ends right before word ``behind``, begun at ``start`` or later; the longest; null if none."""
    for first in range(max(start, behind - _LONGEST), behind):
        found = number_at(words, first)
        if found is not None and found.last == behind - 1:
            return found
    return None


def _simple_at(words: Sequence[Word], first: int, *, in_words: bool = False) -> Number | None:
    """A number without "and": in figures, from eleven to nineteen, or of a single word."""
    word = words[first]
    if word.number is not None and not in_words:
        return Number(first, first, word.start, word.number)
    teen = _teen(words, first)
    if teen is not None:
        return teen
    value = _value(word)
    return None if value is None else Number(first, first, _start(word), value)


def _times_thousand(words: Sequence[Word], number: Number) -> Number:
    """The number times a thousand, where that word stands behind it."""
    behind = number.last + 1
    if number.value < _THOUSAND and behind < len(words) and fold(words[behind].written) in _thousands():
        return number._replace(last=behind, value=number.value * _THOUSAND)
    return number


def is_dual(word: Word, noun: frozenset[str]) -> bool:
    """True for the dual of one of some folded nouns ("هجومين"), which counts two by itself."""
    return any(
        form.letters.endswith(_DUAL) and (form.letters[:-2] in noun or form.letters[:-3] + "ه" in noun)
        for form in word.forms
    )


def _adds(value: int, following: int) -> bool:
    """True for three and twenty, a hundred and five, three thousand and a hundred."""
    units_then_tens = 1 <= value % 100 <= 9 and following in _TENS
    return units_then_tens or any(value >= n and value % n == 0 and following < n for n in (100, _THOUSAND))


def _teen(words: Sequence[Word], first: int) -> Number | None:
    if first + 1 >= len(words) or not words[first + 1].is_one_of(_teens()):
        return None
    value = next((_openers()[f.letters] for f in words[first].forms if f.letters in _openers()), _value(words[first]))
    if value is None or value > 9:
        return None
    return Number(first, first + 1, _start(words[first]), 10 + value)


def _value(word: Word) -> int | None:
    return next((_numbers()[form.letters] for form in word.names if form.letters in _numbers()), None)


def _start(word: Word) -> int:
    return next((form.start for form in word.names if form.letters in _numbers()), word.start)


@cache
def _numbers() -> dict[str, int]:
    listed = load_lexicon("arabic")["numbers"]
    return {fold(word): int(value) for value, words in listed.items() for word in words}


@cache
def _openers() -> dict[str, int]:
    listed = load_lexicon("arabic")["teen_openers"]
    return {fold(word): int(value) for value, words in listed.items() for word in words}


@cache
def _teens() -> frozenset[str]:
    return frozenset(fold(word) for word in load_lexicon("arabic")["teens"])


@cache
def _thousands() -> frozenset[str]:
    return frozenset(fold(word) for word in load_lexicon("arabic")["thousands"])
