"""Counts of people hurt or killed over more than one event."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.numbers import number_at, number_before
from tallystick.reading.phrases import passive_subject_of, subject_of
from tallystick.reading.tally_words import HURT, Count
from tallystick.reading.told import Told
from tallystick.reading.triggers import has_armed_sense


def harm_at(token: Token, sentence: Span, told: Told) -> Count | None:
    """A count of people hurt or killed over more than one event."""
    here = [f for f in told.events if f.sentence.start == sentence.start and not f.is_setting]
    if here and not (len(here) > 1 and all(f.background for f in here)):
        return None
    if re.search(r"\b(?:killed|dead) or (?:hurt|wounded|injured)\b", sentence.text):
        return None
    clause = frozenset(t.lower_ for c in token.children if c.dep_ != "conj" for t in c.subtree)
    if not has_armed_sense(token, token.lemma_.lower(), clause):
        return None
    unit = TallyUnit.INJURED if token.lemma_.lower() in HURT else TallyUnit.KILLED
    number = number_before(token) if token.pos_ == "NOUN" else None
    if number is None:
        people = _bearers_of(token) if token.pos_ == "NOUN" else _victims_of(token)
        number = (number_before(people) or number_at(people)) if people is not None else None
    if number is None or number.vague or number.value < 2:
        return None
    if told.events and not _is_summed(sentence):
        return None
    return Count(number, unit, token)


def _bearers_of(injury: Token) -> Token | None:
    """Who has an injury: "19 troops had …", "59 people treated for …", "two were diagnosed with …"."""
    verb = injury.head
    if injury.dep_ in ("dobj", "obj") and verb.lemma_.lower() in ("have", "suffer", "sustain", "receive"):
        found = subject_of(verb)
        return found if found is not None or verb.dep_ != "xcomp" else passive_subject_of(verb.head)
    if injury.dep_ == "pobj" and verb.lower_ in ("with", "for") and verb.head.tag_ == "VBN":
        return passive_subject_of(verb.head)
    return None


def _victims_of(verb: Token) -> Token | None:
    """Who is killed or hurt; the subject of an active verb only where it has no object ("62 people died")."""
    for roles in (("nsubjpass", "dobj"), ("nsubj",)):
        people = next((c for c in verb.children if c.dep_ in roles), None)
        if people is not None:
            return people
    return verb.head if verb.dep_ in ("amod", "acl", "relcl") else None


def _is_summed(sentence: Span) -> bool:
    words = {t.lower_ for t in sentence}
    return bool(words & {"attacks", "strikes", "since", "earlier", "total", "far", "counted", "had", "overall"})
