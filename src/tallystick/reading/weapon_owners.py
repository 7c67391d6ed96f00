"""Whose weapon it was that struck."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ActorType
from tallystick.reading.blame import is_suspected
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import is_doer
from tallystick.reading.phrases import agent_of, objects_of_prepositions, says

_OWNERS = ("compound", "amod", "poss", "nmod")
_OF = frozenset({"of"})
_TO = frozenset({"to"})
_CIVIL = (
    ActorType.MEDIA,
    ActorType.GROUP_OF_PEOPLE,
    ActorType.GOVERNMENT_BODY,
    ActorType.ORGANISATION,
    ActorType.UNKNOWN,
)


def owner_of_weapon(document: Document, frame: Frame) -> Token | None:
    """The side whose weapon it is ("US F-15 jets struck", "a Houthi missile hit"), or who is told to have used it."""
    for weapon in frame.weapons:
        head = frame.sentence.doc[weapon.head]
        owner = _user_of(document, head) or _owner_of(document, head)
        if owner is not None:
            return owner
    return None


def _user_of(document: Document, weapon: Token) -> Token | None:
    """Who fired, planted or sent it ("a bomb planted by rebels", "rockets fired by the group")."""
    for clause in weapon.rights:
        agent = agent_of(clause) if clause.dep_ in ("acl", "relcl") and not says(clause) else None
        if agent is not None and is_doer(document, agent):
            return agent
        if clause.lemma_.lower() in words_of("roles", "belongs"):
            owners = objects_of_prepositions(clause, _TO)
            return next((o for o in owners if o.i in document.actor_at), None)
    return None


def _owner_of(document: Document, weapon: Token) -> Token | None:
    if _is_only_made_there(weapon):
        return None
    if weapon.head.lemma_.lower() in ("down", "intercept") and weapon.dep_ == "nsubj":
        return None
    for child in weapon.subtree:
        if child.i < weapon.i and child.dep_ in _OWNERS and child.i in document.actor_at:
            return child
    for owner in objects_of_prepositions(weapon, _OF):
        expression = document.actor_at.get(owner.i)
        if expression is not None and expression.type not in _CIVIL:
            return owner
    if is_suspected(weapon):
        return next((t for t in weapon.subtree if t.i > weapon.i and t.i in document.actor_at), None)
    return None


def _is_only_made_there(weapon: Token) -> bool:
    """True for "Iranian-made drones", which others may fly."""
    return any(
        t.lower_.rpartition("-")[2] in words_of("roles", "origins") for t in weapon.doc[weapon.left_edge.i : weapon.i]
    )
