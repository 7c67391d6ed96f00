"""Events: every armed event that a report tells, one mention each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.expression import PlaceExpression
from tallystick.model.mention import CountedRange, EventMention, Reporter, WeaponUse
from tallystick.model.quote import Quote
from tallystick.model.terms import DatePrecision, EventKind, Modality, ParticipantType, Role, WeaponKind
from tallystick.model.when import When
from tallystick.reading.anaphora import find_antecedent, is_told_as_new, names_same_site, partition_subject
from tallystick.reading.casualties import merge_casualties, read_casualties
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.kinds import read_kind
from tallystick.reading.links import read_links
from tallystick.reading.numbers import best_of, number_before
from tallystick.reading.outcomes import read_outcome
from tallystick.reading.participants import find_participants
from tallystick.reading.phrases import is_plural, noun_phrase
from tallystick.reading.placing import find_places_of, rank_of, where_of
from tallystick.reading.segments import Segment, cut_segments
from tallystick.reading.setting import is_background, is_counted, is_told_as_earlier
from tallystick.reading.specificity import is_habit, is_specific
from tallystick.reading.splitting import split_frame
from tallystick.reading.telling import read_telling
from tallystick.reading.timing import (
    find_dates_of,
    publication_when,
    sentence_date,
)
from tallystick.reading.triggers import Trigger, find_triggers
from tallystick.reading.weapons import WeaponSpan, find_weapons

READER = "rules-1"


@dataclass(frozen=True)
class Voice:
    """Who is speaking as one sentence leads to the next, and how sure that makes what is told."""

    reporter: Reporter
    status_cue: str
    sentence_end: int


@dataclass
class Told:
    """The frames of a report in the order of telling, and those that are only told in bulk."""

    events: list[Frame] = field(default_factory=list)
    bulk: list[Frame] = field(default_factory=list)
    voice: Voice | None = None

    def in_order(self) -> list[Frame]:
        """All frames by position."""
        return sorted([*self.events, *self.bulk], key=_position)


def find_frames(document: Document) -> Told:
    """The events of a report as frames: told by themselves, or only in bulk ("attacks in recent weeks")."""
    told = Told()
    weapons = find_weapons(document.doc)
    for sentence in _sentences(document):
        inside = tuple(w for w in weapons if sentence.start <= w.start < sentence.end)
        triggers = find_triggers(sentence, inside)
        if not triggers or _tells_nobody_hurt(document, sentence, triggers, inside):
            _take_harm(document, sentence, told)
            continue
        places = {i for i in document.place_at if sentence.start <= i < sentence.end}
        days = {i for i in document.date_at if sentence.start <= i < sentence.end}
        segments = cut_segments(sentence, triggers, inside, places, days)
        for segment in segments:
            _read_segment(document, sentence, segment, segments, triggers, inside, told)
        _share_within(sentence, told)
    _date_the_rest(document, told)
    return told


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
        mentions.append(_mention(document, frame, ids[id(frame)], apart, plural=frame in told.bulk))
    unique = {m.id: m for m in mentions}
    return tuple(unique[i] for i in sorted(unique))


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
    return document.quote_span(span.doc[start : span.end])


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


def _sentences(document: Document) -> list[Span]:
    sentences = []
    for sentence in document.sentences:
        start = sentence.start
        while start < sentence.end and sentence.doc[start].idx < document.report.body_start:
            start += 1
        if start < sentence.end:
            sentences.append(sentence.doc[start : sentence.end])
    return sentences


def _read_segment(
    document: Document,
    sentence: Span,
    segment: Segment,
    segments: tuple[Segment, ...],
    triggers: tuple[Trigger, ...],
    weapons: tuple[WeaponSpan, ...],
    told: Told,
) -> None:
    own_weapons = tuple(w for w in weapons if segment.start <= w.start < segment.end)
    own_triggers = _valid_triggers(
        document, tuple(t for t in triggers if segment.start <= t.token.i < segment.end), own_weapons, segment
    )
    stretch = sentence.doc[segment.start : segment.end]
    if not own_triggers:
        pair = _second_pair(document, sentence, segment, told)
        if pair is not None:
            told.events.append(pair)
        elif told.events and told.events[-1].sentence.start == sentence.start:
            told.events[-1].stretches.append(stretch)
            _read_harm(document, told.events[-1])
        return
    frame = Frame(sentence=sentence, segment=segment, triggers=own_triggers, weapons=own_weapons, stretches=[stretch])
    frame.told_as_new = is_told_as_new(frame.head)
    frame.dates = find_dates_of(document, segment)
    frame.places = find_places_of(document, segment)
    frame.participants = find_participants(document, frame)
    frame.kind = read_kind(document, frame)
    telling = read_telling(document, frame.head, stretch, sentence)
    frame.modality, frame.reporter, frame.status_cue = telling.modality, telling.reporter, telling.status_cue
    if telling.said_by_perpetrator:
        frame.status_cue = "claimed_only"
    _take_voice(document, frame, told)
    parent = _parent_of_part(frame, told)
    if parent is not None:
        _inherit(frame, parent, told)
    else:
        antecedent = find_antecedent(frame, told.events)
        if all(t.strength == "effect" for t in own_triggers) and _follows_bulk(told, sentence):
            told.bulk.append(frame)
            return
        if antecedent is not None and frame.modality is Modality.DENIED:
            _inherit_place_and_time(frame, antecedent)
        elif antecedent is not None:
            _absorb(document, antecedent, frame)
            return
    if not is_plural(frame.head) and names_same_site(frame) and min((rank_of(e) for e in frame.places), default=9) > 3:
        frame.places = _last_site(document, segment) or frame.places
    if not frame.when.is_known and frame.dates:
        frame.when = frame.dates[0].when
    if not frame.dates and not frame.is_setting and parent is None:
        shared = sentence_date(document, segments, segment)
        if shared is not None:
            frame.when = shared.when
    frame.background = is_background(document, frame)
    frame.weapon_count = _weapon_count(document, frame)
    _read_harm(document, frame)
    frame.links = read_links(document, frame)
    if (frame.modality is Modality.ACTUAL and is_habit(frame.head)) or not is_specific(frame):
        told.bulk.append(frame)
    else:
        parts = split_frame(document, frame)
        told.events.extend(parts)


def _second_pair(document: Document, sentence: Span, segment: Segment, told: Told) -> Frame | None:
    """The event of "B on Tuesday" behind "attacked A on Monday and": the same deed at another place and day."""
    dates, places = find_dates_of(document, segment), find_places_of(document, segment)
    if not dates or not places or not told.events or told.events[-1].sentence.start != sentence.start:
        return None
    first = told.events[-1]
    first.apart = True
    stretch = sentence.doc[segment.start : segment.end]
    pair = first.part(first.ordinal + 1, dates=dates, when=dates[0].when, places=places)
    targets = tuple(
        Participant(role=Role.TARGET, type=ParticipantType.PLACE, name=e.quote.exact, quote=e.quote) for e in places[:1]
    )
    mine = {e.quote for e in places}
    pair.participants = tuple(p for p in first.participants if p.role is not Role.TARGET) + targets
    first.participants = tuple(p for p in first.participants if not any(p.quote.overlaps(q) for q in mine))
    pair.quote = document.quote_span(sentence.doc[first.segment.start : segment.end])
    pair.stretches = [stretch]
    return pair


def _take_voice(document: Document, frame: Frame, told: Told) -> None:
    """Let an authority's word reach on into the sentences behind it, as far as nobody else speaks.

    "The spokesman said … . On Sunday rockets were fired at …" is told on the spokesman's word.
    """
    if frame.reporter is not None:
        told.voice = Voice(frame.reporter, frame.status_cue, frame.sentence.end)
        return
    voice = told.voice
    if voice is None or voice.status_cue != "confirmed" or frame.sentence.start > voice.sentence_end + 1:
        return
    if "\n\n" in document.report.text[document.doc[voice.sentence_end - 1].idx : frame.sentence.start_char]:
        return
    if frame.status_cue == "reported":
        frame.reporter, frame.status_cue = voice.reporter, voice.status_cue
    told.voice = Voice(voice.reporter, voice.status_cue, frame.sentence.end)


def _valid_triggers(
    document: Document, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...], segment: Segment
) -> tuple[Trigger, ...]:
    """The triggers that really tell an event here: a verb of use needs a weapon, a plain "hit" a military argument."""
    has_actor = any(segment.start <= i < segment.end for i in document.actor_at)
    has_place = any(segment.start <= i < segment.end for i in document.place_at)
    strong = [t for t in triggers if t.strength == "noun"]
    strong += [t for t in triggers if t.strength == "verb" and (weapons or has_actor or has_place or strong)]
    strong += [t for t in triggers if t.strength == "use" and weapons]
    if strong:
        weak = [t for t in triggers if t.strength in ("effect",)]
        return tuple(sorted([*strong, *weak], key=_trigger_position))
    alone = [t for t in triggers if t.strength == "weapon" and _is_aimed(t, document, segment)]
    if alone:
        return tuple(alone)
    return tuple(t for t in triggers if t.strength in ("effect", "weak"))


def _is_aimed(trigger: Trigger, document: Document, segment: Segment) -> bool:
    token = trigger.token
    for after in token.doc[token.i + 1 : min(segment.end, token.i + 4)]:
        if after.lower_ in ("at", "on", "against", "over", "toward", "towards", "in"):
            reach = range(after.i + 1, min(segment.end, after.i + 8))
            return any(i in document.place_at or i in document.actor_at for i in reach)
    return False


def _parent_of_part(frame: Frame, told: Told) -> Frame | None:
    """The plural event of which "one" and "the other" are told now."""
    if partition_subject(frame) is None or not frame.places:
        return None
    for previous in reversed(told.in_order()[-4:]):
        if is_plural(previous.head) or previous.plural:
            same = {e.place.id for e in previous.places if e.place} & {e.place.id for e in frame.places if e.place}
            if not same and (not previous.places or rank_of(previous.places[0]) > 1 or previous.plural):
                return previous
    return None


def _follows_bulk(told: Told, sentence: Span) -> bool:
    """True if what was told last, in this sentence, is a set of events: harm told of them is no single event's."""
    last = told.in_order()[-1:]
    return bool(last) and last[0] in told.bulk and last[0].sentence.start == sentence.start


def _inherit(frame: Frame, parent: Frame, told: Told) -> None:
    parent.plural = True
    if parent in told.events:
        told.events.remove(parent)
        told.bulk.append(parent)
    if not frame.dates:
        frame.when, frame.dates = parent.when, parent.dates
    if not any(p.role is Role.PERPETRATOR for p in frame.participants):
        frame.participants += tuple(p for p in parent.participants if p.role is Role.PERPETRATOR)
    frame.weapons = frame.weapons or parent.weapons
    if frame.kind is EventKind.ATTACK_UNSPECIFIED:
        frame.kind = parent.kind
    frame.reporter = frame.reporter or parent.reporter
    frame.links = parent.links
    frame.apart = True
    frame.told_as_new = parent.told_as_new


def _inherit_place_and_time(denial: Frame, denied: Frame) -> None:
    """Let a denial be of the event that it points back to."""
    denial.places = denial.places or denied.places
    denial.dates, denial.when = denial.dates or denied.dates, denied.when
    denial.weapons = denial.weapons or denied.weapons
    if denial.kind is EventKind.ATTACK_UNSPECIFIED:
        denial.kind = denied.kind


def _absorb(document: Document, known: Frame, again: Frame) -> None:
    """Let an event told again complete the first telling."""
    known.stretches.append(again.span)
    if not known.dates and again.dates and not known.when.is_known:
        known.dates, known.when = again.dates, again.dates[0].when
    if (
        again.places
        and min(rank_of(e) for e in again.places) < min((rank_of(e) for e in known.places), default=9)
        and len(again.places) == 1
    ):
        known.places = again.places
    roles = {p.role for p in known.participants}
    known.participants += tuple(p for p in again.participants if p.role not in roles)
    if not known.weapons and again.weapons:
        known.weapons = again.weapons
        known.kind = read_kind(document, known)
    if again.kind is not EventKind.ATTACK_UNSPECIFIED and known.kind is EventKind.ATTACK_UNSPECIFIED:
        known.kind = again.kind
    if again.status_cue == "confirmed":
        known.status_cue = "confirmed"
    elif known.status_cue == "claimed_only" and again.status_cue == "reported":
        known.status_cue = "reported"
    _read_harm(document, known)


def _last_site(document: Document, segment: Segment) -> tuple[PlaceExpression, ...]:
    """The site or town named last before a segment, which "the base" and "it" stand for."""
    start = document.doc[segment.start].idx
    before = [e for e in document.places if e.quote.end <= start and rank_of(e) <= 1]
    return tuple(before[-1:])


def _weapon_count(document: Document, frame: Frame) -> CountedRange | None:
    if not frame.weapons:
        return None
    head = frame.sentence.doc[frame.weapons[0].head]
    number = number_before(head, articles=True)
    if number is None or any(c.lower_ in ("attack", "strike") for c in head.rights):
        return None
    if head.dep_ in ("compound", "nmod", "amod") or (head.dep_ == "conj" and head.head.dep_ in ("compound", "nmod")):
        return None
    return CountedRange(
        low=number.low,
        best=best_of(number),
        high=number.high,
        quote=document.quote_span(head.doc[number.start : max(number.end, head.i + 1)]),
    )


def _read_harm(document: Document, frame: Frame) -> None:
    heads = frozenset(w.head for w in frame.weapons)
    for stretch in frame.stretches:
        frame.casualties = merge_casualties(frame.casualties, read_casualties(document, stretch))
    frame.outcome = read_outcome(document, frame.stretches, heads)


def _take_harm(document: Document, sentence: Span, told: Told) -> None:
    """Let a sentence without an event of its own ("Nobody was hurt.") complete the events told just before it."""
    if not told.events:
        return
    last = told.events[-1]
    if sentence.start - last.sentence.end > 40:
        return
    harm = read_casualties(document, sentence)
    if harm.killed is None and harm.injured is None:
        return
    nobody = (harm.killed is None or harm.killed.high == 0) and (harm.injured is None or harm.injured.high == 0)
    for frame in told.events if nobody else [last]:
        if nobody and (frame.background or frame.is_setting or sentence.start - frame.sentence.end > 60):
            continue
        frame.casualties = merge_casualties(frame.casualties, harm)
        frame.stretches.append(sentence)


def _tells_nobody_hurt(
    document: Document, sentence: Span, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...]
) -> bool:
    """True for "Nobody was hurt.", whose verb tells no event."""
    if weapons or any(t.strength != "effect" for t in triggers):
        return False
    harm = read_casualties(document, sentence)
    counts = [c for c in (harm.killed, harm.injured) if c is not None]
    return bool(counts) and all(c.high == 0 for c in counts)


def _share_within(sentence: Span, told: Told) -> None:
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


def _date_the_rest(document: Document, told: Told) -> None:
    """Date what is told as news without a date by the day of publication."""
    for frame in told.events:
        if frame.when.is_known or frame.dates or frame.background or frame.is_setting:
            continue
        if is_told_as_earlier(frame.head):
            continue
        if is_counted(frame.head):
            continue
        if frame.head.pos_ == "NOUN" and frame.reporter is None and frame.sentence is not told.events[0].sentence:
            continue
        frame.when = publication_when(document.report)


def _are_apart(frame: Frame, other: Frame) -> bool:
    if frame.apart and other.apart and (frame.sentence.start == other.sentence.start or frame.ordinal != other.ordinal):
        return True
    earlier, later = sorted((frame, other), key=_position)
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
    when = frame.when if frame.when.is_known or not frame.dates else frame.dates[0].when
    if when.quote is None and frame.dates and when == frame.dates[0].when:
        when = when.model_copy(update={"quote": frame.dates[0].quote})
    return EventMention(
        id=id_,
        report_id=document.report.id,
        quote=quote_of(document, frame),
        modality=frame.modality,
        confidence=_confidence(frame, when),
        reader=READER,
        event_kind=frame.kind,
        trigger=document.quote_tokens([heads]),
        when=when,
        where=where_of(document, frame.places[0]) if frame.places else None,
        participants=frame.participants,
        weapons=weapons,
        weapon_count=frame.weapon_count,
        casualties=frame.casualties,
        outcome=frame.outcome,
        reporter=frame.reporter,
        links=frame.links,
        background=frame.background,
        plural=plural,
        status_cue=frame.status_cue,  # type: ignore[arg-type]
        counted_apart=apart,
    )


def _own_weapons(frame: Frame) -> tuple[WeaponSpan, ...]:
    seen: set[WeaponKind] = set()
    own = []
    for weapon in frame.weapons:
        if weapon.kind not in seen:
            seen.add(weapon.kind)
            own.append(weapon)
    return tuple(own)


def _confidence(frame: Frame, when: When) -> float:
    """How sure the rules are, by what is told; uncalibrated, between 0.4 and 0.9."""
    score = 0.4
    score += 0.2 if frame.places else 0.0
    score += 0.15 if when.is_known and when.precision is DatePrecision.DAY else 0.0
    score += 0.1 if frame.weapons else 0.0
    score += 0.05 if frame.participants else 0.0
    return round(score, 2)


def _position(frame: Frame) -> tuple[int, int]:
    return frame.segment.start, frame.ordinal


def _trigger_position(trigger: Trigger) -> int:
    return int(trigger.token.i)
