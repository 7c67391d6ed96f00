"""Projectiles that were fired, and sites and vessels that were struck, where a number counts them."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import TallyUnit, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import agent_of, is_plural, object_of
from tallystick.reading.tally_nouns import counted_out, lemma_of

# Weapons of which each is an attack by itself, unlike what is fired in salvoes.
_PLANTED = frozenset(
    {WeaponKind.BOMB, WeaponKind.IED, WeaponKind.VEHICLE_BOMB, WeaponKind.SUICIDE_BOMB, WeaponKind.MINE}
)


def object_unit(document: Document, noun: Token) -> TallyUnit | None:
    """Projectiles that were fired, sites and vessels that were struck; null if a noun names none."""
    if not is_plural(noun):
        return None
    lemma = noun.lemma_.lower()
    if is_site(lemma) and _is_struck_at(noun):
        return TallyUnit.ATTACKS if lemma in words_of("cues", "vehicles") else TallyUnit.SITES
    verb = _verb_done(counted_out(noun))
    if verb is None:
        return None
    done = verb.lemma_.lower()
    weapon = next((w.kind for w in document.weapons if w.head == noun.i), None)
    if done in ("go", "set") and not any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.rights):
        return None
    if weapon is not None and done in words_of("tallies", "fired"):
        is_planted = weapon in _PLANTED and done not in words_of("tallies", "sent")
        return TallyUnit.ATTACKS if is_planted else TallyUnit.PROJECTILES
    if weapon is not None:
        return TallyUnit.ATTACKS if weapon in _PLANTED and done in words_of("tallies", "count") else None
    if done not in words_of("tallies", "struck") or agent_of(noun) is not None:
        return None
    if lemma in words_of("cues", "vehicles"):
        return TallyUnit.ATTACKS if done not in ("destroy", "damage", "burn") else None
    return TallyUnit.SITES if is_site(lemma) else None


def object_named(document: Document, noun: Token) -> TallyUnit | None:
    """The attacks of the label "Car bombs", the projectiles of "Rockets fired" and the sites of "Pylons blown up"."""
    if not noun.lower_.endswith("s"):
        return None
    weapon = next((w.kind for w in document.weapons if w.head == noun.i), None)
    if weapon is not None:
        return TallyUnit.ATTACKS if weapon in _PLANTED else TallyUnit.PROJECTILES
    return TallyUnit.SITES if is_site(lemma_of(noun)) else None


def is_site(lemma: str) -> bool:
    """True for a word of what stands somewhere and can be struck."""
    return lemma in words_of("cues", "facility") | words_of("tallies", "sites")


def _is_struck_at(noun: Token) -> bool:
    """True for the sites of "strikes on 150 sites"."""
    above = counted_out(noun)
    if above.dep_ != "pobj" or above.head.lower_ not in ("on", "against", "at"):
        return False
    verb = above.head.head
    blows = object_of(verb) or verb
    return is_plural(blows) and lemma_of(blows) in words_of("tallies", "strikes") | words_of("tallies", "attacks")


def _verb_done(noun: Token) -> Token | None:
    """The verb that is done to a noun, or for projectiles the one that they do."""
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ in ("nsubjpass", "dobj", "obj", "nsubj") and noun.head.pos_ == "VERB":
        is_doer = noun.dep_ == "nsubj" and object_of(noun.head) is not None
        return None if is_doer and noun.head.lemma_ not in ("hit", "strike") else noun.head
    return next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
