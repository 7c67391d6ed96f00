"""The verb that a word hangs on, and its tense."""

from __future__ import annotations

from spacy.tokens import Token


def verb_of(token: Token) -> Token:
    """The word itself if it is a verb, else the nearest verb above it, else the word."""
    return next((a for a in (token, *token.ancestors) if a.pos_ in ("VERB", "AUX")), token)


def is_perfect(anchor: Token) -> bool:
    """True for "thirteen Israelis have been killed"."""
    return any(c.lower_ in ("has", "have") for c in verb_of(anchor).lefts if c.dep_ == "aux")
