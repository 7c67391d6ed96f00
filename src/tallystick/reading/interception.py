"""Attacks that were fended off, and who fended them off."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import participant_of
from tallystick.reading.phrases import agent_of, subject_of


def is_interception(verb: Token) -> bool:
    """True for a verb of shooting down, stopping or finding what was sent; not for "shot two people"."""
    lemma = verb.lemma_.lower()
    if lemma == "shoot":
        return any(c.lower_ == "down" for c in verb.children)
    return lemma in words_of("roles", "intercepts")


def find_defender(document: Document, frame: Frame) -> Participant | None:
    """Who shot it down: told of the target's side, never of the attacker."""
    for trigger in frame.triggers:
        token = trigger.token
        if token.pos_ == "VERB" and is_interception(token):
            subject = subject_of(token) or agent_of(token)
            if subject is not None and document.actor_at.get(subject.i) is not None:
                return participant_of(document, subject, Role.RESPONDER)
    return None
