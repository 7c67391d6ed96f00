"""One way to fold a name, so that its spellings meet.

A name is cut into words and every word is folded: case, diacritics, apostrophes of all kinds, dots of an
abbreviation, doubled letters, Arabic letter variants, and the spellings listed in ``data/spellings.yaml``. The
Arabic article (``al-``, ``el-``, ``ash-`` …) is dropped. "Asa'ib Ahl al-Haq", "Asaib Ahl-al Haq" and
"'Asā'ib Ahl al-Ḥaqq" come out the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

_APOSTROPHES = "'’‘ʼʻ`´ʿʾ′ʹ＇"
_LETTER = r"[^\W_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670]"
_WORD = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}[A-Za-z]?(?![A-Za-z])|(?:{_LETTER})+(?:[{_APOSTROPHES}](?:{_LETTER})+)*", re.UNICODE
)
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_FREE_ARTICLES = frozenset({"al"})
_JOINED_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ar", "ad", "adh", "az", "an", "at", "ath"})
_HYPHENS = "-‐‑–"
ARABIC_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": ""})
_ARABIC_ARTICLE = "ال"
_SHORTEST_TO_COLLAPSE = 5


class Word(NamedTuple):
    """A word of a text: code points ``start`` to ``end`` (a possessive 's left out), and its folded ``key``.

    The key of an Arabic article is empty.
    """

    start: int
    end: int
    key: str
    possessive: bool


def fold_name(text: str) -> str:
    """The folded form by which spellings of one name are equal; empty if the text holds no letter or digit."""
    return " ".join(word.key for word in split_words(text) if word.key)


def split_words(text: str) -> Iterator[Word]:
    """The words of a text in order, folded."""
    for match in _WORD.finditer(text):
        written, start, end = match.group(), match.start(), match.end()
        possessive = _POSSESSIVE.search(written) is not None
        if possessive:
            written, end = written[:-2], end - 2
        elif text[end : end + 1] in ("'", "’") and written[-1:] in "sS":
            possessive = True
        key = fold_word(written)
        if key in _FREE_ARTICLES or (key in _JOINED_ARTICLES and _is_joined_on(text, end)):
            key = ""
        yield Word(start, end, key, possessive)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The folded form of a single word."""
    letters = (c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    folded = "".join(c for c in letters if c.isalnum() and c not in _APOSTROPHES).translate(ARABIC_LETTERS)
    if folded.startswith(_ARABIC_ARTICLE) and len(folded) > len(_ARABIC_ARTICLE) + 1:
        folded = folded[len(_ARABIC_ARTICLE) :]
    if len(folded) >= _SHORTEST_TO_COLLAPSE:
        folded = re.sub(r"([^\W\d_])\1", r"\1", folded)
    return _spellings().get(folded, folded)


def _is_joined_on(text: str, end: int) -> bool:
    return text[end : end + 1] != "" and text[end] in _HYPHENS and text[end + 1 : end + 2].isalpha()


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    table = yaml.safe_load((files("tallystick.knowledge") / "data" / "spellings.yaml").read_text("utf-8"))
    return {variant: word for word, variants in table.items() for variant in variants}
