"""Numbers in Arabic text, in figures and in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tallystick.reading.arabic.words import Word, fold
from tallystick.reading.lexicon import load_lexicon

_TENS = range(20, 100, 10)
_DUAL = ("ين", "ان")


class Number(NamedTuple):
    """A number from word ``first`` to word ``last`` (inclusive), from code point ``start``."""

    first: int
    last: int
    start: int
    value: int


def number_at(words: Sequence[Word], first: int) -> Number | None:
    """The number that begins at a word: "47", "ثلاث", "خمسة وعشرين", "اثني عشر"; null if none does."""
    word = words[first]
    if word.number is not None:
        return Number(first, first, word.start, word.number)
    teen = _teen(words, first)
    if teen is not None:
        return teen
    value = _value(word)
    if value is None:
        return None
    last = first
    while last + 1 < len(words):
        following = _joined(words[last + 1])
        if following is None or not _adds(value, following):
            break
        value, last = value + following, last + 1
    return Number(first, last, _start(word), value)


def is_dual(word: Word, noun: frozenset[str]) -> bool:
    """True for the dual of one of some folded nouns ("هجومين"), which counts two by itself."""
    return any(
        form.letters.endswith(_DUAL) and (form.letters[:-2] in noun or form.letters[:-3] + "ه" in noun)
        for form in word.forms
    )


def _adds(value: int, following: int) -> bool:
    return (value < 10 and following in _TENS) or (value >= 100 and following < 100)


def _teen(words: Sequence[Word], first: int) -> Number | None:
    if first + 1 >= len(words) or not words[first + 1].is_one_of(_teens()):
        return None
    value = next((_openers()[f.letters] for f in words[first].forms if f.letters in _openers()), _value(words[first]))
    if value is None or value > 9:
        return None
    return Number(first, first + 1, _start(words[first]), 10 + value)


def _value(word: Word) -> int | None:
    return next((_numbers()[form.letters] for form in word.names if form.letters in _numbers()), None)


def _joined(word: Word) -> int | None:
    """The number of a word with "and" written onto it."""
    return _value(word) if word.written.startswith("و") else None


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
