"""What a shooting is by who is shot: an assassination, an execution, or no more than a shooting."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import EventKind
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_plural, object_of, passive_subject_of

_AWAY = frozenset({"off", "from", "out", "aside", "up"})


def kind_of_shooting(frame: Frame) -> EventKind:
    """The kind of a shooting, from whom it is done to.

    People first taken from where they were, bound or lined up are executed; one who holds an office is assassinated.
    """
    verbs = [t.token for t in frame.triggers if t.kind is EventKind.SHOOTING and t.token.pos_ == "VERB"]
    if any(_is_done_to_captives(v) for v in verbs):
        return EventKind.EXECUTION
    if any(_is_done_to_official(v) for v in verbs):
        return EventKind.ASSASSINATION
    return EventKind.SHOOTING


def _is_done_to_captives(verb: Token) -> bool:
    """True for "were taken off a bus and shot" and "lined them up and shot them"."""
    before = [t for t in (verb.head, *verb.head.conjuncts) if t.pos_ == "VERB" and t.i < verb.i]
    return verb.dep_ == "conj" and any(_captures(t) for t in before)


def _captures(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in words_of("roles", "binds"):
        return True
    away = any(c.lower_ in _AWAY and c.dep_ in ("prep", "prt", "advmod") for c in verb.rights)
    return lemma in words_of("roles", "leads_away") and away


def _is_done_to_official(verb: Token) -> bool:
    victim = passive_subject_of(verb) or object_of(verb)
    if victim is None or is_plural(victim):
        return False
    names = (victim, *(c for c in victim.children if c.dep_ in ("appos", "compound", "nmod")))
    return any(n.lemma_.lower() in words_of("roles", "office_holders") for n in names)
