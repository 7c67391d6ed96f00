"""Nouns and verbs that count attacks, strikes or claims."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.armed_sense import has_armed_sense
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import object_of
from tallystick.reading.tally_nouns import lemma_of


def event_unit(noun: Token, *, of_violence: bool) -> TallyUnit | None:
    """Attacks, strikes or claims, if a noun names them; null if not.

    Words with many other senses ("incident") do so only in a report ``of_violence``.
    """
    lemma = lemma_of(noun)
    if lemma in words_of("tallies", "strikes"):
        is_by_air = lemma not in words_of("tallies", "by_air_or_not") or _tells_of_aircraft(noun.doc)
        unit = TallyUnit.STRIKES if is_by_air else TallyUnit.ATTACKS
    elif lemma in words_of("tallies", "attacks") or _is_loose(noun, lemma, of_violence=of_violence):
        unit = TallyUnit.ATTACKS
    else:
        return None
    if not has_armed_sense(noun, lemma, frozenset(t.lower_ for t in noun.sent)):
        return None
    return TallyUnit.CLAIMS if _is_claimed(noun) else unit


def _is_loose(noun: Token, lemma: str, *, of_violence: bool) -> bool:
    """True for "incidents" in a report of violence, and for "ceasefire violations" in any."""
    if of_violence and lemma in words_of("tallies", "loose"):
        return True
    return (lemma in words_of("tallies", "breaches") and _is_of_truce(noun)) or _is_of_violence(noun, lemma)


def _is_of_violence(noun: Token, lemma: str) -> bool:
    """True for "acts of street violence" and "incidents of shelling"."""
    if lemma not in words_of("tallies", "acts"):
        return False
    of = (g for c in noun.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj")
    return any(t.lemma_.lower() in words_of("tallies", "violence") for t in of)


def _is_of_truce(noun: Token) -> bool:
    """True for "ceasefire violations" and "since the truce they counted 140 violations"."""
    return any(t.lemma_.lower() in words_of("tallies", "truces") for t in noun.sent)


@lru_cache(maxsize=2)  # asked of the report at hand
def _tells_of_aircraft(doc: Doc) -> bool:
    return any(
        t.lemma_.lower() in words_of("tallies", "air") or t.lower_.startswith(("f-1", "f-3", "su-")) for t in doc
    )


def _is_claimed(noun: Token) -> bool:
    """True for "claimed 49 operations" and "claimed responsibility for 17 attacks"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_ in ("responsibility", "credit"):
        return noun.head.head.head.lemma_ == "claim"
    return noun.dep_ == "dobj" and noun.head.lemma_ == "claim"


def blow_unit(document: Document, word: Token) -> TallyUnit | None:
    """Attacks, if "times", "occasions" or "twice" counts how often somebody was attacked; null if not."""
    above = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), word)
    clauses = [c for noun in (word, above) for c in noun.rights if c.dep_ in ("relcl", "acl", "ccomp")]
    for verb in (above, *clauses):
        under = [g.lemma_.lower() for c in verb.rights if c.lower_ == "under" for g in c.rights]
        if {"attack", "fire"} & set(under) or _is_blow(document, verb):
            return TallyUnit.ATTACKS
    return None


def _is_blow(document: Document, verb: Token) -> bool:
    """True for a verb of attack, or of use with a weapon; a man "shot five times" is shot in one."""
    lemma = verb.lemma_.lower()
    if lemma in words_of("tallies", "breach"):
        broken = object_of(verb)
        return broken is not None and broken.lemma_.lower() in words_of("tallies", "truces")
    if lemma in load_lexicon("triggers")["verbs"]:
        return lemma not in words_of("tallies", "bodily")
    heads = {w.head for w in document.weapons}
    return lemma in words_of("triggers", "use") and any(c.i in heads for c in verb.children)
