"""The noun that a number counts: its lemma, and the word that stands in the sentence for it."""

from __future__ import annotations

from spacy.tokens import Token


def lemma_of(word: Token) -> str:
    """The lemma of a word in lower case; that of a plural which a parser takes for a name, being first of its line."""
    is_first = word.i == word.sent.start or word.nbor(-1).is_space
    if word.pos_ == "PROPN" and is_first and word.lower_.endswith("s") and word.lemma_ == word.text:
        return str(word.lower_.removesuffix("s"))
    return str(word.lemma_.lower())


def counted_out(noun: Token) -> Token:
    """The word that stands in the sentence for a noun: "dozens" for the people of "dozens of people"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.tag_ in ("NNS", "CD"):
        return noun.head.head
    return noun
