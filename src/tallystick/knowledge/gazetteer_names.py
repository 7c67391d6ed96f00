"""Folding of place names, so that spellings of one name meet under one key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "ə": "a",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        # Arabic: hamza seats, final ya and ta marbuta, Persian and Kurdish forms of the same letters.
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ە": "ه",
        "ک": "ك",
        "گ": "ك",
        "ـ": "",
    }
)
_SILENT = re.compile(r"['’‘ʼʻʿʾ`´ʹʺ\"“”.،,()]")
_GAPS = re.compile(r"[\s\-‐‑–—/_]+")
_ARTICLES = frozenset(
    {"al", "el", "ul", "ash", "as", "ad", "adh", "ar", "an", "at", "az", "ez", "es", "ed", "er", "et"}
)

# Countries whose names come through the Arabic script, so that articles and vowels vary (ISO 3166-1 alpha-2).
ARABIC_NAMES = frozenset(
    {"AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PK"}
    | {"PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "TR", "YE"}
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_VOWELS = (
    (re.compile(r"ee|iy|ii"), "i"),
    (re.compile(r"aw|au|ow|ou|oo|uu|o"), "u"),
    (re.compile(r"ay|ai|ey|ei"), "ai"),
    (re.compile(r"[ey]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?:ah|ih|a|i)$"), "a"),
)
_CONSONANTS = (("dh", "d"), ("gh", "g"), ("kh", "h"), ("th", "t"), ("q", "k"), ("ch", "sh"), ("tch", "sh"))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The name without case, diacritics, apostrophes, full stops and hyphens; Arabic letter variants made one."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    words = _GAPS.sub(" ", _SILENT.sub("", bare)).split()
    return " ".join(_WORDS.get(word, word) for word in words)


@lru_cache(maxsize=65536)
def drop_articles(folded: str) -> str:
    """A folded name without Arabic articles ("deir ez zor" and "deir al zor" become "deir zor"); never empty."""
    if _ARABIC.search(folded):
        words = [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in folded.split()]
    else:
        words = [w for w in folded.split() if w not in _ARTICLES]
    return " ".join(words) or folded


@lru_cache(maxsize=65536)
def sound_key(folded: str) -> str:
    """A rough key of how a name transliterated from Arabic sounds: vowels merged, doubled letters made single.

    "hasaka", "al hasakeh" and "hassakah" share one key. Starts with ``~``; empty for names too short to be told apart.
    """
    key = drop_articles(folded).replace(" ", "")
    if len(key) < 5 or not key.isascii() or not key.isalpha():
        return ""
    for written, heard in _CONSONANTS:
        key = key.replace(written, heard)
    for pattern, heard in _VOWELS:
        key = pattern.sub(heard, key)
    return f"~{key}" if len(key) >= 4 else ""
