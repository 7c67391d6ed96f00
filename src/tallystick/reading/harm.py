"""What is told of people and projectiles, put to the events it belongs to."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.mention import Casualties, OutcomeRead
from tallystick.model.terms import EventKind, Outcome
from tallystick.reading.casualties import merge_casualties, read_casualties, tells_grown_toll, with_grown_toll
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.outcomes import read_outcome
from tallystick.reading.told import Told
from tallystick.reading.told_apart import crosses_item
from tallystick.reading.trigger import Trigger
from tallystick.reading.weapons import WeaponSpan

# The outcome is what came of projectiles; of a fight of two sides and of a seizure none is told.
_WITHOUT_OUTCOME = (EventKind.ARMED_CLASH, EventKind.ABDUCTION)


def read_harm(document: Document, frame: Frame) -> None:
    """Sets the casualties and the outcome of a frame from all stretches that speak of it."""
    heads = frozenset(w.head for w in frame.weapons)
    for stretch in frame.stretches:
        _add_harm(document, frame, stretch, read_casualties(document, stretch))
    if frame.kind in _WITHOUT_OUTCOME:
        frame.outcome = None
        return
    frame.outcome = read_outcome(document, frame.stretches, heads) or _hit_by_harm(frame.casualties)


def _hit_by_harm(harm: Casualties) -> OutcomeRead | None:
    """A hit, where somebody was killed or hurt; the words of harm tell it."""
    told = next((c for c in (harm.killed, harm.injured) if c is not None and c.low != 0 and c.quote is not None), None)
    return OutcomeRead(value=Outcome.HIT, quote=told.quote) if told is not None and told.quote is not None else None


def _add_harm(document: Document, frame: Frame, stretch: Span, harm: Casualties) -> None:
    frame.casualties = with_grown_toll(document, stretch, merge_casualties(frame.casualties, harm))


def take_harm(document: Document, sentence: Span, told: Told) -> None:
    """Let a sentence without an event of its own ("Nobody was hurt.") complete the events told just before it."""
    if not told.events:
        return
    last = told.events[-1]
    if sentence.start - last.sentence.end > 40:
        return
    harm = read_casualties(document, sentence)
    if harm == Casualties():
        _take_dud(document, last, sentence)
        return
    if crosses_item(last.sentence, sentence) or any(t.lower_ == "since" for t in sentence):
        return
    counts = [c for c in (harm.killed, harm.injured) if c is not None]
    nobody = bool(counts) and all(c.high == 0 for c in counts)
    for frame in told.events if nobody else [last]:
        if nobody and (frame.background or frame.is_setting or sentence.start - frame.sentence.end > 60):
            continue
        _add_harm(document, frame, sentence, harm)
        frame.stretches.append(sentence)


def _take_dud(document: Document, last: Frame, sentence: Span) -> None:
    """Lets "It did not explode." tell what came of the bomb just told."""
    outcome = read_outcome(document, [sentence], frozenset())
    if outcome is not None and outcome.value is Outcome.MISSED and last.sentence.end == sentence.start:
        last.stretches.append(sentence)
        read_harm(document, last)


def completes_event(
    document: Document, sentence: Span, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...]
) -> bool:
    """True for "Nobody was hurt." and "Two more died, raising the toll to 18.", whose verbs tell no event."""
    if weapons or any(t.strength != "effect" for t in triggers):
        return False
    if tells_grown_toll(document, sentence):
        return True
    harm = read_casualties(document, sentence)
    counts = [c for c in (harm.killed, harm.injured) if c is not None]
    return bool(counts) and all(c.high == 0 for c in counts)


def share_within(sentence: Span, told: Told) -> None:
    """Let "all without harm" at the end of a sentence hold for every event in it."""
    here = [f for f in told.events if f.sentence.start == sentence.start and not f.is_setting]
    if len(here) < 2:
        return
    words = {t.lower_ for t in sentence[-8:]}
    if words & {"all", "both", "neither", "none"}:
        tail = here[-1]
        for frame in here[:-1]:
            frame.casualties = merge_casualties(frame.casualties, tail.casualties)
            if frame.outcome is None and tail.ordinal and frame.segment == tail.segment:
                frame.outcome = tail.outcome
