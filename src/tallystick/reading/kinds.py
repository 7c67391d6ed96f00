"""The kind of an event, from its word and its weapons."""

from __future__ import annotations

from tallystick.model.terms import ActorType, EventKind, Role, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.weapons import event_kind_of

_OPEN = frozenset(
    {EventKind.ATTACK_UNSPECIFIED, EventKind.BOMBING, EventKind.OTHER_VIOLENCE, EventKind.SHELLING, EventKind.RAID}
)
_PLACED = frozenset({WeaponKind.BOMB, WeaponKind.AIRCRAFT})
_FORCES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.COALITION)


def read_kind(document: Document, frame: Frame) -> EventKind:
    """The kind that word and weapons tell together.

    A telling word ("ambush") stands; an open one ("attack") takes the kind of its weapon; two different weapons
    leave it unspecified, unless one is a suicide bomb or a chemical agent; a strike by a state's forces with no
    weapon named is an air strike.
    """
    words = [t.kind for t in frame.triggers if t.strength in ("noun", "verb")]
    told = next((k for k in words if k not in _OPEN), None)
    if told is not None and told is not EventKind.SHOOTING:
        return told
    by_weapon = {event_kind_of(w.kind) for w in frame.weapons}
    if EventKind.AIRSTRIKE in by_weapon and by_weapon <= {
        EventKind.AIRSTRIKE,
        EventKind.BOMBING,
        EventKind.MISSILE_ATTACK,
    }:
        return EventKind.AIRSTRIKE
    for telling in (EventKind.SUICIDE_BOMBING, EventKind.CHEMICAL_ATTACK):
        if telling in by_weapon:
            return telling
    if len(by_weapon) > 1:
        by_weapon -= (
            {EventKind.BOMBING, EventKind.SHOOTING} if by_weapon - {EventKind.BOMBING, EventKind.SHOOTING} else set()
        )
    if len(by_weapon) == 1:
        return next(iter(by_weapon))
    if len(by_weapon) > 1:
        return EventKind.ATTACK_UNSPECIFIED
    if told is not None:
        return told
    if _is_strike_by_state(document, frame):
        return EventKind.AIRSTRIKE
    return next((k for k in words if k is not EventKind.ATTACK_UNSPECIFIED), EventKind.ATTACK_UNSPECIFIED)


def _is_strike_by_state(document: Document, frame: Frame) -> bool:
    if not any(t.token.lemma_.lower() in ("strike", "bomb", "raid") for t in frame.triggers):
        return False
    for participant in frame.participants:
        if participant.role is not Role.PERPETRATOR:
            continue
        for expression in document.actors:
            if expression.quote.start <= participant.quote.start < expression.quote.end and expression.type in _FORCES:
                return True
    return False
