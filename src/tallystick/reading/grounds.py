"""On what a report says that an attribution rests: confessions, things found, intelligence, capability and pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.mention import Ground
from tallystick.model.terms import ActorType, GroundKind, Modality, PlacePrecision
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.ground_cue import Cue, is_word
from tallystick.reading.ground_evidence import find_confessions, find_secrets, find_things
from tallystick.reading.ground_likeness import find_capabilities, find_patterns
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import says, subject_of
from tallystick.reading.told import Told

_FINDERS = (find_confessions, find_things, find_secrets, find_capabilities, find_patterns)
_NEVER = (ActorType.MEDIA, ActorType.GROUP_OF_PEOPLE, ActorType.PERSON)
_REACH = 3
"""How many sentences may lie between an event and what its attribution rests on. Our choice."""
_TOLD = (Modality.ACTUAL, Modality.ALLEGED)


class _Pointed(NamedTuple):
    """Whom words point to, with the first of his tokens and the one behind the last."""

    actor: ActorRef
    start: int
    end: int


def take_grounds(document: Document, told: Told) -> None:
    """Adds to each event what its report says that its attribution rests on: to the event of the same sentence, else to
    the one told last before it.

    Only what points to somebody counts. What is denied, still open or yet to be looked into is no ground, nor is what
    an actor says of its own deed: that is a claim.
    """
    events = [f for f in told.in_order() if f.modality in _TOLD]
    for sentence in document.sentences:
        for ground in find_grounds(document, sentence):
            frame = event_of(sentence, events)
            if frame is not None and ground not in frame.grounds:
                frame.grounds = (*frame.grounds, ground)


def find_grounds(document: Document, sentence: Span) -> Iterator[Ground]:
    """The grounds that a sentence states, each with whom it points to."""
    speaking = _speaking(sentence)
    seen: set[GroundKind] = set()
    for cue in (cue for find in _FINDERS for cue in find(sentence)):
        if cue.kind in seen:
            continue
        pointed = _pointed_to(document, cue, sentence, speaking)
        if pointed is None or _is_withheld(cue, pointed):
            continue
        seen.add(cue.kind)
        first, last = min(cue.start, pointed.start), max(cue.end, pointed.end)
        yield Ground(kind=cue.kind, actor=pointed.actor, quote=document.quote_span(document.doc[first:last]))


def event_of(sentence: Span, events: list[Frame]) -> Frame | None:
    """The event that a sentence speaks of: its own, else the one told last before it, within reach."""
    own = [f for f in events if f.sentence.start == sentence.start]
    before = [f for f in events if f.sentence.start < sentence.start]
    if own or not before:
        return own[0] if own else None
    last = before[-1]
    between = sentence.doc[last.sentence.end : sentence.start]
    return last if sum(t.is_sent_start is True for t in between) < _REACH else None


def _speaking(sentence: Span) -> frozenset[int]:
    """The tokens that only tell who says so: "…, two officials said"."""
    speaking: set[int] = set()
    for verb in sentence:
        if verb.pos_ == "VERB" and says(verb) and (speaker := subject_of(verb)) is not None:
            speaking |= {t.i for t in speaker.subtree if t.i < verb.i or speaker.i > verb.i}
    return frozenset(speaking)


def _pointed_to(document: Document, cue: Cue, sentence: Span, speaking: frozenset[int]) -> _Pointed | None:
    """Whom a cue points to: the first actor behind it; the one that it stands beside where it is told of him."""
    places = range(cue.reach_start, min(cue.reach_end, sentence.end))
    for i in places:
        if i in speaking:
            continue
        found = _actor_at(document, i)
        if found is None or (cue.start <= found.start and found.end <= cue.holder_end):
            continue
        if is_word(cue.anchor, "made") and document.doc[found.start - 1].lower_ not in ("in", "by", "from"):
            continue
        return found
    return None


def _actor_at(document: Document, index: int) -> _Pointed | None:
    expression = document.actor_at.get(index)
    if expression is not None and expression.type not in _NEVER:
        if expression.actor_id is None and expression.name.islower():
            return None
        span = document.span_of(expression.quote)
        if span is not None:
            return _Pointed(expression.actor, span.start, span.end)
    place = document.place_at.get(index)
    if place is not None and place.place is not None and place.place.precision is PlacePrecision.COUNTRY:
        span = document.span_of(place.quote)
        if span is not None and place.place.country and _is_origin(span):
            return _Pointed(ActorRef(id=place.place.country.lower(), name=place.place.name), span.start, span.end)
    return None


def _is_origin(name: Span) -> bool:
    """True for the country of "made in Iran" and "came from Iran"; not for where something was found."""
    before = name.doc[max(0, name.start - 2) : name.start]
    return any(t.lower_ in ("from", "to") for t in before) or any(
        t.lemma_.lower() in words_of("grounds", "made") for t in before
    )


def _is_withheld(cue: Cue, pointed: _Pointed) -> bool:
    """True if the words up to whom they would point to deny it, leave it open, or only look into it."""
    doc = cue.anchor.doc
    first, last = min(cue.start, pointed.start), max(cue.end, pointed.end)
    between: list[Token] = [t for t in doc[first:last] if not cue.allowed[0] <= t.i < cue.allowed[1]]
    between += [t for above in (cue.anchor, *cue.anchor.ancestors) for t in (above, *above.lefts) if t.i < first]
    between += [t for t in cue.anchor.children if t.dep_ in ("neg", "aux", "mark")]
    words = {w for t in between for w in (t.lower_, t.lemma_.lower())}
    return bool(words & words_of("grounds", "withholds")) and not _only_modal(words, cue)


def _only_modal(words: set[str], cue: Cue) -> bool:
    """True for "only the corps could have built it": what can be done is what capability is about."""
    held = words & words_of("grounds", "withholds")
    return cue.kind is GroundKind.CAPABILITY and held <= {"could", "would", "can"}
