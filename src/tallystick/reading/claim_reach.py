"""How far a claim of responsibility reaches: which of the events told it is over."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import Quantifier
from tallystick.model.when import When
from tallystick.reading.claim_pointing import (
    claimed_noun,
    described,
    may_be_meant,
    numbered,
    tells_new_event,
    without_others_deeds,
)
from tallystick.reading.claim_quantity import Quantity
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_definite, is_plural, object_of
from tallystick.reading.told import Told

_NEAR = 60
"""So many tokens behind an event a claim that names none may still be of it. Our choice."""


def bulk_claimed(anchor: Token, sentence: Span, told: Told) -> Token | None:
    """The word for what is claimed in bulk, no event at hand: "attacks" in "had claimed similar attacks", "struck" in
    "said they had struck 61 ships since November". Null where none is.
    """
    tree = set(anchor.subtree)
    here = (f.head for f in told.bulk if f.sentence.start == sentence.start and f.head in tree)
    return next((h for h in here if _is_indefinite(h) or _is_done_to_many(h)), None)


def _is_indefinite(noun: Token) -> bool:
    return is_plural(noun) and not is_definite(noun)


def _is_done_to_many(verb: Token) -> bool:
    """True for "had struck 61 ships", not for "had killed 61 soldiers", which one attack may have done."""
    thing = object_of(verb) if verb.pos_ == "VERB" else None
    if thing is None or not any(c.dep_ == "nummod" for c in thing.lefts) or not _is_indefinite(thing):
        return False
    return thing.lemma_.lower() in words_of("cues", "facility") | words_of("claims", "struck_one_by_one")


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


def covered_by(
    document: Document, anchor: Token, sentence: Span, told: Told, *, by: str | None, on: When
) -> list[Frame]:
    """The events a claim reaches: those in its own clause; else, pointing back, the one that its words describe, or the
    last one told (with its twins).

    A claim reaches no event that its own words rule out: one later than the day ``on`` which it was made, one of
    another day or place than it names. Events told to be the deed of somebody else than ``by``, the id of the claimant,
    come last.
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
    noun = claimed_noun(anchor)
    back = _back_from(document, anchor, noun, told, by, on)
    again = [f for f in back if any(anchor.i in range(s.start, s.end) for s in f.stretches)]
    if tells_new_event(noun):
        return again
    one = numbered(noun, [f for f in back if not f.is_setting and not f.background])
    one = one or described(document, noun, back)
    if one is not None:
        return _with_twins(one, back)
    if again:
        return again
    if anchor.pos_ == "NOUN" and not back and (ahead := [f for f in here if f.head.i > anchor.i]):
        return ahead[:1]
    for previous in reversed([f for f in back if not f.is_setting]):
        return [] if sentence.start - previous.sentence.end > _NEAR else _with_twins(previous, back)
    return []


def _back_from(
    document: Document, anchor: Token, noun: Token | None, told: Told, by: str | None, on: When
) -> Sequence[Frame]:
    """The events told so far that the words of a claim may mean."""
    so_far = [
        f
        for f in told.events
        if f.segment.start <= anchor.i or any(anchor.i in range(s.start, s.end) for s in f.stretches)
    ]
    return without_others_deeds([f for f in so_far if may_be_meant(document, noun, on, f)], by)


def _with_twins(frame: Frame, among: Sequence[Frame]) -> list[Frame]:
    return [f for f in among if f.sentence.start == frame.sentence.start and f.head == frame.head]
