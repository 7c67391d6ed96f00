"""Somebody's word, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tallystick.model.mention import Reporter
from tallystick.model.terms import ActorType
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import noun_phrase
from tallystick.reading.speakers import actor_named_by, author_of

AUTHORITIES = (
    ActorType.GOVERNMENT_BODY,
    ActorType.ARMED_FORCES,
    ActorType.STATE,
    ActorType.COALITION,
    ActorType.CORPS,
)
"""Whose word is a state's or an alliance's."""


ARMED = (
    ActorType.MILITIA,
    ActorType.ARMED_GROUP,
    ActorType.BRAND,
    ActorType.FACADE,
    ActorType.UNNAMED_SET,
    ActorType.PARTY,
)
"""Whose word on its own deed is a claim."""
_ANONYMOUS = frozenset({"source", "sources"})


@dataclass(frozen=True)
class Word:
    """Somebody's word, and what it is worth: that of who bears arms is a claim where the deed is his own."""

    reporter: Reporter
    status_cue: str
    bears_arms: bool


def weigh_word(document: Document, source: Token) -> Word:
    """Whose word it is that a noun names, and what that word makes of what is told on it."""
    source = author_of(source) or source
    expression = actor_named_by(document, source)
    span = noun_phrase(source, tail=True)
    quote = document.quote_span(span)
    reporter = Reporter(
        name=expression.name if expression and expression.actor_id else quote.exact,
        actor_id=expression.actor_id if expression else None,
        quote=quote,
    )
    words = {t.lower_ for t in span}
    kind = expression.speaks_as if expression else None
    if words & _ANONYMOUS and not words & {"official", "officials"}:
        return Word(reporter, "reported", bears_arms=False)
    if kind in ARMED or (expression is None and words & words_of("speech", "armed_speakers")):
        return Word(reporter, "reported", bears_arms=True)
    is_official = are_of_authority(words, known=kind in AUTHORITIES)
    return Word(reporter, "confirmed" if is_official else "reported", bears_arms=False)


def are_of_authority(words: set[str], *, known: bool = False) -> bool:
    """True for the words of a name that is an authority's (a ministry, a mission, a court), or ``known`` to be one."""
    if words & words_of("speech", "missions"):
        return True
    return (known or bool(words & words_of("speech", "officials"))) and not words & words_of("speech", "unofficial")
