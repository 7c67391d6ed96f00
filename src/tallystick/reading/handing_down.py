"""What an event takes from the one told before it: its doer, its weapon, its place and time."""

from __future__ import annotations

from tallystick.model.terms import EventKind, Role
from tallystick.reading.frame import Frame
from tallystick.reading.phrases import is_plural, subject_of
from tallystick.reading.told import Told
from tallystick.reading.told_apart import partition_subject


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
