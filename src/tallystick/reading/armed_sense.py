"""Whether a word of violence is one here: "heart attack" and a strike for wages are not."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.lexicon import load_lexicon


def has_armed_sense(token: Token, lemma: str, words: frozenset[str]) -> bool:
    """True unless the words around give an event word another sense ("heart attack", a labour strike)."""
    senses = load_lexicon("senses")
    if lemma == "strike" and token.dep_ == "pobj" and token.i and token.nbor(-1).lower_ == "on":
        return False  # "went on strike"
    before = {t.lemma_.lower() for t in token.doc[max(0, token.i - 2) : token.i]} | {
        c.lemma_.lower() for c in token.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")
    }
    if before & set(senses["other_sense_before"].get(lemma, ())):
        return False
    return not words & set(senses["civil_sentence"].get(lemma, ()))
