"""Who does what to whom in an event."""

from __future__ import annotations

from tallystick.model.actor import Participant
from tallystick.reading.blame import find_blame
from tallystick.reading.document import Document
from tallystick.reading.doers import find_defender, find_doer
from tallystick.reading.frame import Frame
from tallystick.reading.targets import find_targets


def find_participants(document: Document, frame: Frame) -> tuple[Participant, ...]:
    """The perpetrator, the targets and those who fended it off, each with the words that name them."""
    found: list[Participant] = []
    blamed = find_blame(document, frame)
    doer = find_doer(document, frame) if blamed is None else None
    if doer is not None:
        found.append(doer)
    elif blamed is not None:
        found += blamed
    found += find_targets(document, frame, taken={p.quote.start for p in found})
    defender = find_defender(document, frame)
    if defender is not None:
        found.append(defender)
    return tuple(found)
