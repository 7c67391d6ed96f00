"""The kind of an event, from its word and its weapons."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ActorType, EventKind, Role, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.phrases import (
    agent_of,
    contains_phrase,
    noun_phrase,
    object_of,
    objects_of_prepositions,
    subject_of,
)
from tallystick.reading.shootings import kind_of_shooting
from tallystick.reading.weapons import WeaponSpan, event_kind_of

_OPEN = frozenset(
    {EventKind.ATTACK_UNSPECIFIED, EventKind.BOMBING, EventKind.OTHER_VIOLENCE, EventKind.SHELLING, EventKind.RAID}
)
# What may be done by one weapon or another, so that the weapon, if told, says better.
_BY_ANY_WEAPON = frozenset({EventKind.SHOOTING, EventKind.ARSON})
# What is done with weapons that people carry into the place they raid.
_BY_RAIDERS = frozenset(
    {EventKind.SHOOTING, EventKind.OTHER_VIOLENCE, EventKind.ARSON, EventKind.GRENADE_ATTACK, EventKind.RAID}
)
_FROM = frozenset({"from"})
_FORCES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.COALITION)


def read_kind(document: Document, frame: Frame) -> EventKind:
    """The kind that word and weapons tell together.

    A telling word ("ambush") stands; an open one ("attack") takes the kind of its weapon; two different weapons
    leave it unspecified, unless one is a suicide bomb or a chemical agent; a strike by a state's forces with no
    weapon named is an air strike. A raid stays one whatever the raiders carry.
    """
    kind = _by_word_and_weapon(document, frame)
    return kind_of_shooting(frame) if kind is EventKind.SHOOTING else kind


def kind_of_both(attack: Frame, again: Frame) -> EventKind:
    """The kind of an attack of no told kind that is told again: who attacks, kills and burns raids."""
    killed = attack.casualties.killed or again.casualties.killed
    burned_only = again.kind is EventKind.ARSON and all(t.strength == "effect" for t in again.triggers)
    return EventKind.RAID if burned_only and killed is not None and killed.low != 0 else again.kind


def _by_word_and_weapon(document: Document, frame: Frame) -> EventKind:
    words = [t.kind for t in frame.triggers if t.strength in ("noun", "verb")]
    if {EventKind.RAID, EventKind.EXECUTION} <= set(words):
        return EventKind.RAID  # "overran the town, beheading villagers"
    told = next((k for k in words if k not in _OPEN), None)
    if told is not None and told not in _BY_ANY_WEAPON:
        return told
    by_weapon = {_kind_by(w, frame) for w in frame.weapons}
    if EventKind.AIRSTRIKE in by_weapon and by_weapon <= {
        EventKind.AIRSTRIKE,
        EventKind.BOMBING,
        EventKind.MISSILE_ATTACK,
    }:
        return EventKind.AIRSTRIKE
    for telling in (EventKind.SUICIDE_BOMBING, EventKind.CHEMICAL_ATTACK):
        if telling in by_weapon:
            return telling
    if EventKind.RAID in words and by_weapon <= _BY_RAIDERS and told is not EventKind.ARSON:
        return EventKind.RAID
    if len(by_weapon) > 1:
        by_weapon -= (
            {EventKind.BOMBING, EventKind.SHOOTING} if by_weapon - {EventKind.BOMBING, EventKind.SHOOTING} else set()
        )
    if len(by_weapon) == 1:
        return next(iter(by_weapon))
    if len(by_weapon) > 1:
        return EventKind.ATTACK_UNSPECIFIED
    if told is not None:
        return EventKind.AIRSTRIKE if told is EventKind.SHOOTING and _is_flown(frame) else told
    if _is_flown(frame) or _is_strike_by_state(document, frame):
        return EventKind.AIRSTRIKE
    if EventKind.RAID in words:
        return EventKind.RAID
    if not words and _is_done_by_shooters(frame):
        return EventKind.SHOOTING
    if not words and _burns_and_kills(frame):
        return EventKind.RAID
    effects = [t.kind for t in frame.triggers if t.strength == "effect" and t.kind is not EventKind.OTHER_VIOLENCE]
    return next((k for k in (*words, *effects) if k is not EventKind.ATTACK_UNSPECIFIED), EventKind.ATTACK_UNSPECIFIED)


def _kind_by(weapon: WeaponSpan, frame: Frame) -> EventKind:
    """What a weapon tells; of a bomb, whether it fell from the air."""
    if weapon.kind is WeaponKind.BOMB:
        told = {t.lower_ for t in frame.head.doc[weapon.start : weapon.end]} | {
            t.token.lemma_.lower() for t in frame.triggers
        }
        if told & words_of("cues", "from_the_air"):
            return EventKind.AIRSTRIKE
    return event_kind_of(weapon.kind)


def _is_flown(frame: Frame) -> bool:
    """True for a blow that aircraft or an air force deal ("planes pounded the town", "fired from a helicopter")."""
    verbs = [_verb_of(t.token) for t in frame.triggers if t.kind in _OPEN or t.kind is EventKind.SHOOTING]
    doers = [d for v in verbs for d in (subject_of(v), agent_of(v), *objects_of_prepositions(v, _FROM)) if d]
    return any(
        d.lemma_.lower() in words_of("triggers", "manned_aircraft")
        or contains_phrase(noun_phrase(d).text.lower(), phrases_of("triggers", "air_arms"))
        for d in doers
    )


def _verb_of(trigger: Token) -> Token:
    """The verb of a trigger: itself, or the one whose object it is ("opened fire")."""
    return trigger.head if trigger.dep_ == "dobj" else trigger


def _burns_and_kills(frame: Frame) -> bool:
    """True for "burned the post and killed seven people", two deeds of the same raiders."""
    verbs = [t.token for t in frame.triggers if t.strength == "effect" and object_of(t.token) is not None]
    burns = [v for v in verbs if v.lemma_.lower() == "burn"]
    return any(v.lemma_.lower() == "kill" and v.dep_ == "conj" and v.head in burns for v in verbs)


def _is_done_by_shooters(frame: Frame) -> bool:
    """True for "gunmen killed 26 tourists", of whom the doer's name tells the weapon."""
    doers = [d for t in frame.triggers if t.strength == "effect" for d in (subject_of(t.token), agent_of(t.token)) if d]
    return any(d.lemma_.lower() in words_of("roles", "shooters") for d in doers)


def _is_strike_by_state(document: Document, frame: Frame) -> bool:
    # Forces bomb in "raids"; a single "raid" is as often made on foot.
    words = {t.token.lemma_.lower() for t in frame.triggers} | {t.token.lower_ for t in frame.triggers}
    if not words & {"strike", "bomb", "raids"}:
        return False
    for participant in frame.participants:
        if participant.role is not Role.PERPETRATOR:
            continue
        for expression in document.actors:
            if expression.quote.start <= participant.quote.start < expression.quote.end and expression.type in _FORCES:
                return True
    return False
