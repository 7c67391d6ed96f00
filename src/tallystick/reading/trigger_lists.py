"""The listed words that tell events, each with its kind, and the sorts of things that they are done to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from tallystick.model.terms import EventKind
from tallystick.reading.lexicon import load_lexicon, words_of


@cache
def listed_kinds(words: str) -> dict[str, EventKind]:
    """The kind of event that each word or phrase of a list of the triggers tells."""
    return {word: EventKind(kind) for word, kind in load_lexicon("triggers")[words].items()}


@cache
def phrase_kinds() -> dict[tuple[str, ...], EventKind]:
    """The kind of event that each phrase tells, given by its words."""
    return {tuple(phrase.split()): kind for phrase, kind in listed_kinds("phrases").items()}


def is_one_of(noun: Token, kinds: Sequence[str]) -> bool:
    """True for a noun of one of the lists of the cues; where people are meant, for a name, number or pronoun too."""
    if any(noun.lemma_.lower() in words_of("cues", kind) for kind in kinds):
        return True
    return "people" in kinds and (noun.ent_type_ in ("PERSON", "NORP") or noun.tag_ == "CD" or noun.pos_ == "PRON")
