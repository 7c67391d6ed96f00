"""How far a claim of responsibility reaches: which of the events told it is over."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import Quantifier
from tallystick.reading.claim_quantity import Quantity
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.phrases import is_definite, is_plural, object_of
from tallystick.reading.told import Told

_NEAR = 60
"""So many tokens behind an event a claim that names none may still be of it. Our choice."""
_GENERIC = frozenset({"attack", "operation", "incident", "it", "this", "responsibility", "strike", "action", "deed"})
_STEM = 4


def is_over_bulk(anchor: Token, sentence: Span, told: Told) -> bool:
    """True for "had claimed similar attacks", which are told in bulk and are no event at hand."""
    tree = set(anchor.subtree)
    return any(
        f.sentence.start == sentence.start and f.head in tree and is_plural(f.head) and not is_definite(f.head)
        for f in told.bulk
    )


def listed_behind(anchor: Token, sentence: Span, told: Told) -> list[Frame]:
    """The events told one by one behind a set that is claimed ("claimed attacks on two bases: drones on A, rockets at
    B"); none unless there are two or more.
    """
    colon = next((t.i for t in sentence.doc[anchor.i : sentence.end] if t.text in (":", "–", "—")), None)
    if colon is None:
        return []
    listed = [f for f in told.events if colon < f.head.i < sentence.end and not f.is_setting]
    return listed if len(listed) > 1 else []


def counted(anchor: Token, sentence: Span, told: Told, quantity: Quantity) -> list[Frame]:
    """The events of "both attacks" and "all three": those told one by one, if they are that many; else none.

    "The first two" are the first ones told; where more are told than are counted, the last of them are meant.
    """
    here = [f for f in told.events if sentence.start == f.sentence.start and f.head.i > anchor.i and not f.is_setting]
    if quantity.noun is not None:
        here = [f for f in here if f.head != quantity.noun]
    if quantity.back is None:
        if quantity.quantifier is not Quantifier.SEVERAL:
            return []
        return [f for f in told.events if quantity.noun is not None and f.head == quantity.noun]
    if len(here) == quantity.back:
        return here
    before = [f for f in told.events if f.sentence.start < sentence.start and not f.is_setting and not f.background]
    if len(before) < quantity.back:
        return []
    return before[: quantity.back] if quantity.first else before[-quantity.back :]


def covered_by(document: Document, anchor: Token, sentence: Span, told: Told) -> list[Frame]:
    """The events a claim reaches: those in its own clause; else, pointing back, the one that its words describe, or the
    last one told (with its twins).
    """
    here = [f for f in told.events if f.sentence.start == sentence.start]
    subtree = set(anchor.subtree)
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
    described = _described(document, anchor, back)
    if described is not None:
        return _with_twins(described, back)
    again = [f for f in back if any(anchor.i in range(s.start, s.end) for s in f.stretches)]
    if again:
        return again
    if anchor.pos_ == "NOUN" and not back and (ahead := [f for f in here if f.head.i > anchor.i]):
        return ahead[:1]
    for previous in reversed([f for f in back if not f.is_setting]):
        return [] if sentence.start - previous.sentence.end > _NEAR else _with_twins(previous, back)
    return []


def _with_twins(frame: Frame, among: Sequence[Frame]) -> list[Frame]:
    return [f for f in among if f.sentence.start == frame.sentence.start and f.head == frame.head]


def _described(document: Document, anchor: Token, back: Sequence[Frame]) -> Frame | None:
    """The last event told that the claim's own noun or place describes ("claimed the bombing"); null where none of
    several is told apart by that.
    """
    noun = _claimed_noun(anchor)
    if noun is None or len(back) < 2:
        return None
    places = {p.place.id for t in noun.subtree if (p := document.place_at.get(t.i)) is not None and p.place}
    there = [f for f in back if places & {e.place.id for e in f.places if e.place}]
    if there:
        return there[-1]
    stem = noun.lemma_.lower()[:_STEM]
    if noun.lemma_.lower() in _GENERIC:
        return None
    alike = [f for f in back if _tells(f, stem)]
    return alike[-1] if alike else None


def _tells(frame: Frame, stem: str) -> bool:
    """True if a word of the event's own stretch begins as the noun does: a bombing is told by a bomb."""
    return any(t.lower_.startswith(stem) for t in frame.span if not t.is_stop)


def _claimed_noun(anchor: Token) -> Token | None:
    """The noun of what is claimed: the object, or what one takes responsibility for."""
    thing = object_of(anchor) if anchor.pos_ == "VERB" else anchor
    if thing is not None and thing.lemma_.lower() in ("responsibility", "credit", "claim", "statement"):
        places = [c for c in (*thing.rights, *anchor.rights) if c.dep_ == "prep" and c.lower_ in ("for", "of", "over")]
        return next((g for c in places for g in c.rights if g.dep_ == "pobj"), None)
    return thing
