"""Events told again: what the first telling takes from the second."""

from __future__ import annotations

from tallystick.model.actor import Participant
from tallystick.model.terms import EventKind, Role
from tallystick.reading.carrying import take_day_and_place
from tallystick.reading.contradictions import names_in
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.harm import read_harm
from tallystick.reading.kinds import kind_of_both, read_kind
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import as_alleged, participant_of
from tallystick.reading.phrases import is_definite, is_plural, objects_of_prepositions
from tallystick.reading.speaker_finding import find_speaker
from tallystick.reading.told_apart import is_noise


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
