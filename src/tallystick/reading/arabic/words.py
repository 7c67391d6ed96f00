"""Arabic words, folded so that their spellings meet, with the small words that are written onto them taken off.

"and by the drone" is one written word (وبالمسيّرة). Each word therefore has several *forms*: as it stands, and with
the conjunctions (و ف), the prepositions (ب ك ل) and the article (ال) taken off its front, one after the other. What
was taken off is no part of a quote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tallystick.knowledge.names import ARABIC_LETTERS

_WORD = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?!\d)|\d+|[^\W\d_](?:[^\W\d_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670])*")
_BETWEEN_THOUSANDS = re.compile(r"[,٬]")
_SENTENCE_END = re.compile(r"(?<=[.!?؟])[\"»”’)\]]*\s+|\n+")
_ARTICLE = "ال"
_LEFT = {"وف": 2, "بكل": 2}  # what may be taken off, in this order, and the letters that must be left
_SHORTEST = 2  # letters that must be left when the article is taken off


@dataclass(frozen=True)
class Form:
    """One way to read a written word: folded ``letters``, from code point ``start``; ``definite`` had an article."""

    letters: str
    start: int
    definite: bool


@dataclass(frozen=True)
class Word:
    """A written word: code points ``start`` to ``end``, as ``written``."""

    start: int
    end: int
    written: str

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The ways to read it, the longest first."""
        return _forms(self.written, self.start)

    @property
    def names(self) -> tuple[Form, ...]:
        """The ways to read it as part of a name, whose article belongs to it."""
        return tuple(form for form in self.forms if not form.definite)

    @cached_property
    def number(self) -> int | None:
        """The number that its digits write, Arabic or Western, in groups of three or not; null if it is none."""
        digits = _BETWEEN_THOUSANDS.sub("", self.written)
        return int(digits) if digits.isdecimal() else None

    def is_one_of(self, words: frozenset[str]) -> bool:
        """True if any form of it is among folded words."""
        return any(form.letters in words for form in self.forms)

    def start_of(self, words: frozenset[str]) -> int:
        """Where the form begins that is among folded words, its article with it; where the word does if none is."""
        form = next((form for form in self.forms if form.letters in words), None)
        if form is None:
            return self.start
        whole = (other.start for other in self.names if form.definite and other.letters == _ARTICLE + form.letters)
        return next(whole, form.start)


def split_words(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


def split_sentences(text: str, *, start: int = 0) -> Iterator[tuple[int, int]]:
    """The sentences from code point ``start`` on, as code points from start to end (exclusive)."""
    begins = [start, *(m.end() for m in _SENTENCE_END.finditer(text, start))]
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        if text[begin:end].strip():
            yield begin, end


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The letters of a word without vowel signs and lengthening, one letter for those that writers exchange."""
    return "".join(letter for letter, _ in _folded(word))


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold(word) for word in phrase.split())


def _folded(word: str) -> list[tuple[str, int]]:
    """The folded letters, each with its place in the written word."""
    return [
        (folded, place)
        for place, letter in enumerate(word)
        for part in unicodedata.normalize("NFKD", letter)
        if unicodedata.category(part) not in ("Mn", "Cf") and (folded := part.casefold().translate(ARABIC_LETTERS))
    ]


def _forms(written: str, start: int) -> tuple[Form, ...]:
    folded = _folded(written)
    letters = "".join(letter for letter, _ in folded)
    fronts = [0]
    for taken, left in _LEFT.items():
        fronts += [f + 1 for f in fronts if letters[f : f + 1] in set(taken) and len(letters) - f > left]
    forms: dict[tuple[str, bool], Form] = {}
    for front in fronts:
        rest, at = letters[front:], start + folded[front][1] if front < len(folded) else start
        forms.setdefault((rest, False), Form(rest, at, definite=False))
        bare = rest.removeprefix(_ARTICLE)
        if bare == rest and rest.startswith("لل"):
            bare = rest[2:]
        if bare != rest and len(bare) >= _SHORTEST:
            place = start + folded[front + len(rest) - len(bare)][1]
            forms.setdefault((bare, True), Form(bare, place, definite=True))
    return tuple(forms.values())
