"""How far a claim of responsibility reaches: how much of what happened, and which of the events told."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import (
    Quantifier,
)
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.phrases import is_definite, is_plural, object_of
from tallystick.reading.told import Told


def is_over_bulk(anchor: Token, sentence: Span, told: Told) -> bool:
    """True for "had claimed similar attacks", which are told in bulk and are no event at hand."""
    tree = set(anchor.subtree)
    return any(
        f.sentence.start == sentence.start and f.head in tree and is_plural(f.head) and not is_definite(f.head)
        for f in told.bulk
    )


def read_quantifier(anchor: Token, reach: Span) -> tuple[Quantifier, bool]:
    """How much is claimed, and whether it is a set told in bulk ("most of these attacks")."""
    table = load_lexicon("speech")["claim"]["quantifiers"]
    for token in reach.doc[anchor.i : reach.end] if anchor.pos_ == "VERB" else reach:
        if token.lower_ in ("most", "majority", "bulk", "many", "some", "all", "several", "dozens"):
            noun_behind = any(
                (
                    is_plural(t)
                    and t.lemma_.lower() in words_of("triggers", "nouns") | {"operation", "incident", "those", "them"}
                )
                or t.lower_ in ("those", "them", "these")
                for t in reach.doc[token.i + 1 : min(reach.end, token.i + 7)]
            )
            if noun_behind:
                code = next(k for k, v in table.items() if token.lower_ in v)
                return Quantifier(code), True
    thing = object_of(anchor) if anchor.pos_ == "VERB" else None
    if thing is not None and is_plural(thing) and number_before(thing) is not None and not is_definite(thing):
        return Quantifier.SEVERAL, True
    return Quantifier.ONE, False


def covered_by(anchor: Token, sentence: Span, told: Told) -> list[Frame]:
    """The events a claim reaches: those in its own clause; else, pointing back, the last one told (with its twins)."""
    here = [f for f in told.events if f.sentence.start == sentence.start]
    subtree = set(anchor.subtree)
    sets = _counted_back(anchor)
    if sets is not None:
        before = [f for f in told.events if f.sentence.start < sentence.start and not f.is_setting]
        return before[-sets:] if len(before) >= sets else before
    inside = [f for f in here if f.head in subtree and f.head != anchor and not (f.is_setting and len(here) > 1)]
    if inside:
        return inside
    passive = next((c for c in anchor.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        tree = set(passive.subtree)
        mine = [f for f in here if f.head in tree]
        if mine:
            return mine
    back = [
        f
        for f in told.events
        if f.segment.start <= anchor.i or any(anchor.i in range(s.start, s.end) for s in f.stretches)
    ]
    again = [f for f in back if any(anchor.i in range(s.start, s.end) for s in f.stretches)]
    if again:
        return again
    for previous in reversed([f for f in back if not f.is_setting]):
        if sentence.start - previous.sentence.end > 60:
            return []
        return [f for f in back if f.sentence.start == previous.sentence.start and f.head == previous.head]
    return []


def _counted_back(anchor: Token) -> int | None:
    """How many of the events told before "both attacks" and "the three attacks" point back to."""
    thing = object_of(anchor) if anchor.pos_ == "VERB" else None
    if thing is None or not is_plural(thing) or not is_definite(thing):
        return None
    if any(c.lower_ == "both" for c in thing.lefts):
        return 2
    number = number_before(thing)
    return number.value if number is not None and not number.vague else None
