"""Which words are of the English language, and which names are written with odd capitals."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources

from tallystick.reading.lexicon import words_of

_SHORTEST_PART = 4


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """True if a small-lettered word may stand in running text in small letters.

    That is a word of the list (SCOWL, see NOTICE), or one made of them: a regular plural, a prefix before a word
    ("narcoterrorists"), or two words of four letters or more written as one ("machineguns").
    """
    words = _words()
    if word in words:
        return True
    if word.endswith("s") and (word[:-1] in words or (word.endswith("es") and word[:-2] in words)):
        return True
    for prefix in words_of("lettering", "prefixes"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_PART and is_english(rest):
            return True
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[:cut] in words and _is_plural_or_word(word[cut:]) for cut in cuts)


def odd_capitals(word: str) -> str | None:
    """The spelling of a name with other capitals than its first ("NATO", "McDonald"), by its small letters."""
    return _odd().get(word)


def _is_plural_or_word(word: str) -> bool:
    return word in _words() or (word.endswith("s") and word[:-1] in _words())


@cache
def _listed() -> tuple[str, ...]:
    packed = resources.files("tallystick.reading.lexicon").joinpath("english_words.txt.gz").read_bytes()
    return tuple(gzip.decompress(packed).decode("utf-8").split("\n"))


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word in _listed() if word.islower())


@cache
def _odd() -> dict[str, str]:
    return {word.lower(): word for word in _listed() if not word.islower()}
