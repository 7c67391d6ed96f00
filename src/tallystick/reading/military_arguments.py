"""Whether a verb that may tell any blow tells one of war where it stands."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ActorType
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import agent_of, object_of, objects_of_prepositions, passive_subject_of, subject_of

_UNARMED = (ActorType.MEDIA, ActorType.ORGANISATION, ActorType.GOVERNMENT_BODY)
_IN_ARMS = (
    ActorType.ARMED_FORCES, ActorType.MILITIA, ActorType.ARMED_GROUP, ActorType.BRAND, ActorType.FACADE,
    ActorType.CORPS, ActorType.COALITION, ActorType.UNNAMED_SET,
)  # fmt: skip
_RELATIVE = frozenset({"which", "that", "who"})


def is_blow_of_war(document: Document, verb: Token) -> bool:
    """True if doer and target of "hit", "strike", "target" and the like fit war ("gunmen hit the convoy").

    Prices hit a low, a storm hits a town and a player hits a shot: there the doer, or where none is told the
    target, is none of war's.
    """
    if verb.pos_ not in ("VERB", "ADJ"):
        return True
    doer = agent_of(verb) if passive_subject_of(verb) is not None else _subject(verb)
    if doer is not None and not _may_fight(document, doer):
        return False
    if doer is not None and _is_in_arms(document, doer):
        return True
    target = passive_subject_of(verb) or object_of(verb)
    if target is None:
        behind = [*objects_of_prepositions(verb, frozenset({"at", "on", "against", "near", "in", "with"}))]
        return any(_is_target(document, noun) for noun in behind)
    return _is_target(document, target)


def _subject(verb: Token) -> Token | None:
    """The subject, or what a "which" stands for."""
    subject = subject_of(verb)
    if subject is None and verb.dep_ in ("relcl", "acl") and verb.tag_ != "VBN":
        return verb.head
    return verb.head if subject is not None and verb.dep_ == "relcl" and subject.lower_ in _RELATIVE else subject


def _may_fight(document: Document, noun: Token) -> bool:
    """False for a doer that is surely none in arms: a common noun for something else."""
    if noun.i in document.actor_at:
        return document.actor_at[noun.i].type not in _UNARMED
    if noun.pos_ in ("PROPN", "PRON", "NUM", "DET") or noun.tag_ == "CD":
        return True
    return _is_in_arms(document, noun)


def _is_in_arms(document: Document, noun: Token) -> bool:
    if any(w.start <= noun.i < w.end for w in document.weapons):
        return True
    actor = document.actor_at.get(noun.i)
    if actor is not None and actor.type in _IN_ARMS:
        return True
    return noun.pos_ not in ("PRON", "DET", "NUM") and noun.lemma_.lower() in words_of("triggers", "doers")


def _is_target(document: Document, noun: Token) -> bool:
    if noun.i in document.place_at or noun.i in document.actor_at or noun.pos_ == "PRON" or noun.tag_ == "CD":
        return True
    if noun.ent_type_ in ("PERSON", "NORP", "GPE", "FAC", "LOC"):
        return True
    lemma = noun.lemma_.lower()
    if any(lemma in words_of("cues", kind) for kind in ("facility", "people", "vehicles")):
        return True
    return any(c.lower_ == "of" and any(g.i in document.place_at for g in c.rights) for c in noun.rights)
