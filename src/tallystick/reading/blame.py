"""Who is blamed for it, and by whom: said to have done it, and not stated."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import is_doer, participant_of
from tallystick.reading.phrases import agent_of, object_of, passive_subject_of, subject_of
from tallystick.reading.telling import find_speaker

_BEFORE_ACCUSED = {"blame": "on", "attribute": "to"}


def find_blame(document: Document, frame: Frame) -> list[Participant] | None:
    """Who is blamed and by whom ("the United States blamed the group for the attack").

    Where nobody is named who blames ("an attack blamed on the group"), it is the one on whose word the event stands.
    """
    for verb in _verbs_of_blame(frame):
        accused = _accused_by(document, verb)
        if accused is None:
            return None
        parties = [participant_of(document, accused, Role.PERPETRATOR)]
        blamer = _blamer_of(verb) or find_speaker(frame.head, frame.sentence)
        if blamer is not None and blamer.pos_ != "PRON" and blamer != accused:
            parties.append(participant_of(document, blamer, Role.ATTRIBUTOR))
        return parties
    return None


def _verbs_of_blame(frame: Frame) -> Iterator[Token]:
    """The verbs of blame above an event, and behind its noun ("a bombing blamed on", "which officials blamed on")."""
    for above in frame.head.ancestors:
        if _blames(above):
            yield above
    for trigger in frame.triggers:
        noun = trigger.token
        yield from (t for t in noun.subtree if t.i > noun.i and t.dep_ in ("acl", "relcl") and _blames(t))


def _blames(verb: Token) -> bool:
    return verb.lemma_.lower() in words_of("roles", "blames")


def _accused_by(document: Document, verb: Token) -> Token | None:
    """Who a verb of blame blames: its object, else behind "on" and "to" where he may stand there."""
    thing = object_of(verb) or passive_subject_of(verb)
    if thing is not None and is_doer(document, thing):
        return thing
    # A parser may hang "on the group" on the attack or on who blames: "blamed the attack on the group".
    preposition = _BEFORE_ACCUSED.get(verb.lemma_.lower())
    behind = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "pobj" and t.head.lower_ == preposition)
    return next((t for t in behind if is_doer(document, t)), None)


def _blamer_of(verb: Token) -> Token | None:
    """Who blames. A parser may take "which officials blamed on" for "officials blamed"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        return verb.head
    return subject_of(verb) or agent_of(verb)
