"""Verbs that tell events."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import EventKind
from tallystick.reading.armed_sense import has_armed_sense
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import blames, object_of, objects_of_prepositions, passive_subject_of
from tallystick.reading.trigger import Trigger
from tallystick.reading.trigger_lists import is_one_of, listed_kinds
from tallystick.reading.weapons import brings_down_aircraft

_AIMED = frozenset(
    [
        "at",
        "on",
        "against",
        "into",
        "toward",
        "towards",
        "for",
        "over",
        "inside",
        "near",
        "down",
        "out",
        "off",
        "before",
    ]
)
# A drone that flies "over" or "near" a site only looks at it.
_FLOWN_AT = frozenset({"at", "against", "into", "toward", "towards"})
_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})
_SEIZURES = frozenset({EventKind.ABDUCTION, EventKind.RAID})


def verb_trigger(token: Token, words: frozenset[str]) -> Trigger | None:
    """The event that a verb or participle tells; null if it tells none."""
    if token.pos_ not in ("VERB", "ADJ") or (token.pos_ == "ADJ" and token.tag_ not in ("VBN", "VBD")):
        return None
    lemma = token.lemma_.lower()
    if not has_armed_sense(token, lemma, words) or _did_not_go_off(token, lemma):
        return None
    if lemma in listed_kinds("verbs") and _tells_violence(token, lemma):
        return Trigger(token, _kind_of_verb(token, lemma), "verb")
    if _fires_at_somebody(token, lemma):
        return Trigger(token, EventKind.SHOOTING, "verb")
    if brings_down_aircraft(token):
        return Trigger(token, EventKind.ATTACK_UNSPECIFIED, "verb")
    if blames(token):
        return None
    if lemma in words_of("triggers", "use") and (lemma not in words_of("triggers", "use_if_aimed") or _is_aimed(token)):
        return Trigger(token, EventKind.ATTACK_UNSPECIFIED, "use")
    if lemma in words_of("triggers", "effect") and not _is_cared_for(token):
        return Trigger(token, listed_kinds("effect_kinds").get(lemma, EventKind.OTHER_VIOLENCE), "effect")
    return None


def _did_not_go_off(verb: Token, lemma: str) -> bool:
    """True for "it did not explode" and "failed to detonate", which tells what came of a bomb."""
    if lemma not in words_of("triggers", "goes_off"):
        return False
    fails = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail"
    return fails or any(c.dep_ == "neg" for c in verb.children)


def _tells_violence(verb: Token, lemma: str) -> bool:
    if lemma == "blow" and not any(c.lower_ == "up" for c in verb.children):
        return False
    return _is_done_to_its_kind(verb, lemma)


def _kind_of_verb(verb: Token, lemma: str) -> EventKind:
    """What a verb tells, by what it is done to: oneself blown up, a ship hijacked."""
    if brings_down_aircraft(verb):
        return EventKind.ATTACK_UNSPECIFIED
    kind = listed_kinds("verbs")[lemma]
    done_to = passive_subject_of(verb) or object_of(verb)
    if kind is EventKind.BOMBING and done_to is not None and done_to.lower_ in _ONESELF:
        return EventKind.SUICIDE_BOMBING
    if kind in _SEIZURES and done_to is not None and done_to.lemma_.lower() in words_of("cues", "vessels"):
        return EventKind.NAVAL_ATTACK
    return kind


def _fires_at_somebody(verb: Token, lemma: str) -> bool:
    """True for "fired on demonstrators" and "were fired upon"; with what is fired named, the weapon tells more."""
    if lemma != "fire" or object_of(verb) is not None:
        return False
    alone = (c for c in verb.rights if c.lower_ in ("on", "upon", "at"))
    if any(not any(g.dep_ == "pobj" for g in c.rights) for c in alone):
        return True
    if passive_subject_of(verb) is not None:
        return False
    aims = objects_of_prepositions(verb, frozenset({"on", "upon", "at", "into"}))
    return any(is_one_of(g, ("people", "facility", "vehicles", "vessels")) for g in aims)


def _is_cared_for(harmed: Token) -> bool:
    """True for "received 140 wounded", which tells where the wounded are and not where they were hurt."""
    return any(t.lemma_.lower() in words_of("triggers", "care") for t in (harmed.head, harmed.head.head))


def _is_aimed(verb: Token) -> bool:
    """True if a verb of use says at what ("flown at the base"), or that it was brought down."""
    aims = _FLOWN_AT if verb.lemma_.lower() == "fly" else _AIMED
    return any(c.lower_ in aims for c in verb.children)


def _is_done_to_its_kind(verb: Token, lemma: str) -> bool:
    """False for "executed the plan" and "seized the moment", which tell no violence."""
    kinds = load_lexicon("triggers")["done_to"].get(lemma)
    if kinds is None:
        return True
    done_to = passive_subject_of(verb) or object_of(verb)
    return done_to is not None and is_one_of(done_to, kinds)
