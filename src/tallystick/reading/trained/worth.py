"""Which sentences are worth the encoder's time."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span

from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.triggers import may_tell_events


def sentences_worth_reading(document: Document) -> tuple[Span, ...]:
    """The sentences that may tell of an event, by their words, in a report that may."""
    if not may_tell_events(document.doc):
        return ()
    armed = {w.start for w in document.weapons}
    return tuple(s for s in document.sentences if _is_worth_it(s, armed))


def _is_worth_it(sentence: Span, armed: set[int]) -> bool:
    return any(t.lemma_.lower() in _telling_words() or t.i in armed for t in sentence)


@cache
def _telling_words() -> frozenset[str]:
    lists = load_lexicon("triggers")
    return frozenset({*lists["nouns"], *lists["verbs"], *words_of("triggers", "effect")})
