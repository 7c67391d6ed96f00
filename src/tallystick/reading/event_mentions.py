"""Events as mentions: their ids, their quotes, and which of them the report tells apart."""

from __future__ import annotations

import hashlib

from spacy.tokens import Span, Token

from tallystick.model.mention import EventMention, WeaponUse
from tallystick.model.quote import Quote
from tallystick.model.terms import WeaponKind
from tallystick.model.when import When
from tallystick.reading.confidence import features_of, load_confidence
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.links import link_to_events
from tallystick.reading.phrases import noun_phrase
from tallystick.reading.place_ranks import where_of
from tallystick.reading.told import Told, position_of
from tallystick.reading.weapons import WeaponSpan

READER = "rules-4"


def make_mentions(document: Document, told: Told) -> tuple[EventMention, ...]:
    """The event mentions of the frames; those told in bulk are marked ``plural``."""
    ids = {id(f): mention_id(document.report.id, "event", quote_of(document, f), f.ordinal) for f in told.in_order()}
    mentions = []
    for frame in told.in_order():
        apart = tuple(
            sorted(
                ids[id(o)]
                for o in told.events
                if o is not frame and _are_apart(frame, o) and ids[id(o)] != ids[id(frame)]
            )
        )
        made = _mention(document, frame, ids[id(frame)], apart, plural=frame in told.bulk)
        others = {ids[id(o)]: _retold_by(document, o) for o in told.events if ids[id(o)] != made.id}
        mentions.append(made.model_copy(update={"links": link_to_events(frame.links, others)}))
    unique = {m.id: m for m in mentions}
    return tuple(unique[i] for i in sorted(unique))


def _retold_by(document: Document, frame: Frame) -> list[Quote]:
    """The words by which another telling can point to an event: its setting, or what tells it again."""
    again = [document.quote_span(s) for s in frame.stretches[1:]]
    return [document.quote_tokens([frame.head]), *again] if frame.is_setting else again


def mention_id(report_id: str, kind: str, quote: Quote, ordinal: int = 0) -> str:
    """The id of a mention: made from its report, its kind, its place in the text and its number there."""
    key = f"{report_id}:{kind}:{quote.start}:{quote.end}:{ordinal}"
    return "m-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def quote_of(document: Document, frame: Frame) -> Quote:
    """The words that tell the event: its stretch of the sentence, or its noun phrase where it is only a setting."""
    if frame.quote is not None:
        return frame.quote
    if frame.is_setting:
        return document.quote_span(_setting_phrase(frame))
    span = frame.span
    start = span.start
    while start < span.end - 1 and (
        span.doc[start].is_punct
        or span.doc[start].dep_ == "cc"
        or span.doc[start].is_space
        or span.doc[start].lower_ in ("while", "but", "and")
    ):
        start += 1
    start = _behind_opening(document, frame, start)
    end = span.end
    while end > start + 1 and (span.doc[end - 1].is_punct or span.doc[end - 1].dep_ == "cc"):
        end -= 1
    return document.quote_span(span.doc[start:end])


def _setting_phrase(frame: Frame) -> Span:
    head = frame.head
    if head.pos_ in ("NOUN", "PROPN"):
        phrase = noun_phrase(head)
        return head.doc[max(phrase.start, frame.segment.start) : frame.segment.end]
    return frame.span


def _behind_opening(document: Document, frame: Frame, start: int) -> int:
    """Past a fronted phrase that tells nothing of the event itself ("In response to these attacks, …")."""
    doc = frame.sentence.doc
    if doc[start].dep_ not in ("prep", "advmod", "advcl") and doc[start].pos_ != "ADP":
        return start
    comma = next((t.i for t in doc[start : frame.segment.end] if t.text == ","), None)
    if comma is None or frame.head.i < comma or comma + 2 >= frame.segment.end:
        return start
    if any(i in document.date_at or i in document.place_at for i in range(start, comma)):
        return start
    return comma + 1


def _are_apart(frame: Frame, other: Frame) -> bool:
    if frame.apart and other.apart and (frame.sentence.start == other.sentence.start or frame.ordinal != other.ordinal):
        return True
    earlier, later = sorted((frame, other), key=position_of)
    if later.told_as_new:
        return True
    return _is_indefinite(later.head) and not _share_place(earlier, later)


def _is_indefinite(head: Token) -> bool:
    """True for "a drone attack", which a report that has told of it before would call "the" attack."""
    return head.pos_ == "NOUN" and any(c.lower_ in ("a", "an") for c in head.lefts)


def _share_place(frame: Frame, other: Frame) -> bool:
    return bool({e.place.id for e in frame.places if e.place} & {e.place.id for e in other.places if e.place})


def _mention(document: Document, frame: Frame, id_: str, apart: tuple[str, ...], *, plural: bool) -> EventMention:
    heads = frame.head
    weapons = tuple(
        WeaponUse(kind=w.kind, quote=document.quote_span(frame.sentence.doc[w.start : w.end]))
        for w in _own_weapons(frame)
    )
    when = when_of(frame)
    return EventMention(
        id=id_,
        report_id=document.report.id,
        quote=quote_of(document, frame),
        modality=frame.modality,
        confidence=load_confidence().of_event(features_of(frame, when)),
        reader=READER,
        event_kind=frame.kind,
        trigger=document.quote_tokens([heads]),
        when=when,
        where=where_of(frame.places[0]) if frame.places else None,
        participants=frame.participants,
        weapons=weapons,
        weapon_count=frame.weapon_count,
        casualties=frame.casualties,
        outcome=frame.outcome,
        reporter=frame.reporter,
        links=frame.links,
        background=frame.background,
        plural=plural,
        status_cue=frame.status_cue,
        counted_apart=apart,
        grounds=frame.grounds,
        state_parts=frame.state_parts,
    )


def when_of(frame: Frame) -> When:
    """The day of a frame, with the words that tell it."""
    when = frame.when if frame.when.is_known or not frame.dates else frame.dates[0].when
    if when.quote is None and frame.dates and when == frame.dates[0].when:
        return when.model_copy(update={"quote": frame.dates[0].quote})
    return when


def _own_weapons(frame: Frame) -> tuple[WeaponSpan, ...]:
    seen: set[WeaponKind] = set()
    own = []
    for weapon in frame.weapons:
        if weapon.kind not in seen:
            seen.add(weapon.kind)
            own.append(weapon)
    return tuple(own)
