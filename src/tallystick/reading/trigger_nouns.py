"""Nouns that tell events."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import EventKind
from tallystick.reading.armed_sense import has_armed_sense
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.trigger import Trigger
from tallystick.reading.trigger_lists import is_one_of, listed_kinds

_WEAPON_BEARERS = frozenset({"helicopter", "aircraft", "uav", "drone", "boat", "vehicle", "craft", "jet", "submarine"})


def noun_trigger(noun: Token, words: frozenset[str], weapon_heads: set[int]) -> Trigger | None:
    """The event that a noun tells; null if it tells none."""
    lemma = noun.lemma_.lower()
    kind = listed_kinds("nouns").get(lemma)
    if kind is not None and (_is_modifier(noun, weapon_heads) or not _is_of_its_kind(noun, lemma)):
        return None
    if _is_come_under(noun) and _is_blamed(noun):
        return None
    if kind is not None and has_armed_sense(noun, lemma, words):
        return Trigger(noun, _air(noun, kind), "noun")
    if lemma == "fire" and _is_come_under(noun):
        return Trigger(noun, EventKind.ATTACK_UNSPECIFIED, "noun")
    by_verb = listed_kinds("fire_verbs").get(noun.head.lemma_.lower()) if lemma == "fire" else None
    if by_verb is not None and noun.dep_ == "dobj":
        return Trigger(noun, by_verb, "noun")
    if lemma in listed_kinds("weak_nouns") and has_armed_sense(noun, lemma, words):
        return Trigger(noun, listed_kinds("weak_nouns")[lemma], "weak")
    return None


def mistagged_plural(token: Token, words: frozenset[str]) -> Trigger | None:
    """The event of "strikes" in "reports US strikes on two sites", tagged as a verb; null for others."""
    lemma = token.lemma_.lower()
    kind = listed_kinds("nouns").get(lemma) if token.tag_ == "VBZ" else None
    if kind is None or not _stands_as_noun(token) or not has_armed_sense(token, lemma, words):
        return None
    return Trigger(token, _air(token, kind), "noun")


def _is_modifier(token: Token, weapon_heads: set[int]) -> bool:
    """True for "attack" in "attack drones" and "attack helicopters", which only names a weapon."""
    if token.dep_ not in ("compound", "nmod", "amod"):
        return False
    head = token.head.lemma_.lower()
    return token.head.i in weapon_heads or head in _WEAPON_BEARERS or head in words_of("triggers", "about")


def _is_come_under(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "under"


def _is_blamed(noun: Token) -> bool:
    """True for "came under fire over his remarks", unlike "under fire for two hours"."""
    above = (noun, noun.head, noun.head.head)
    reasons = (c for token in above for c in token.rights if c.lower_ in ("for", "over") and c.dep_ == "prep")
    return any(g.ent_type_ not in ("TIME", "DATE") and g.dep_ in ("pobj", "pcomp") for c in reasons for g in c.rights)


def _is_of_its_kind(noun: Token, lemma: str) -> bool:
    """False for "the execution of the plan" and "a barrage of questions"."""
    kinds = load_lexicon("triggers")["done_of"].get(lemma)
    if kinds is None:
        return True
    whose = [g for c in noun.rights if c.lower_ in ("of", "on") for g in c.rights if g.dep_ == "pobj"]
    return all(is_one_of(g, kinds) or (g.pos_ == "PROPN" and g.ent_type_ != "PERSON") for g in whose)


def _stands_as_noun(token: Token) -> bool:
    """True for a word with a preposition behind it and no object."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return after in ("on", "against", "in", "near", "at") and not any(c.dep_ in ("dobj", "obj") for c in token.children)


def _air(token: Token, kind: EventKind) -> EventKind:
    """The kind of an event by the word before its noun: "air strike", "suicide attack"."""
    before = token.nbor(-1) if token.i else None
    if before is not None and before.text == "-" and token.i > 1:
        before = token.nbor(-2)
    if (
        before is not None
        and before.lower_ in ("air", "aerial", "airborne")
        and token.lemma_.lower() in ("strike", "raid", "attack", "bombardment")
    ):
        return EventKind.AIRSTRIKE
    if before is not None and before.lower_ == "suicide":
        return EventKind.SUICIDE_BOMBING
    return kind
