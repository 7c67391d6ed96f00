"""The words of a text that can tell it from others."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{3,}")
# Words of grammar and of reporting, which any two sentences share.
_COMMON = frozenset(
    {
        "about", "after", "also", "and", "been", "but", "could", "for", "from", "had", "has", "have", "her", "his",
        "into", "its", "more", "near", "not", "one", "over", "said", "says", "than", "that", "the", "their", "there",
        "they", "this", "two", "was", "were", "when", "where", "which", "while", "who", "with", "would",
    }
)  # fmt: skip


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The different words of at least three letters in a text, those of grammar left out; sorted."""
    return tuple(sorted({word for word in _WORD.findall(text.casefold()) if word not in _COMMON}))
