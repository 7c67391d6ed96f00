"""Whose acts a count counts, and on whom."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.terms import ActorType, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.doer_nouns import doer_nouns, with_owner
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import is_doer
from tallystick.reading.phrases import (
    is_definite,
    is_plural,
    noun_phrase,
    object_of,
    objects_of_prepositions,
    passive_subject_of,
    subject_of,
)
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_units import EVENTS, HARM

_ON = frozenset({"on", "against", "at", "upon", "into"})
_MEMBERS = frozenset({"of", "from"})
_UNSAID = frozenset({ActorType.MEDIA, ActorType.PERSON})


def find_actor(document: Document, count: Count) -> ActorRef | None:
    """Who did what a count counts, as its own clause tells it; null if it names nobody."""
    for noun in _doers(count):
        known = _known(document, noun)
        if known is not None or (is_doer(document, noun) and not _points_back(noun)):
            return known or _described(document, noun)
    return None


def find_target(document: Document, count: Count) -> ActorRef | None:
    """On whom or what it was done ("on American forces", "on ships"); null if that is not told.

    People who were harmed are only told by whose they are ("900 Palestinians").
    """
    if count.unit in HARM:
        return _known(document, count.anchor) if count.anchor.pos_ in ("NOUN", "PROPN") else None
    for noun in _aimed_at(count):
        known = _known_within(document, noun)
        if known is not None:
            return known
        if _is_thing(document, noun):
            return _described(document, noun)
    return None


def target_told(document: Document, sentence: Span) -> ActorRef | None:
    """Whom a sentence tells to be attacked over and over: the scope of a bare count in a later sentence."""
    events = words_of("tallies", "attacks") | words_of("tallies", "strikes")
    for token in reversed(list(sentence)):
        if token.lemma_.lower() in events and is_plural(token):
            for noun in objects_of_prepositions(token, _ON):
                known = _known_within(document, noun)
                if known is not None:
                    return known
    return None


def _doers(count: Count) -> Iterator[Token]:
    anchor, verb = count.anchor, _verb_of(count)
    if anchor.lemma_.lower() in words_of("tallies", "totals"):
        return
    if count.unit not in HARM and count.unit is not TallyUnit.SITES:
        yield from doer_nouns(anchor)
    if count.unit is TallyUnit.CLAIMS and verb is not None:
        subject = subject_of(verb)
        yield from with_owner(subject) if subject is not None else ()
    if verb is not None and _acts(verb):
        yield from doer_nouns(verb)
        subject = subject_of(verb) if verb.lemma_.lower() in words_of("tallies", "fired") else None
        if subject is not None and subject != anchor:
            yield from with_owner(subject)


def _acts(verb: Token) -> bool:
    """True for a verb of what is counted itself, and not of its counting."""
    lemma = verb.lemma_.lower()
    return lemma not in words_of("tallies", "count") and any(
        lemma in words_of("tallies", key) for key in ("struck", "fired", "kill", "hurt", "abduct", "detain", "displace")
    )


def _verb_of(count: Count) -> Token | None:
    """The verb whose clause a count stands in."""
    for above in count.anchor.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.dep_ in ("relcl", "acl", "ccomp"):
            return None
    return None


def _aimed_at(count: Count) -> Iterator[Token]:
    """The nouns behind "on" and "against", of the count itself or of the verb that tells it, and what a verb hits."""
    anchor, verb = count.anchor, _verb_of(count)
    if count.unit is TallyUnit.SITES:
        return
    yield from objects_of_prepositions(anchor, _ON)
    if verb is None:
        return
    is_of_blows = anchor.lemma_.lower() in words_of("tallies", "times") or anchor.tag_ == "RB"
    if is_of_blows and verb.lemma_.lower() in words_of("tallies", "struck"):
        yield from (n for n in (passive_subject_of(verb), object_of(verb)) if n is not None and n != anchor)
    is_done = verb.lemma_.lower() in words_of("roles", "does") | words_of("tallies", "fired")
    if is_done and count.unit in EVENTS | {TallyUnit.PROJECTILES}:
        yield from objects_of_prepositions(verb, _ON)


def _known_within(document: Document, noun: Token) -> ActorRef | None:
    return next((r for t in noun_phrase(noun, tail=False) if (r := _known(document, t)) is not None), None)


def _known(document: Document, noun: Token) -> ActorRef | None:
    """The actor that a noun, a pronoun or whose members it names, if the knowledge has its id."""
    for token in (noun, *objects_of_prepositions(noun, _MEMBERS)):
        expression = document.actor_at.get(token.i) or _pronoun_at(document, token)
        if expression is not None and expression.actor_id is not None and expression.type not in _UNSAID:
            return ActorRef(id=expression.actor_id, name=expression.name)
    return None


def _pronoun_at(document: Document, token: Token) -> ActorExpression | None:
    return next((a for a in document.actors if a.is_pronoun and a.quote.start == token.idx), None)


def _points_back(noun: Token) -> bool:
    """True for "the group", which says who it was only to those who know whom the text spoke of before."""
    return noun.pos_ == "NOUN" and not is_plural(noun) and is_definite(noun)


def _is_thing(document: Document, noun: Token) -> bool:
    """True for a noun of what can be hit: no day, no number, and no stretch of land ("the south of the country")."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i in document.date_at or len(noun.text) < 2:
        return False
    if any(t.i in document.place_at for t in (noun, *objects_of_prepositions(noun, frozenset({"of"})))):
        return False
    return noun.lemma_.lower() not in words_of("tallies", "times") | words_of("roles", "no_targets")


def _described(document: Document, noun: Token) -> ActorRef:
    words = [t for t in noun_phrase(noun, tail=False) if t.tag_ not in ("DT", "PRP$", "CD")]
    return ActorRef(name=" ".join(document.quote_tokens(words or [noun]).exact.split()))
