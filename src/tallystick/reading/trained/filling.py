"""Roles that the encoder found, put to the events they belong to."""

from __future__ import annotations

from tallystick.model.terms import Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.told import Told
from tallystick.reading.trained.evidence import Evidence, RoleSpan
from tallystick.reading.trained.fillers import add_participants, participant_from, weapons_named

_ASKED = (Role.PERPETRATOR, Role.TARGET, Role.VICTIM)
_REACH = 60  # tokens: how far behind an event words may still fill its roles


def fill_frame(document: Document, evidence: Evidence, frame: Frame) -> None:
    """Gives a frame the participants and weapons that stand in its segment."""
    for span in evidence.role_spans(frame.segment.start, frame.segment.end):
        _add(document, frame, span)


def fill_empty_roles(document: Document, evidence: Evidence, frame: Frame) -> None:
    """Gives a frame those that stand in its segment, for roles that nobody has in it."""
    empty = {role for role in _ASKED if not has_role(frame, role)}
    for span in evidence.role_spans(frame.segment.start, frame.segment.end):
        made = participant_from(document, span)
        if made is not None and made.role in empty:
            add_participants(frame, [made])
        elif span.role == "weapon" and not frame.weapons:
            _add(document, frame, span)


def fill_the_rest(document: Document, evidence: Evidence, told: Told) -> None:
    """Gives the participants that stand in no event's own segment to the event that they are told of.

    That is the event whose stretches hold them, else the one told last before them, not too far back.
    """
    frames = told.in_order()
    if not frames:
        return
    for span in evidence.role_spans(0, len(document.doc)):
        frame = _frame_for(span, frames)
        if frame is not None:
            _add(document, frame, span)


def _frame_for(span: RoleSpan, frames: list[Frame]) -> Frame | None:
    for frame in frames:
        if any(s.start <= span.start < s.end for s in frame.stretches):
            return frame
    same = [f for f in frames if f.sentence.start <= span.start < f.sentence.end]
    before = [f for f in frames if f.segment.start <= span.start < f.sentence.end + _REACH]
    near = same or before[-1:]
    return min(near, key=lambda f: abs(f.head.i - span.start)) if near else None


def _add(document: Document, frame: Frame, span: RoleSpan) -> None:
    made = participant_from(document, span)
    if made is not None:
        add_participants(frame, [made])
    elif span.role == "weapon":
        heads = {w.head for w in frame.weapons}
        frame.weapons += tuple(w for w in weapons_named(document, span) if w.head not in heads)


def has_role(frame: Frame, role: Role) -> bool:
    """True if somebody or something in a frame has the role."""
    return any(p.role is role for p in frame.participants)
