"""Words cut into the pieces that the encoder knows.

This is the WordPiece of BERT in lower case (Devlin et al. 2019), fed with one token at a time, so that each piece
belongs to one token of the parse. A library for it would bring a client for a model hub into every installation.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Self

_LONGEST = 100  # characters; a longer word is unknown
_MOST = 32  # pieces of one token; a line of dashes tells no more by having more
_GOES_ON = "##"


class WordPieces:
    """Turns words into ids of pieces; each word is cut once and remembered."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._known: dict[str, tuple[int, ...]] = {}
        self.opening = vocabulary["[CLS]"]
        self.closing = vocabulary["[SEP]"]

    @classmethod
    def load(cls, path: Path) -> Self:
        """The pieces listed in a ``tokenizer.json``.

        Raises:
            ValueError: if it is not a WordPiece in lower case.

        """
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["model"].get("type", "WordPiece") != "WordPiece" or not told["normalizer"]["lowercase"]:
            raise ValueError("not a lower-case WordPiece tokenizer")
        return cls(told["model"]["vocab"])

    def ids_of(self, token: str) -> tuple[int, ...]:
        """The pieces of a token; none for white space."""
        ids = self._known.get(token)
        if ids is None:
            ids = tuple(islice((i for word in _words(token) for i in self._cut(word)), _MOST))
            self._known[token] = ids
        return ids

    def _cut(self, word: str) -> tuple[int, ...]:
        """The longest piece that fits, again and again; the unknown piece if at some point none does."""
        if len(word) > _LONGEST:
            return (self._unknown,)
        ids: list[int] = []
        start = 0
        while start < len(word):
            mark = _GOES_ON if start else ""
            fits = (end for end in range(len(word), start, -1) if mark + word[start:end] in self._vocabulary)
            end = next(fits, None)
            if end is None:
                return (self._unknown,)
            ids.append(self._vocabulary[mark + word[start:end]])
            start = end
        return tuple(ids)


def _words(token: str) -> Iterator[str]:
    """A token in lower case without accents, cut at punctuation."""
    word = ""
    for character in unicodedata.normalize("NFD", token.lower()):
        category = unicodedata.category(character)
        if category == "Mn" or (category.startswith("C") and not character.isspace()):
            continue
        if character.isspace() or _stands_alone(character, category):
            if word:
                yield word
            word = ""
            if not character.isspace():
                yield character
        else:
            word += character
    if word:
        yield word


def _stands_alone(character: str, category: str) -> bool:
    """True for punctuation (all of ASCII but letters and digits too) and for Chinese characters."""
    if character.isascii():
        return not character.isalnum()
    return category.startswith("P") or "\u4e00" <= character <= "\u9fff"
