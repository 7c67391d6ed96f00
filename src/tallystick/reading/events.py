"""Events: every armed event that a report tells, one mention each."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from tallystick.model.expression import DateExpression
from tallystick.model.mention import CountedRange
from tallystick.model.terms import Modality
from tallystick.reading.anaphora import names_same_site
from tallystick.reading.carrying import date_the_rest, place_the_rest
from tallystick.reading.denials import take_denial, take_denier
from tallystick.reading.document import Document
from tallystick.reading.event_parts import follows_bulk, leave_wholes, parent_of_part, second_pair
from tallystick.reading.frame import Frame
from tallystick.reading.handing_down import borrow_from_sibling, carry_doer, inherit_place_and_time, take_over
from tallystick.reading.harm import completes_event, read_harm, share_within, take_harm
from tallystick.reading.headings import is_question, read_headings, take_heading
from tallystick.reading.judge import Judge, RulesJudge
from tallystick.reading.kinds import read_kind
from tallystick.reading.lead import complete_the_lead
from tallystick.reading.links import read_links
from tallystick.reading.modality import is_supposed
from tallystick.reading.numbers import best_of, number_before
from tallystick.reading.participants import find_participants, take_later_doer
from tallystick.reading.phrases import is_plural, says, subject_of
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.placing import find_places_of, last_site
from tallystick.reading.retelling import add_retelling
from tallystick.reading.segments import Segment, cut_segments
from tallystick.reading.setting import follow_up_of, is_background
from tallystick.reading.splitting import split_frame
from tallystick.reading.telling import read_telling
from tallystick.reading.timing import (
    find_dates_of,
    sentence_date,
)
from tallystick.reading.told import Told, Voice
from tallystick.reading.told_apart import is_told_as_new
from tallystick.reading.trigger import Trigger
from tallystick.reading.triggers import is_listed
from tallystick.reading.weapons import WeaponSpan
from tallystick.reading.word_weighing import Word, weigh_word


def find_frames(document: Document, judge: Judge | None = None) -> Told:
    """The events of a report as frames: told by themselves, or only in bulk ("attacks in recent weeks").

    Without a judge, the rules judge.
    """
    judge = judge or RulesJudge(document)
    told = Told(headings=read_headings(document))
    if not judge.may_tell_events():
        return told
    weapons = document.weapons
    for sentence in document.sentences:
        if is_question(sentence):
            continue
        inside = tuple(w for w in weapons if sentence.start <= w.start < sentence.end)
        triggers = judge.find_triggers(sentence, inside)
        if not triggers or completes_event(document, sentence, triggers, inside):
            take_harm(document, sentence, told)
            take_later_doer(document, sentence, told)
            take_denial(document, sentence, told)
            continue
        places = {i for i in document.place_at if sentence.start <= i < sentence.end and not _is_actor(document, i)}
        days = {i for i in document.date_at if sentence.start <= i < sentence.end}
        segments = cut_segments(sentence, triggers, inside, places, days)
        for segment in segments:
            _read_segment(document, judge, sentence, segment, segments, triggers, inside, told)
        share_within(sentence, told)
        take_denier(document, sentence, told)
    leave_wholes(told)
    judge.complete(told)
    complete_the_lead(document, told)
    date_the_rest(document, told)
    place_the_rest(document, told)
    return told


def _read_segment(
    document: Document,
    judge: Judge,
    sentence: Span,
    segment: Segment,
    segments: tuple[Segment, ...],
    triggers: tuple[Trigger, ...],
    weapons: tuple[WeaponSpan, ...],
    told: Told,
) -> None:
    own_weapons = tuple(w for w in weapons if segment.start <= w.start < segment.end)
    own_triggers = judge.choose_triggers(
        tuple(t for t in triggers if segment.start <= t.token.i < segment.end), own_weapons, segment
    )
    stretch = sentence.doc[segment.start : segment.end]
    if not own_triggers:
        pair = second_pair(document, sentence, segment, told)
        if pair is not None:
            told.events.append(pair)
        elif told.events and any(sentence.start <= s.start < sentence.end for s in told.events[-1].stretches):
            told.events[-1].stretches.append(stretch)
            read_harm(document, told.events[-1])
        return
    frame = Frame(sentence=sentence, segment=segment, triggers=own_triggers, weapons=own_weapons, stretches=[stretch])
    frame.told_as_new = is_told_as_new(frame.head)
    frame.dates = _dates_of(document, frame)
    frame.places = find_places_of(document, segment, own_triggers, frame.head)
    take_heading(frame, told.headings)
    frame.participants = find_participants(document, frame)
    frame.kind = read_kind(document, frame)
    telling = read_telling(document, frame.head, stretch, sentence)
    frame.modality, frame.reporter, frame.status_cue = telling.modality, telling.reporter, telling.status_cue
    judge.revise(frame)
    if telling.said_by_perpetrator and not frame.is_told_of_another:
        frame.status_cue = "claimed_only"
    _take_voice(document, frame, told, goes_on=telling.goes_on)
    carry_doer(frame, told)
    parent = parent_of_part(frame, told)
    if parent is not None:
        take_over(frame, parent, told)
    else:
        borrow_from_sibling(frame, told)
        read_harm(document, frame)
        antecedent = judge.find_antecedent(frame, told.events)
        if all(t.strength == "effect" for t in own_triggers) and follows_bulk(told, sentence):
            told.bulk.append(frame)
            return
        if antecedent is not None and (frame.modality is Modality.DENIED) is not (
            antecedent.modality is Modality.DENIED
        ):
            inherit_place_and_time(frame, antecedent)
        elif antecedent is not None and not frame.told_as_new:
            if not is_supposed(frame.head):
                add_retelling(document, antecedent, frame)
            return
    if not is_plural(frame.head) and names_same_site(frame) and min((rank_of(e) for e in frame.places), default=9) > 3:
        frame.places = last_site(document, segment) or frame.places
    if not frame.when.is_known and frame.dates:
        frame.when = frame.dates[0].when
    if not frame.dates and not frame.is_setting and parent is None and follow_up_of(frame.head) is None:
        shared = sentence_date(document, segments, segment, triggers)
        if shared is not None:
            frame.dates, frame.when = (shared,), shared.when
    frame.background = is_background(document, frame)
    frame.weapon_count = _weapon_count(document, frame)
    read_harm(document, frame)
    frame.links = read_links(document, frame) or frame.links
    if judge.tells_one(frame):
        told.events.extend(split_frame(document, frame))
    else:
        told.bulk.append(frame)


def _dates_of(document: Document, frame: Frame) -> tuple[DateExpression, ...]:
    """The dates of a frame's segment, without the day on which something was done about the event afterwards."""
    dates = find_dates_of(document, frame.segment, frame.triggers, frame.head)
    if follow_up_of(frame.head) is None:
        return dates
    own = {t.i for t in frame.head.subtree}
    return tuple(d for d in dates if (span := document.span_of(d.quote)) is not None and span.root.i in own)


def _take_voice(document: Document, frame: Frame, told: Told, *, goes_on: bool) -> None:
    """Let somebody's word reach on into the sentences behind it, where they are told as his.

    So is what he "went on" to say, what a colon or "the following" announces, and a quotation that is still open.
    """
    if frame.reporter is not None:
        told.voice = Voice(frame.reporter, frame.status_cue, frame.sentence.end, _announces(frame))
        return
    if frame.status_cue != "reported":
        return
    if goes_on:
        before = _speaker_before(document, frame.sentence)
        if before is not None:
            frame.reporter, frame.status_cue = before.reporter, before.status_cue
            return
    voice = told.voice
    if voice is None or frame.sentence.start > voice.sentence_end + 1:
        return
    start = frame.sentence.start_char
    if "\n\n" in document.report.text[document.doc[voice.sentence_end - 1].idx : start]:
        return
    if goes_on or voice.announces or _is_inside_quotation(document.report.text[:start]):
        frame.reporter, frame.status_cue = voice.reporter, voice.status_cue
        told.voice = replace(voice, sentence_end=frame.sentence.end)


def _announces(frame: Frame) -> bool:
    """True for "A spokesman gave details: …" and "the ministry listed the following"."""
    if frame.reporter is None:
        return False
    if any(t.lower_ == "following" for t in frame.sentence):
        return True
    colon = next((t for t in frame.sentence if t.text == ":" and t.idx >= frame.reporter.quote.end), None)
    if colon is None or colon.i > frame.head.i:
        return False
    return not any(is_listed(t) and t.pos_ == "NOUN" for t in frame.sentence.doc[frame.sentence.start : colon.i])


def _is_inside_quotation(before: str) -> bool:
    return before.count("“") > before.count("”")


def _speaker_before(document: Document, sentence: Span) -> Word | None:
    """Whose word the sentence before is: the subject of its verb of saying."""
    if sentence.start == 0:
        return None
    root = document.doc[sentence.start - 1].sent.root
    subject = subject_of(root) if root.pos_ == "VERB" and says(root) else None
    return weigh_word(document, subject) if subject is not None and subject.pos_ != "PRON" else None


def _is_actor(document: Document, index: int) -> bool:
    """True for a country that acts in the sentence and is no place in it."""
    token = document.doc[index]
    return index in document.actor_at and token.dep_ in ("nsubj", "poss", "compound", "amod", "nsubjpass")


def _weapon_count(document: Document, frame: Frame) -> CountedRange | None:
    if not frame.weapons:
        return None
    head = frame.sentence.doc[frame.weapons[0].head]
    number = number_before(head, articles=True)
    if number is None or number.start in document.date_at or any(c.lower_ in ("attack", "strike") for c in head.rights):
        return None
    if head.dep_ in ("compound", "nmod", "amod") or (head.dep_ == "conj" and head.head.dep_ in ("compound", "nmod")):
        return None
    return CountedRange(
        low=number.low,
        best=best_of(number),
        high=number.high,
        quote=document.quote_span(head.doc[number.start : max(number.end, head.i + 1)]),
    )
