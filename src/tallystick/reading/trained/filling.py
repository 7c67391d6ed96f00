"""Roles that the encoder found, put to the events they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.ascribing import accuser_of, is_own_word
from tallystick.reading.blame import blame_over, blames_for_another
from tallystick.reading.document import Document
from tallystick.reading.doubt import is_left_open
from tallystick.reading.frame import Frame
from tallystick.reading.participant_names import as_alleged, as_possible, participant_of
from tallystick.reading.told import Told
from tallystick.reading.trained.evidence import RoleSpan
from tallystick.reading.trained.fillers import add_participant, participant_from, weapons_named

MayAdd = Callable[[Frame, RoleSpan], bool]
_REACH = 60  # tokens: how far behind an event words may still fill its roles


def _always(frame: Frame, span: RoleSpan) -> bool:  # noqa: ARG001
    return True


def fill_frame(document: Document, fillers: Sequence[RoleSpan], frame: Frame, *, may_add: MayAdd = _always) -> None:
    """Gives a frame the participants and weapons that stand in its segment."""
    for span in fillers:
        if frame.segment.start <= span.start < frame.segment.end and may_add(frame, span):
            _add(document, frame, span)


def fill_the_rest(document: Document, fillers: Sequence[RoleSpan], told: Told, *, may_add: MayAdd = _always) -> None:
    """Gives the participants that stand in no event's own segment to the event that they are told of.

    That is the event whose stretches hold them, else the one told last before them, not too far back. A doer who
    stands in another sentence than the event is only inferred: no words say that he did it.
    """
    frames = told.in_order()
    for span in fillers:
        frame = _frame_for(span, frames)
        if frame is not None and may_add(frame, span) and not _stands_at_another_place(document, span, frame, frames):
            _add(document, frame, span)


def _stands_at_another_place(document: Document, span: RoleSpan, frame: Frame, frames: Sequence[Frame]) -> bool:
    """True if the same words told as another event have it, and not this one."""
    quote = document.quote_span(document.doc[span.start : span.end])

    def has(one: Frame) -> bool:
        return any(p.quote.overlaps(quote) for p in one.participants)

    return not has(frame) and any(has(other) for other in frames if other.head.i == frame.head.i)


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
    if made is not None and made.role is Role.PERPETRATOR:
        _add_doer(document, frame, made, document.doc[span.start : span.end].root)
    elif made is not None:
        add_participant(frame, made)
    elif span.role == "weapon":
        heads = {w.head for w in frame.weapons}
        frame.weapons += tuple(w for w in weapons_named(document, span) if w.head not in heads)


def _add_doer(document: Document, frame: Frame, made: Participant, noun: Token) -> None:
    """Adds a doer as the words have it: not at all where it is his own claim or he is blamed for something else, as
    alleged where somebody else says so, as inferred where the event is told in another sentence.
    """
    blame = blame_over(noun)
    if is_own_word(document, noun) or (blame is not None and blames_for_another(blame, frame.head)):
        return
    if is_left_open(noun):
        made = as_possible(made)
    alleged, speaker = accuser_of(document, noun)
    if not frame.sentence.start <= noun.i < frame.sentence.end:
        made = made.model_copy(update={"inferred": True})
    told = (
        blame is None
        and frame.reporter is not None
        and speaker is not None
        and frame.sentence.start <= speaker.i < frame.sentence.end
    )
    if not alleged or told:
        add_participant(frame, made)
        return
    add_participant(frame, as_alleged(made))
    if speaker is not None:
        add_participant(frame, participant_of(document, speaker, Role.ATTRIBUTOR))
