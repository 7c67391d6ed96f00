"""The numbers of a sentence that may count something, each with the noun that it stands before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.terms import Comparator
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import Number, number_at, read_number, read_ordinal

_ADVERBS = {"twice": 2, "thrice": 3}
# Vague words that bound a count from below. "Several" and "many" say nothing that could be checked.
_BOUNDING = frozenset({"dozens", "tens", "scores", "hundreds", "thousands"})
_INSIDE = ("ADJ", "NOUN", "PROPN", "ADV", "CCONJ")
_NOUNS = ("NOUN", "PROPN")
_SHARES = frozenset({"PERCENT", "MONEY"})


@dataclass(frozen=True)
class Numeral:
    """A number as it stands in a sentence.

    ``noun`` is what it counts, null where it stands alone ("rose to 31"). ``running`` is true for the number of one in
    a row ("the third", "attack number 28"), ``times`` for "twice".
    """

    number: Number
    token: Token
    noun: Token | None
    running: bool = False
    times: bool = False


def find_numerals(document: Document, sentence: Span) -> Iterator[Numeral]:
    """The numbers of a sentence in order, without those of dates, names, measures and shares."""
    end = sentence.start
    for token in sentence:
        if token.i < end or token.i in document.date_at:
            continue
        found = _numeral_at(document, token, sentence)
        if found is not None and not _is_measure(found, sentence):
            end = found.number.end
            yield found


def _numeral_at(document: Document, token: Token, sentence: Span) -> Numeral | None:
    if token.lower_ in _ADVERBS:
        value = _ADVERBS[token.lower_]
        return Numeral(Number(value, value, value, Comparator.EXACT, token.i, token.i + 1), token, None, times=True)
    ordinal = read_ordinal(token.lower_)
    if ordinal is not None:
        number = Number(ordinal, ordinal, ordinal, Comparator.EXACT, token.i, token.i + 1)
        noun = token.head if token.head.i > token.i and token.head.pos_ in _NOUNS else None
        return Numeral(number, token, noun, running=True)
    if (
        token.tag_ not in ("CD", "LS")
        and token.lower_ not in load_lexicon("numbers")["vague"]
        and token.lower_ != "dozen"
    ):
        return None
    if token.doc[max(0, token.i - 2) : token.i].text.lower() in ("of a", "half a"):
        return None
    number_ = number_at(token)
    if number_ is None or (number_.vague and not _bounds(token)):
        return None
    number_ = _first_of_change(token, number_)
    before = token.nbor(-1) if token.i > sentence.start else None
    if before is not None and before.lower_ in ("number", "no.", "no", "#"):
        called = before.nbor(-1) if before.i > sentence.start else None
        noun = called if called is not None and called.pos_ in _NOUNS else None
        return Numeral(number_, token, noun, running=True)
    if before is not None and before.pos_ == "PROPN" and token.head == before:
        return None
    return Numeral(number_, token, _noun_of(document, token, number_, sentence))


def _first_of_change(token: Token, number: Number) -> Number:
    """The 115 of "raised from 115 to 118", which is no range; any other number as it is."""
    before = token.doc[number.start - 1].lower_ if number.start > 0 else ""
    value = read_number(token.lower_)
    if before != "from" or number.low == number.high or value is None:
        return number
    return Number(value, value, value, Comparator.EXACT, token.i, token.i + 1)


def _bounds(token: Token) -> bool:
    """True for "dozens" and "several hundred", false for "hundreds of thousands" and "many"."""
    if token.doc[token.i + 1 : token.i + 3].text.lower() in ("of hundreds", "of thousands", "of millions"):
        return False
    if token.i > 1 and token.doc[token.i - 2 : token.i].text.lower() in ("hundreds of", "tens of", "scores of"):
        return False
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in _BOUNDING or (token.lower_ == "several" and following in ("dozen", "hundred", "thousand"))


def _noun_of(document: Document, token: Token, number: Number, sentence: Span) -> Token | None:
    """The noun that a number counts: its head, what stands behind its "of", or the end of the run of nouns behind.

    The week of "up from 29 last week" is none.
    """
    of = next((c for c in token.rights if c.lower_ == "of" and c.i <= number.end + 1), None)
    if of is not None:
        return next((g for g in of.rights if g.dep_ == "pobj" and g.i not in document.date_at), None)
    head = token.head
    between = sentence.doc[number.end : max(number.end, head.i)]
    if number.end <= head.i < sentence.end and head.pos_ in ("NOUN", "PROPN") and not any(t.is_space for t in between):
        while (
            head.dep_ in ("compound", "nmod", "amod") and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN")
        ):
            head = head.head
        return head
    noun = None
    for behind in sentence.doc[number.end : sentence.end]:
        if behind.is_space or behind.i in document.date_at or (behind.pos_ not in _INSIDE and behind.text != "-"):
            break
        if behind.pos_ in _NOUNS:
            noun = behind
    return noun


def _is_measure(numeral: Numeral, sentence: Span) -> bool:
    """True for "14 days", "20 km", "40 per cent", "$30", "24-year-old" and "aged 24"."""
    if numeral.running or numeral.times:
        return False
    if _is_difference(numeral, sentence):
        return True
    number, doc = numeral.number, sentence.doc
    if f" {doc[max(sentence.start, number.start - 2) : number.start].text.lower()}".endswith((" age of", " aged")):
        return True
    if numeral.token.ent_type_ in _SHARES or (number.start > sentence.start and doc[number.start - 1].text in "$€£"):
        return True
    behind = doc[number.end : min(number.end + 3, sentence.end)]
    near = [t.lemma_.lower() for t in behind[:1]] + [t.lower_ for t in behind[:1]]
    if behind and behind[0].text == "-" and len(behind) > 1:
        near += [behind[1].lemma_.lower()]
    if set(near) & words_of("tallies", "measures"):
        return True
    return numeral.noun is not None and numeral.noun.lemma_.lower() in words_of("tallies", "measures")


def _is_difference(numeral: Numeral, sentence: Span) -> bool:
    """True for the five of "five more than the week before"."""
    end = numeral.number.end
    return sentence.doc[end : min(end + 2, sentence.end)].text.lower() in ("more than", "fewer than", "less than")
