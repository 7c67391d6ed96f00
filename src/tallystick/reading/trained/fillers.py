"""The fillers of roles that the encoder found, as participants and weapons of an event."""

from __future__ import annotations

from tallystick.model.actor import Participant
from tallystick.model.terms import ActorType, ParticipantType, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.participant_names import participant_of
from tallystick.reading.trained.evidence import RoleSpan
from tallystick.reading.weapons import WeaponSpan

_ROLES = {
    "perpetrator_individual": Role.PERPETRATOR,
    "perpetrator_organisation": Role.PERPETRATOR,
    "target": Role.TARGET,
    "victim": Role.VICTIM,
}
DOERS = ("perpetrator_individual", "perpetrator_organisation")
HIT = ("target", "victim")
_PEOPLE = ("perpetrator_individual", "victim")
_OF_PEOPLE = (ParticipantType.PERSON, ParticipantType.GROUP_OF_PEOPLE)


def participant_from(document: Document, span: RoleSpan) -> Participant | None:
    """The participant that a span names; None for a weapon, an outlet as a doer, and words without a noun."""
    role = _ROLES.get(span.role)
    if role is None:
        return None
    words = document.doc[span.start : span.end]
    if words.root.pos_ in ("ADJ", "ADV", "DET", "VERB"):
        return None
    actor = next((document.actor_at[t.i] for t in words if t.i in document.actor_at), None)
    if role is Role.PERPETRATOR and actor is not None and actor.type is ActorType.MEDIA:
        return None
    made = participant_of(document, words.root, role)
    if role is Role.PERPETRATOR and made.actor_id is not None:
        return made
    return _named(document, made, span)


def _named(document: Document, made: Participant, span: RoleSpan) -> Participant:
    """A participant under the words of the span."""
    quote = document.quote_span(document.doc[span.start : span.end])
    kind = made.type
    if span.role in _PEOPLE and kind not in _OF_PEOPLE:
        # Victims were learnt by their names only.
        several = span.role != "victim" and document.doc[span.start : span.end].root.tag_ in ("NNS", "NNPS")
        kind = ParticipantType.GROUP_OF_PEOPLE if several else ParticipantType.PERSON
    if span.role == "perpetrator_organisation" and kind in (ParticipantType.FACILITY, ParticipantType.PLACE):
        kind = ParticipantType.ORGANISATION
    return made.model_copy(update={"name": " ".join(quote.exact.split()), "quote": quote, "type": kind})


def add_participant(frame: Frame, one: Participant) -> None:
    """Gives a frame a participant that it does not have yet.

    Where the rules have the same words as what was hit and the encoder as who, or the other way, the encoder is right
    more often: the rules tell the two apart by the verb alone.
    """
    rival = next((p for p in frame.participants if p.quote.overlaps(one.quote)), None)
    if rival is None:
        if not any(_is_same(one, known) for known in frame.participants):
            frame.participants = (*frame.participants, one)
    elif {rival.role, one.role} == {Role.TARGET, Role.VICTIM}:
        frame.participants = tuple(one if p is rival else p for p in frame.participants)


def weapons_named(document: Document, span: RoleSpan) -> tuple[WeaponSpan, ...]:
    """The weapons of the word lists that a span of the weapon role names."""
    return tuple(w for w in document.weapons if span.start <= w.head < span.end)


def _is_same(one: Participant, other: Participant) -> bool:
    if one.role is not other.role:
        return False
    return (one.actor_id is not None and one.actor_id == other.actor_id) or one.name.lower() == other.name.lower()
