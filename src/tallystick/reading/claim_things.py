"""The nouns that stand for a claim, and where a verb has them."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.lexicon import words_of


def governed(verb: Token) -> Token | None:
    """The noun of "backed away from the claim" and "backtracked on it"."""
    near = [c for c in verb.rights if c.dep_ in ("prep", "advmod", "prt")]
    nested = [g for c in near for g in c.rights if g.dep_ == "prep"]
    places = (c for c in (*near, *nested) if c.lower_ in ("on", "from"))
    return next((g for c in places for g in c.rights if g.dep_ == "pobj"), None)


def passive_subject(verb: Token) -> Token | None:
    """The subject of a passive verb, its own and not one that it shares."""
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def claim_in(noun: Token | None) -> Token | None:
    """A noun that stands for a claim: by its sort, or "the first" and "an earlier one" of several."""
    if noun is None:
        return None
    if noun.lemma_.lower() in words_of("claims", "things"):
        return noun
    earlier = words_of("claims", "earlier")
    if noun.lower_ in earlier or (noun.lower_ == "one" and any(c.lower_ in earlier for c in noun.lefts)):
        return noun
    return noun if noun.lower_ in ("it", "which", "that") else None
