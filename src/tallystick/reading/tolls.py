"""Death tolls: "the death toll rose from 10 to 14", "raising the toll to 18", "the number of dead has reached 40"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, number_at


@dataclass(frozen=True)
class Toll:
    """A toll and its word; ``grown`` where it is told to have changed, and so takes the place of earlier ones."""

    word: Token
    number: Number
    grown: bool


def read_toll(document: Document, stretch: Span) -> Toll | None:
    """The toll of dead that a stretch tells; None if it tells none."""
    for word in stretch:
        if not _is_toll_word(word):
            continue
        behind = stretch.doc[word.i + 1 : stretch.end]
        number = next((n for t in behind if t.tag_ == "CD" and (n := _told_by(document, t)) is not None), None)
        if number is not None:
            near = stretch.doc[max(stretch.start, word.i - 4) : number.start]
            return Toll(word, number, any(t.lemma_.lower() in words_of("harm", "grows") for t in near))
    return None


def _is_toll_word(word: Token) -> bool:
    lemma = word.lemma_.lower()
    if lemma == "toll":
        return not any(c.lemma_.lower() in words_of("harm", "hurt_nouns") for c in word.lefts)
    if lemma not in words_of("harm", "counts_of"):
        return False
    of = (g for c in word.rights if c.lower_ == "of" for g in c.rights)
    dead = words_of("harm", "dead_nouns") | words_of("harm", "dead_people")
    return any(g.lemma_.lower() in dead or g.lower_ in dead for g in of)


def _told_by(document: Document, numeral: Token) -> Number | None:
    """The number of "rose to 101", "from 10 to 14" and "a toll of 47"; None for "from 10" and for days."""
    number = number_at(numeral)
    if number is None or number.start == 0 or any(i in document.date_at for i in range(number.start, number.end)):
        return None
    before = numeral.doc[number.start - 1].lower_
    if before == "from" and number.high is not None:
        return replace(number, value=number.high, low=number.high)
    return number if before in words_of("harm", "before_toll") else None
