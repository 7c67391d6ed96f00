"""Counts and weapons in the words that the model points to, by the number words and lists of the other readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.model.mention import CountedRange, WeaponUse
from tallystick.model.quote import Quote
from tallystick.model.terms import Comparator, WeaponKind
from tallystick.reading.arabic import numbers as arabic_numbers
from tallystick.reading.arabic.phrases import phrases_in
from tallystick.reading.arabic.words import split_words
from tallystick.reading.language_model import parse_text
from tallystick.reading.no_harm import read_no_harm
from tallystick.reading.numbers import Number, best_of, number_at, number_before
from tallystick.reading.weapons import find_weapons

_DIGITS = re.compile(r"(?<![\d.,٫٬])\d+(?![\d.,٫٬]*\d)")
_ROUND = (Comparator.ABOUT, Comparator.NEARLY)


def read_count(words: Quote, language: str) -> CountedRange | None:
    """How many people the words count; null where they hold no number, or more than can be told apart."""
    match language:
        case "en":
            return _english_count(words)
        case "ar":
            split = split_words(words.exact)
            found = (arabic_numbers.number_at(split, at) for at in range(len(split)))
            value = next((number.value for number in found if number is not None), None)
        case _:
            digits = _DIGITS.findall(words.exact)
            value = int(digits[0]) if len(digits) == 1 else None
    return None if value is None else CountedRange(low=value, best=value, high=value, quote=words)


def read_weapons(words: Quote, language: str) -> tuple[WeaponUse, ...]:
    """The weapons that the words name, each kind once; none in a language without a list."""
    kinds: Iterator[WeaponKind] = iter(())
    if language == "en":
        kinds = (weapon.kind for weapon in find_weapons(parse_text(words.exact)))
    elif language == "ar":
        split = split_words(words.exact)
        found = (phrases_in("weapons").at(split, at) for at in range(len(split)))
        kinds = (WeaponKind(phrase[1]) for phrase in found if phrase is not None)
    return tuple(WeaponUse(kind=kind, quote=words) for kind in dict.fromkeys(kinds))


def _english_count(words: Quote) -> CountedRange | None:
    doc = parse_text(words.exact)
    if read_no_harm(doc[:]) is not None:
        return CountedRange(low=0, best=0, high=0, quote=words)
    found: list[Number | None] = [number_at(token) for token in doc]
    found += [number_before(token, articles=True) for token in doc if token.pos_ == "NOUN"]
    number = next((number for number in found if number is not None), None)
    if number is None:
        return None
    is_round = number.comparator in _ROUND and not number.vague  # taken at its word, as the rules do
    low, high = (number.value, number.value) if is_round else (number.low, number.high)
    return CountedRange(low=low, best=best_of(number), high=high, quote=words)
