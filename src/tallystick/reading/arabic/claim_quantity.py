"""Over how much an Arabic claim is: "الهجومين", "خمسة من الهجمات السبعة", "جميع الهجمات الأحد عشر"."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.terms import Quantifier
from tallystick.reading.arabic.numbers import is_dual, number_at
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import phrases_in, words_in, words_in_parts
from tallystick.reading.arabic.words import Word

_BEHIND = 3
"""So many words behind a noun its number may stand. Our choice."""


@dataclass(frozen=True)
class Quantity:
    """How much is claimed; ``points_back`` to that many of the events told."""

    quantifier: Quantifier = Quantifier.ONE
    number: int | None = None
    of: int | None = None
    points_back: bool = False


def read_quantity(passage: Passage, words: range) -> Quantity:
    """The first quantity among some words: that of one incident where there is none."""
    for at in words:
        word = passage.words[at]
        if word.is_one_of(words_in("both")) or is_dual(word, words_in_parts("event_nouns")):
            return Quantity(Quantifier.ALL, 2, points_back=True)
        found = phrases_in("of_many").at(passage.words, at)
        if found is not None:
            code = Quantifier(found[1])
            return Quantity(code, _behind_noun(passage, at, words) if code is Quantifier.ALL else None)
        number = None if at in passage.date_words else number_at(passage.words, at)
        if number is None or number.value < 2 or number.last + 1 not in words:
            continue
        behind = number.last + 1
        if passage.words[behind].is_one_of(words_in("out_of")) and behind + 1 in words and _is_set(passage, behind + 1):
            return Quantity(Quantifier.SOME, number.value, _behind_noun(passage, behind, words))
        if _is_set(passage, behind) or passage.words[behind].is_one_of(words_in_parts("event_nouns")):
            return Quantity(Quantifier.SEVERAL, number.value)
    return Quantity()


def _is_set(passage: Passage, at: int) -> bool:
    return passage.words[at].is_one_of(words_in("plurals"))


def _behind_noun(passage: Passage, at: int, words: range) -> int | None:
    """The number behind the plural noun next to a word ("الهجمات السبعة")."""
    noun = next((i for i in range(at + 1, min(at + _BEHIND, words.stop)) if _is_set(passage, i)), None)
    if noun is None or noun + 1 not in words:
        return None
    first, second = passage.words[noun + 1], passage.words[noun + 2 : noun + 3]
    is_teen = bool(second) and second[0].is_one_of(words_in("teens"))
    if noun + 1 in passage.date_words and not is_teen:
        return None
    number = number_at([_without_article(first), *second], 0)
    return number.value if number is not None and number.value > 1 else None


def _without_article(word: Word) -> Word:
    bare = word.written.removeprefix("ال")
    return Word(word.end - len(bare), word.end, bare)
