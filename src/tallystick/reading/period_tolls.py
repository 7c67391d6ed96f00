"""Tolls of a whole war or a long time ("a war that has killed 280,000", "killed since 2011"), which no event did."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of

_LONG = 45  # days; a longer time is no event's
_HAS = frozenset({"has", "have", "had"})


def is_of_a_period(document: Document, word: Token) -> bool:
    """True if a word of harm tells what a whole war did, or all that was done from a day on or in a long time."""
    if any(t.lemma_.lower() in words_of("harm", "wars") for t in _beside(word)):
        return True
    perfect = any(c.lower_ in _HAS for c in (*word.children, *word.head.children))
    if perfect and any(t.lower_ == "since" and not _opens_few_days(document, t) for t in word.sent):
        return True
    weapons = {w.head for w in document.weapons}
    does = [c for c in word.lefts if c.dep_ == "nsubj"]
    if any(c.lemma_.lower() in words_of("triggers", "nouns") or c.i in weapons for c in does):
        return False
    times = (t for child in word.children if child.dep_ in ("prep", "npadvmod") for t in (child, *child.children))
    return any(_is_long(document, t) for t in times)


def _opens_few_days(document: Document, since: Token) -> bool:
    """True for "since Saturday": what was done from then on may still be one event's."""
    behind = since.doc[since.i + 1 : min(since.sent.end, since.i + 6)]
    start = next((e.when.start for t in behind if (e := document.date_at.get(t.i)) is not None), None)
    published = document.report.published_on
    return start is not None and published is not None and 0 <= (published - start).days <= _LONG


def _beside(word: Token) -> Iterator[Token]:
    """What does the harm, and what it is told to be in: "the war has killed", "killed in the conflict"."""
    yield word.head
    yield from (t for t in word.lefts if t.i != word.i)
    for child in word.rights:
        if child.lower_ in ("in", "during", "of"):
            yield from (g for g in child.rights if g.dep_ == "pobj")


def _is_long(document: Document, token: Token) -> bool:
    expression = document.date_at.get(token.i)
    if expression is None or expression.when.start is None or expression.when.end is None:
        return False
    return (expression.when.end - expression.when.start).days > _LONG
