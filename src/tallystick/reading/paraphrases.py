"""Events told in other words: by a plain verb and what hangs on it ("took away 12 students", "lay in wait for")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from tallystick.model.terms import EventKind
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, object_of, passive_subject_of, subject_of

# What a pattern may ask of a noun besides a list of the cues.
_ARMED = ("armed", "captors")
_PERSONS = frozenset({"he", "she", "they", "we", "i", "who"})
_THINGS = frozenset({"it", "them"})


def find_paraphrases(sentence: Span) -> Iterator[tuple[Token, EventKind]]:
    """The words of a sentence that tell an event only with those around them, and the kind that they tell.

    The patterns are in ``triggers.yaml`` (``paraphrases``); the first that fits a word is taken.
    """
    patterns = _patterns()
    for token in sentence:
        asked = (*patterns.get(token.lemma_.lower(), ()), *patterns.get(token.lower_, ()))
        pattern = next((p for p in asked if _fits(token, p)), None)
        if pattern is not None:
            yield token, EventKind(pattern["kind"])


@cache
def _patterns() -> dict[str, tuple[Mapping[str, Any], ...]]:
    """The patterns of each word that they begin with, in their order."""
    patterns = load_lexicon("triggers")["paraphrases"]
    words = {str(word) for pattern in patterns for word in pattern["words"]}
    return {word: tuple(p for p in patterns if word in p["words"]) for word in words}


def _fits(word: Token, pattern: Mapping[str, Any]) -> bool:
    return (
        ("behind" not in pattern or any(c.lower_ in pattern["behind"] for c in word.children))
        and ("done_to" not in pattern or _is(passive_subject_of(word) or object_of(word), pattern["done_to"]))
        and ("goal" not in pattern or any(_is(g, pattern["goal"]) for g in _goals(word, pattern["behind"])))
        and ("done_by" not in pattern or _is(_doer(word), pattern["done_by"]))
        and ("by" not in pattern or _is_somebody(_doer(word)))
        and not any(c.lower_ in pattern.get("without", ()) for c in word.children)
        and ("counted" not in pattern or any(c.dep_ == "det" for c in word.lefts))
        and not _is_of_a_find(word)
    )


def _is_somebody(doer: Token | None) -> bool:
    """True for people, and where nobody is told to have done it: a shell that sets a house alight is no arsonist."""
    return doer is None or doer.lower_ in _PERSONS or _is(doer, ("people", "armed"))


def _is_of_a_find(word: Token) -> bool:
    """True for "found a bomb placed under a bridge", which tells a find."""
    return word.dep_ == "acl" and word.head.head.lemma_.lower() in words_of("triggers", "handling")


def _doer(word: Token) -> Token | None:
    """Who does it; of a noun, who is told to do it ("were killed in an encounter with police")."""
    return agent_of(word) if passive_subject_of(word) is not None else subject_of(word)


def _goals(word: Token, behind: Sequence[str]) -> Iterator[Token]:
    for child in word.rights:
        if child.lower_ in behind:
            for goal in child.rights:
                if goal.dep_ in ("pobj", "pcomp"):
                    yield goal


def _is(noun: Token | None, kinds: Sequence[str]) -> bool:
    """True for a noun of one of the lists, or whose "of" leads to one ("a column of rebels")."""
    if noun is None:
        return False
    lemma = noun.lemma_.lower().removesuffix("s") if noun.tag_ == "NNPS" else noun.lemma_.lower()
    for kind in kinds:
        if kind in _ARMED:
            if _is_armed(noun, lemma, kind):
                return True
        elif kind == "it":
            if noun.lower_ in _THINGS:
                return True
        elif kind == "town":
            if noun.ent_type_ in ("GPE", "LOC", "FAC") or (noun.pos_ == "PROPN" and noun.dep_ in ("dobj", "nsubjpass")):
                return True
        elif lemma in words_of("cues", kind) or noun.lower_ in words_of("cues", kind):
            return True
    if "people" in kinds and (noun.ent_type_ == "PERSON" or noun.tag_ == "CD" or noun.lower_ in ("them", "him", "her")):
        return True
    return any(_is(g, kinds) for g in _goals(noun, ("of",)))


def _is_armed(noun: Token, lemma: str, kind: str) -> bool:
    if kind == "captors" and lemma in words_of("triggers", "lawful_arms"):
        return False
    if lemma in words_of("roles", "doers") | words_of("triggers", "armed_bodies"):
        return True
    if kind == "armed" and lemma in words_of("triggers", "lawful_arms"):
        return True
    armed_men = any(c.lower_ in ("armed", "masked", "uniformed") for c in noun.lefts)
    return armed_men or (noun.pos_ == "PROPN" and noun.ent_type_ in ("ORG", "NORP"))
