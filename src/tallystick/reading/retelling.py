"""Events told in parts, told again, or denied: what the later words take from the earlier ones."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.actor import Participant
from tallystick.model.terms import EventKind, ParticipantType, Role
from tallystick.reading.carrying import take_day_and_place
from tallystick.reading.contradictions import names_in
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.harm import read_harm
from tallystick.reading.kinds import kind_of_both, read_kind
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.participant_names import as_alleged, participant_of
from tallystick.reading.phrases import is_definite, is_plural, objects_of_prepositions, subject_of
from tallystick.reading.placing import find_places_of, rank_of
from tallystick.reading.segments import Segment
from tallystick.reading.telling import find_speaker
from tallystick.reading.timing import (
    find_dates_of,
)
from tallystick.reading.told import Told
from tallystick.reading.told_apart import is_noise, partition_subject

_AREA = 4  # the rank from which on a place is no scene of a strike


def second_pair(document: Document, sentence: Span, segment: Segment, told: Told) -> Frame | None:
    """The event of "B on Tuesday" behind "attacked A on Monday and": the same deed at another place and day."""
    dates, places = find_dates_of(document, segment), find_places_of(document, segment)
    if not dates or not places or not told.events or told.events[-1].sentence.start != sentence.start:
        return None
    first = told.events[-1]
    if not first.dates or not first.places:
        return None
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


def parent_of_part(frame: Frame, told: Told) -> Frame | None:
    """The plural event of which "one" and "the other" are told now."""
    listed = _list_of(frame, told)
    if listed is not None:
        return listed
    if partition_subject(frame) is None or not frame.places:
        return None
    for previous in reversed(told.in_order()[-4:]):
        if is_plural(previous.head) or previous.plural:
            same = {e.place.id for e in previous.places if e.place} & {e.place.id for e in frame.places if e.place}
            if not same and (not previous.places or rank_of(previous.places[0]) > 1 or previous.plural):
                return previous
    return None


def _list_of(frame: Frame, told: Told) -> Frame | None:
    """The sum of which a release lists the parts ("conducted 22 strikes. Near Raqqah, eight strikes destroyed …")."""
    if frame.dates or not frame.places or rank_of(frame.places[0]) >= _AREA or not _is_counted_part(frame):
        return None
    for whole in reversed(told.in_order()):
        number = number_before(whole.head) if whole.head.lemma_ == frame.head.lemma_ else None
        mine = number_before(frame.head, articles=True)
        if number is not None and mine is not None and whole in told.bulk and mine.value < number.value:
            return whole
    return None


def _is_counted_part(frame: Frame) -> bool:
    """True for "eight strikes" at the head of what is told, not for "the two strikes"."""
    counted = number_before(frame.head, articles=True) is not None
    return frame.head.pos_ == "NOUN" and counted and not is_definite(frame.head)


def borrow_from_sibling(frame: Frame, told: Told) -> None:
    """Lets "another exploded in B" take the weapon and kind of the event before it, which stays one of its own."""
    subject = partition_subject(frame)
    if subject is None or subject.lower_ not in ("another", "second", "third") or not told.events or not frame.places:
        return
    before = told.events[-1]
    if is_plural(before.head) or frame.kind is not EventKind.ATTACK_UNSPECIFIED:
        return
    frame.weapons, frame.kind = frame.weapons or before.weapons, before.kind
    frame.told_as_new = True


def leave_wholes(told: Told) -> None:
    """Takes what is only the sum of what follows ("a wave of explosions. A car bomb …") out of the single events."""
    for whole, part in zip(told.events, told.events[1:], strict=False):
        if not is_plural(whole.head) or whole.head.pos_ != "NOUN" or whole.apart or is_plural(part.head):
            continue
        near = part.sentence.start == whole.sentence.end
        same_kind = whole.kind in (EventKind.ATTACK_UNSPECIFIED, part.kind)
        same_day = part.when == whole.when or not part.dates
        if near and same_kind and same_day and _is_summed_up(whole):
            told.bulk.append(whole)
    told.events[:] = [f for f in told.events if not any(f is b for b in told.bulk)]


def _is_summed_up(whole: Frame) -> bool:
    """True for "a wave of explosions" and "several attacks"."""
    words = {t.lower_ for t in whole.head.doc[max(0, whole.head.i - 4) : whole.head.i]}
    return bool(words & (words_of("cues", "generic") | {"wave", "series", "string", "spate"}))


def follows_bulk(told: Told, sentence: Span) -> bool:
    """True if what was told last, in this sentence, is a set of events: harm told of them is no single event's."""
    last = told.in_order()[-1:]
    return bool(last) and last[0] in told.bulk and last[0].sentence.start == sentence.start


def take_over(frame: Frame, parent: Frame, told: Told) -> None:
    """Gives a part ("one", "the other") what was told of the whole; the whole is no event of its own any more."""
    parent.plural = parent.plural or partition_subject(frame) is not None
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


def inherit_place_and_time(denial: Frame, denied: Frame) -> None:
    """Let a denial be of the event that it points back to."""
    denial.places = denial.places or denied.places
    denial.dates, denial.when = denial.dates or denied.dates, denied.when
    denial.weapons = denial.weapons or denied.weapons
    if denial.kind is EventKind.ATTACK_UNSPECIFIED:
        denial.kind = denied.kind


def _joined(known: tuple[Participant, ...], again: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The participants of two tellings of one event.

    Who is blamed takes the place of attackers without a name ("gunmen"), and stands as accused beside any other doer.
    Whoever is said to have done it takes the place of one who was only inferred.
    """
    if any(p.role is Role.PERPETRATOR and not p.inferred for p in again):
        known = tuple(p for p in known if not p.inferred)
    by = next((p for p in again if p.role is Role.ATTRIBUTOR), None)
    if by is not None:
        stated = [p for p in known if p.role is Role.PERPETRATOR]
        if any(_tells_who(p) for p in stated):
            names = {p.actor_id or p.name for p in stated}
            rivals = [p for p in again if p.role is Role.PERPETRATOR and (p.actor_id or p.name) not in names]
            known += tuple(p.model_copy(update={"role": Role.ACCUSED, "accused_by": by.actor}) for p in rivals)
            again = tuple(p for p in again if p.role not in (Role.PERPETRATOR, Role.ATTRIBUTOR))
        else:
            known = tuple(p for p in known if p.role is not Role.PERPETRATOR)
    roles = {p.role for p in known}
    return known + tuple(p for p in again if p.role not in roles)


def _tells_who(doer: Participant) -> bool:
    """True for a name and for "soldiers", not for "gunmen" and "attackers", who may be anybody's."""
    return doer.actor_id is not None or not set(doer.name.lower().split()) & words_of("actors", "armed_people")


def _on_whose_word(document: Document, known: Frame, again: Frame) -> tuple[Participant, ...]:
    """The participants of a second telling: the doer whom only somebody's word names is alleged, and he who names him
    the attributor, for what was told before does not stand on his word.
    """
    doers = {p.actor_id or p.name for p in again.participants if p.role is Role.PERPETRATOR}
    told = again.reporter
    if told is None or not doers or told == known.reporter or (told.actor_id or told.name) in doers:
        return again.participants
    if any(p.role is Role.ATTRIBUTOR for p in again.participants):
        return again.participants
    speaker = find_speaker(again.head, again.sentence)
    if speaker is None:
        return again.participants
    by = participant_of(document, speaker, Role.ATTRIBUTOR)
    return (*(as_alleged(p) if p.role is Role.PERPETRATOR else p for p in again.participants), by)


def _is_surely_the_same(known: Frame, again: Frame) -> bool:
    """True where later words so clearly speak of the event told before that whom they name did it.

    They follow right behind it and count no other dead, or they say "the attack", or name the same dead or things hit.
    "The bombing of several towns by the army", told further on, may be another deed: its doer is only inferred.
    """
    dead, before = again.casualties.killed, known.casualties.killed
    if dead is not None and before is not None:
        return dead.low == before.low
    last = max(int(s.end) for s in known.stretches[:-1] or known.stretches)
    if again.sentence.start <= last + 1:
        return True
    head = again.head
    if head.pos_ in ("NOUN", "PROPN") and is_definite(head) and not is_plural(head):
        return next(objects_of_prepositions(head, frozenset({"of"})), None) is None
    hit = (Role.TARGET, Role.VICTIM)
    return bool(names_in(again, *hit) & names_in(known, *hit))


def carry_doer(frame: Frame, told: Told) -> None:
    """Lets "they" be who did what was told just before ("… . On Sunday they attacked a school")."""
    if frame.head.pos_ != "VERB" or frame.reporter is not None or not told.events:
        return
    subject, last = subject_of(frame.head), told.events[-1]
    if subject is None or subject.lower_ not in ("they", "it") or frame.sentence.start != last.sentence.end:
        return
    if any(p.role is Role.PERPETRATOR for p in frame.participants) or last.head.pos_ != "VERB":
        return
    before = subject_of(last.head)
    doer = next((p for p in last.participants if p.role is Role.PERPETRATOR), None)
    if doer is None or before is None or not doer.quote.start <= before.idx < doer.quote.end:
        return
    frame.participants = (doer, *frame.participants)


def add_retelling(document: Document, known: Frame, again: Frame) -> None:
    """Let an event told again complete the first telling."""
    known.stretches.append(again.span)
    take_day_and_place(document, known, again)
    if is_noise(known) and again.kind is EventKind.ARMED_CLASH:
        known.kind = again.kind
        known.quote = document.quote_span(known.sentence.doc[known.segment.start : again.segment.end])
    joining = _on_whose_word(document, known, again)
    if not _is_surely_the_same(known, again):
        joining = tuple(p.model_copy(update={"inferred": p.role is Role.PERPETRATOR}) for p in joining)
    known.participants = _joined(known.participants, joining)
    if not known.weapons and again.weapons and known.kind is EventKind.ATTACK_UNSPECIFIED:
        known.weapons = again.weapons
        known.kind = read_kind(document, known)
    if again.kind is not EventKind.ATTACK_UNSPECIFIED and known.kind is EventKind.ATTACK_UNSPECIFIED:
        known.kind = kind_of_both(known, again)
    if again.status_cue == "confirmed":
        known.status_cue = "confirmed"
    elif known.status_cue == "claimed_only" and again.status_cue == "reported":
        known.status_cue = "reported"
    read_harm(document, known)
