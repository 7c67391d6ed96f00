"""What a report is about, where that is not war: sport, the stage, markets, health, nature."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from tallystick.reading.lexicon import load_lexicon, words_of

# One word of a matter says little, and so do a few in a long report.
_LEAST = 2
_SHARE = 0.03


@lru_cache(maxsize=2)  # several steps ask it of the report at hand
def is_of_other_matter(doc: Doc) -> bool:
    """True for a report that has as many words of some other matter as of armed violence, or more.

    War reports speak of hospitals, films and markets too, but more of war. At least two words of the one matter, and
    three in a hundred, are needed.
    """
    if is_staged(doc):
        return True
    tokens = [t for t in doc if t.is_alpha or "-" in t.text]
    words = [t.lower_ for t in tokens]
    armed = sum(is_armed(t) for t in tokens)
    return any(
        count >= _LEAST and count >= armed and count >= _SHARE * len(words)
        for count in (_count(words, matter) for matter in _matters().values())
    )


def is_staged(doc: Doc) -> bool:
    """True for a drill, whose "dead" and "hostages" are set in quotation marks one by one."""
    words = [t.lower_ for t in doc]
    played = {t.lower_ for t in doc if _is_in_quotes(t) and (is_armed(t) or t.lower_ in words_of("senses", "played"))}
    return len(played) >= (_LEAST if words_of("senses", "exercise").intersection(words) else _LEAST + 1)


def _is_in_quotes(token: Token) -> bool:
    """True for a word alone between quotation marks."""
    return 0 < token.i < len(token.doc) - 1 and token.nbor(-1).is_quote and token.nbor(1).is_quote


def is_armed(token: Token) -> bool:
    """True for a word that tells armed violence whatever a report is about: of force, or of a deed of one sense."""
    return token.lower_ in words_of("senses", "armed") or token.lemma_.lower() in _deeds_of_one_sense()


@cache
def _deeds_of_one_sense() -> frozenset[str]:
    """The verbs and nouns of the trigger lists, without those that sport, trade and medicine share."""
    lists = load_lexicon("triggers")
    shared = words_of("senses", "shared_deeds").union(lists["any_blow"], lists["done_to"], lists["done_of"])
    return frozenset((*lists["nouns"], *lists["verbs"])) - shared


def _count(words: Iterable[str], matter: frozenset[str]) -> int:
    return sum(w in matter for w in words)


@cache
def _matters() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("senses")["matters"].items()}
