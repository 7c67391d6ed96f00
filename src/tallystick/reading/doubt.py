"""Whether the words around a doer leave open that he did it ("apparently by the group", "it could have been they")."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import says

_MAY = frozenset({"may", "might", "could"})
_ASKS = frozenset({"whether", "if"})
_REACH = 3  # tokens before a doer, as in "apparently by members of the group"


def is_left_open(doer: Token) -> bool:
    """True where the clause that names a doer only holds it possible, and nobody need have said that he did it."""
    edge = doer.left_edge.i
    if any(_doubts(t) for t in doer.doc[max(doer.sent.start, edge - _REACH) : edge]):
        return True
    for verb in (a for a in doer.ancestors if a.pos_ in ("VERB", "AUX")):
        if says(verb):
            return False
        if any(_doubts(c) or _may_have(c) or _asks(c) for c in verb.lefts):
            return True
    return False


def _doubts(word: Token) -> bool:
    return word.dep_ == "advmod" and word.lower_ in words_of("roles", "leaves_open")


def _may_have(auxiliary: Token) -> bool:
    """True for the "could" of "could have been" and the "may" of "may be the work of"; not of "could attack"."""
    if auxiliary.dep_ != "aux" or auxiliary.lower_ not in _MAY:
        return False
    verb = auxiliary.head
    return verb.lemma_ == "be" or any(c.lower_ in ("have", "be") and c.i > auxiliary.i for c in verb.lefts)


def _asks(mark: Token) -> bool:
    return mark.dep_ == "mark" and mark.lower_ in _ASKS
