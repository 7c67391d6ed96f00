"""Whether two names of places or actors are the same name, spelt two ways."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

# Words that say what kind of thing a name names, and articles.
_EMPTY = frozenset({
    "the", "al", "el", "air", "base", "airbase", "airport", "garrison", "province", "governorate", "field", "city",
    "town", "of", "in", "us", "military", "area", "near",
})  # fmt: skip
_ALIKE = 0.72


def fold_name(name: str | None) -> str:
    """A name without accents, case, punctuation and empty words. Latin and Arabic letters are kept."""
    plain = unicodedata.normalize("NFKD", name or "").lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.replace("’", "").replace("'", "").replace("-", " ")
    return " ".join(w for w in re.sub(r"[^a-z0-9\u0600-\u06ff ]+", " ", plain).split() if w not in _EMPTY)


def are_alike(first: str | None, second: str | None) -> bool:
    """True for two spellings of one name: one inside the other, or alike by 0.72 in the ratio of matching letters.

    Two names that both are empty once folded are alike; an empty one is like no other.
    """
    a, b = fold_name(first), fold_name(second)
    if not a or not b:
        return a == b
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= _ALIKE
