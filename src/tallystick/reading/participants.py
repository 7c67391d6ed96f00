"""Who does what to whom in an event."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.blame import find_blame, find_later_blame
from tallystick.reading.document import Document
from tallystick.reading.doers import find_doers, find_identity
from tallystick.reading.frame import Frame
from tallystick.reading.interception import find_defender
from tallystick.reading.targets import find_targets
from tallystick.reading.told import Told


def find_participants(document: Document, frame: Frame) -> tuple[Participant, ...]:
    """The perpetrator, the targets and those who fended it off, each with the words that name them."""
    blamed = find_blame(document, frame)
    found = list(find_doers(document, frame) if blamed is None else blamed)
    found += find_targets(document, frame, taken={p.quote.start for p in found})
    defender = find_defender(document, frame)
    if defender is not None:
        found.append(defender)
    return tuple(found)


def take_later_doer(document: Document, sentence: Span, told: Told) -> None:
    """Lets the event told last have the doer whom a sentence right behind it tells, or blames, without an event.

    A doer whom the report states by name stays; one who is only described ("gunmen") gives way.
    """
    if not told.events or sentence.start > _end_of_telling(told) + 1:
        return
    event = told.events[-1]
    stated = [p for p in event.participants if p.role is Role.PERPETRATOR]
    blamed = find_later_blame(document, sentence) or find_identity(document, sentence)
    if not blamed or any(p.actor_id is not None for p in stated):
        return
    event.participants = (*blamed, *(p for p in event.participants if p not in stated))
    event.stretches.append(sentence)


def _end_of_telling(told: Told) -> int:
    """The end of the sentence that tells last of the event told last."""
    return max(int(s[-1].sent.end) for s in told.events[-1].stretches)
