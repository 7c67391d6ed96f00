"""Whether a claim was made at all, or only not made, refused, expected or supposed."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import object_of

_NEGATIONS = ("not", "n't", "never", "nor")


def happened(verb: Token) -> bool:
    """True for what a verb tells as done: neither denied nor supposed."""
    return not is_denied(verb) and not is_supposed(verb)


def is_denied(verb: Token) -> bool:
    """True for "did not claim", "has never claimed" and "claimed nothing"."""
    thing = object_of(verb)
    nothing = thing is not None and (
        thing.lower_ in ("nothing", "none", "no") or any(c.lower_ == "no" for c in thing.lefts)
    )
    return nothing or any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in verb.children)


def is_supposed(verb: Token) -> bool:
    """True for "has yet to claim", "refused to claim", "stopped short of claiming", "may claim" and "if it claims"."""
    own = [c.lower_ for c in verb.lefts]
    if any(w in words_of("claims", "supposing") for w in own):
        return True
    if any(w in words_of("claims", "supposed") for w in own) and "have" not in own:
        return not any(w in words_of("claims", "told_later") for w in own)
    above = verb.head
    if "to" in own and "have" not in own and (above.lemma_ == "have" or any(c.lower_ == "yet" for c in above.children)):
        return any(c.lower_ == "yet" for c in (*above.children, *verb.lefts))
    if "to" in own and above != verb and above.lemma_.lower() in words_of("claims", "unclaiming"):
        return "have" not in own
    if verb.dep_ == "ccomp" and above.lemma_.lower() == "deny":
        return True
    gerund = verb.dep_ == "pcomp" and above.lower_ == "of" and above.head.lower_ == "short"
    return gerund or (verb.tag_ == "VBG" and verb.dep_ == "xcomp" and above.lemma_.lower() in ("avoid", "deny"))
