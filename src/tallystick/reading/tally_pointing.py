"""Ground that a count only points back to: "in the province", of the province that was told before."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import is_definite, says
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_ground import code_of

_NEAR = 10
_IN = frozenset({"in", "across", "inside", "within", "throughout", "around", "on", "over"})


def ground_pointed_at(document: Document, sentence: Span, count: Count) -> tuple[str, ...]:
    """The code of the place that a noun of ground near a count ("in the capital") stands for; empty if none does."""
    ranks = load_lexicon("tallies")["grounds"]
    for token in sentence:
        fitting = ranks.get(token.lemma_.lower())
        if fitting is None or not _is_ground(document, token) or abs(token.i - count.anchor.i) > _NEAR:
            continue
        before = [e for e in document.places if e.quote.end <= token.idx and e.place is not None]
        told = next((e for rank in fitting for e in reversed(before) if rank_of(e) == rank), None)
        if told is not None:
            return (code_of(told),)
    return ()


def _is_ground(document: Document, noun: Token) -> bool:
    """True for a definite noun behind "in", that is not where somebody says or keeps the count."""
    if noun.i in document.place_at or noun.dep_ != "pobj" or noun.head.lower_ not in _IN or not is_definite(noun):
        return False
    if any(t.i in document.place_at for t in noun.subtree):
        return False
    above = noun.head.head
    return not says(above) and above.dep_ not in ("pobj", "agent") and not _speaks(above)


def _speaks(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and says(noun.head)
