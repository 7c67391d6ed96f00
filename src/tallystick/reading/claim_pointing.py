"""Which of the events told before the words of a claim point back to, and which they cannot mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from spacy.tokens import Token

from tallystick.model.place import Place
from tallystick.model.terms import Role
from tallystick.model.when import When
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import read_ordinal
from tallystick.reading.phrases import is_plural, object_of

_GENERIC = frozenset({"attack", "operation", "incident", "it", "this", "responsibility", "strike", "action", "deed"})
_STEM = 4
_NIGHT = timedelta(days=1)
"""A deed of the night may be dated by either day."""
_ON = ("on", "at", "against", "of")
_IN = ("in", "at", "near", "outside")
_RESPONSIBILITY = ("responsibility", "credit", "claim", "claimant", "statement")


def nouns_of_deeds() -> frozenset[str]:
    """The lemmas for what may be claimed: those that tell an event, and "action", "blast" and the like."""
    return words_of("triggers", "nouns") | words_of("claims", "deed_nouns")


def claimed_noun(anchor: Token) -> Token | None:
    """The noun of what is claimed: the object, or what one takes responsibility for."""
    thing = object_of(anchor) if anchor.pos_ == "VERB" else anchor
    if thing is None and anchor.lemma_.lower() in words_of("claims", "admits"):
        to = (g for c in anchor.rights if c.lower_ in ("to", "of", "about") for g in c.rights if g.dep_ == "pobj")
        return next(to, None)
    if thing is not None and thing.lemma_.lower() in _RESPONSIBILITY:
        places = [c for c in (*thing.rights, *anchor.rights) if c.dep_ == "prep" and c.lower_ in ("for", "of", "over")]
        return next((g for c in places for g in c.rights if g.dep_ == "pobj"), None)
    return thing


def tells_new_event(noun: Token | None) -> bool:
    """True for "claimed an ambush", which points back to nothing."""
    if noun is None or noun.lemma_.lower() not in words_of("triggers", "nouns") or is_plural(noun):
        return False
    return any(c.lower_ in ("a", "an", "another") and c.dep_ == "det" for c in noun.lefts)


def may_be_meant(document: Document, noun: Token | None, claimed_on: When, frame: Frame) -> bool:
    """False for an event on another day or elsewhere than the claimed noun says, or later than the claim itself."""
    if _ends_before(claimed_on, frame.when):
        return False
    if noun is None:
        return True
    dated = [(t, e) for t in noun.subtree if (e := document.date_at.get(t.i)) is not None and not e.timex.is_stretch]
    # A later day behind the noun may be that of the claim ("claimed the attack on Friday"), one before it may not.
    if dated and all(
        _ends_before(e.when, frame.when, slack=_NIGHT) or (t.i < noun.i and _apart(e.when, frame.when))
        for t, e in dated
    ):
        return False
    told = [e.place for e in frame.places if e.place is not None]
    inside = [t for t in noun.subtree if t.dep_ == "pobj" and t.head.lower_ in _IN]
    places = [p.place for t in inside if (p := document.place_at.get(t.i)) is not None and p.place is not None]
    return not (told and places and all(_elsewhere(a, b) for a in places for b in told))


def without_others_deeds(frames: Sequence[Frame], claimant: str | None) -> Sequence[Frame]:
    """The events without those told as a fact to be another's deed, if any is left then."""
    open_ones = [f for f in frames if not _is_of_another(f, claimant)]
    return open_ones or frames


def numbered(noun: Token | None, before: Sequence[Frame]) -> Frame | None:
    """The event of "the second attack" and "the latter", of those told before; null where none is numbered."""
    if noun is None or len(before) < 2 or is_plural(noun):
        return None
    for child in (noun, *noun.lefts):
        if child.lower_ in ("latter", "last", "latest"):
            return before[-1]
        rank = 1 if child.lower_ == "former" else read_ordinal(child.lower_)
        if rank is not None and 0 < rank <= len(before):
            return before[rank - 1]
    return None


def described(document: Document, noun: Token | None, back: Sequence[Frame]) -> Frame | None:
    """The last event told that the claim's own noun or place describes ("claimed the bombing"); null where none of
    several is told apart by that.
    """
    if noun is None or len(back) < 2:
        return None
    places = {p.place.id for t in noun.subtree if (p := document.place_at.get(t.i)) is not None and p.place}
    there = [f for f in back if places & {e.place.id for e in f.places if e.place}]
    if there:
        return there[-1]
    words = [t for t in _telling_words(noun) if t.lemma_.lower() not in _GENERIC and not t.is_stop]
    likeness = [sum(_tells(f, w) for w in words) for f in back]
    best = max(likeness)
    return next(f for f, n in zip(reversed(back), reversed(likeness), strict=True) if n == best) if best else None


def _telling_words(noun: Token) -> list[Token]:
    """The noun with what is compounded with it and what it was done to ("the church bombing", "the killing of X")."""
    compounds = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod")]
    on = [g for c in noun.rights if c.dep_ == "prep" and c.lower_ in _ON for g in c.rights if g.dep_ == "pobj"]
    return [noun, *compounds, *on]


def _tells(frame: Frame, word: Token) -> bool:
    """True if a word of the event's own stretch begins as the noun does: a bombing is told by a bomb."""
    lemma = word.lemma_.lower()
    if len(lemma) < _STEM:
        return any(t.lemma_.lower() == lemma for t in frame.span)
    return any(t.lower_.startswith(lemma[:_STEM]) for t in frame.span if not t.is_stop)


def _is_of_another(frame: Frame, claimant: str | None) -> bool:
    return any(
        p.role is Role.PERPETRATOR and not (p.alleged or p.inferred) and p.actor_id not in (None, claimant)
        for p in frame.participants
    )


def _apart(day: When, other: When) -> bool:
    return _ends_before(day, other, slack=_NIGHT) or _ends_before(other, day, slack=_NIGHT)


def _ends_before(day: When, other: When, *, slack: timedelta = timedelta(0)) -> bool:
    return day.end is not None and other.start is not None and day.end + slack < other.start


def _elsewhere(one: Place, other: Place) -> bool:
    """True for two places of different countries, and for two towns or sites of one."""
    if one.country is not None and other.country is not None and one.country != other.country:
        return True
    if one.is_unlisted or other.is_unlisted:
        return False
    return one.id != other.id and not one.is_area and not other.is_area and one.precision is other.precision
