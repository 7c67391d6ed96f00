"""Whether the news that opens a report is told once more, at length."""

from __future__ import annotations

from tallystick.model.terms import Modality, Role
from tallystick.reading.contradictions import are_alike, fine_places_of, names_in, share_place, tells_by_itself
from tallystick.reading.frame import Frame
from tallystick.reading.numbers import number_before
from tallystick.reading.phrases import is_plural
from tallystick.reading.told_apart import tells_of_a_further_deed

_SENTENCES = 4  # how far behind the opening the news is told in full


def retells(frame: Frame, lead: Frame) -> bool:
    """True for "A car bomb went off in Karada on Monday, killing nine" behind "A bomb in Baghdad has killed nine"."""
    if not tells_by_itself(frame) or frame.is_setting or Modality.ACTUAL not in (frame.modality, lead.modality):
        return False
    if not are_alike(frame.kind, lead.kind) or tells_of_a_further_deed(frame.sentence):
        return False
    if (is_plural(lead.head) and number_before(lead.head) is not None) or _sentences_between(lead, frame) > _SENTENCES:
        return False
    return _shared(frame, lead) >= 1


def _sentences_between(lead: Frame, frame: Frame) -> int:
    return sum(bool(t.is_sent_start) for t in frame.sentence.doc[lead.sentence.end : frame.sentence.start])


def _shared(frame: Frame, lead: Frame) -> int:
    """How many of place, day, dead, doer and target two tellings have in common."""
    mine, theirs = fine_places_of(frame), fine_places_of(lead)
    dead, before = frame.casualties.killed, lead.casualties.killed
    return sum(
        (
            share_place(mine, theirs),
            dead is not None and before is not None and dead.low == before.low and dead.low != 0,
            bool(names_in(frame, Role.PERPETRATOR) & names_in(lead, Role.PERPETRATOR)),
            bool(names_in(frame, Role.TARGET, Role.VICTIM) & names_in(lead, Role.TARGET, Role.VICTIM)),
        )
    )
