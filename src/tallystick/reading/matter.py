"""What a report is about, where that is not war: sport, the stage, markets, health, nature."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from tallystick.reading.lexicon import load_lexicon, words_of

# One word of a matter says little, and so do a few in a long report.
_LEAST = 2
_SHARE = 0.03


def is_of_other_matter(doc: Doc) -> bool:
    """True for a report in which the words of some other matter outnumber those of armed violence.

    War reports speak of hospitals, films and markets too, but more of war. At least two words of the one matter, and
    three in a hundred, are needed.
    """
    words = [t.lower_ for t in doc if t.is_alpha or "-" in t.text]
    armed = sum(w in words_of("senses", "armed") for w in words)
    return any(
        count >= _LEAST and count > armed and count >= _SHARE * len(words)
        for count in (_count(words, matter) for matter in _matters().values())
    )


def _count(words: Iterable[str], matter: frozenset[str]) -> int:
    return sum(w in matter for w in words)


@cache
def _matters() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("senses")["matters"].items()}
