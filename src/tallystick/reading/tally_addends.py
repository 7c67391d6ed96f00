"""Numbers that add up to a count, and what each is of."""

from __future__ import annotations

from itertools import accumulate, takewhile

from spacy.tokens import Span

from tallystick.model.mention import TallyPart
from tallystick.model.terms import Comparator
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_following import is_sum_of_those
from tallystick.reading.tally_numbers import Numeral, find_numerals
from tallystick.reading.tally_part_areas import area_before, area_of
from tallystick.reading.tally_shares import Parts

_REACH = 5


def addends(document: Document, sentence: Span, whole: Count) -> Parts:
    """Numbers behind a whole that come one after the other and add up to it, whatever tells them apart."""
    behind = [
        n
        for n in find_numerals(document, sentence)
        if n.number.start >= whole.number.end and not n.running and not n.number.vague
    ]
    for first in range(len(behind)):
        for length, total in enumerate(accumulate(n.number.value for n in behind[first:]), start=1):
            if total > whole.number.value:
                break
            if total == whole.number.value and length > 1 and whole.number.comparator is not Comparator.UP_TO:
                chosen = behind[first : first + length]
                return {n.number.start: part_of(document, n, sentence) for n in chosen}
    return {}


def addends_before(document: Document, sentence: Span, whole: Count) -> Parts:
    """The 32 and the 3 of "32 soldiers and three civilians, 35 in all", and of "Iraq 32, Syria 3, total 35"."""
    start = whole.number.start
    is_total = start > sentence.start and sentence.doc[start - 1].lemma_.lower() in words_of("tallies", "totals")
    if not is_total and not is_sum_of_those(whole.number, sentence):
        return {}
    before = [n for n in find_numerals(document, sentence) if n.number.end <= start and not n.running]
    for first in range(len(before) - 1):
        if sum(n.number.value for n in before[first:]) == whole.number.value:
            return {n.number.start: part_of(document, n, sentence) for n in before[first:]}
    return {}


def part_of(document: Document, numeral: Numeral, sentence: Span) -> TallyPart:
    """The number as a part of a count."""
    return TallyPart(scope=_scope_of(document, numeral, sentence), value=numeral.number.value)


def _scope_of(document: Document, numeral: Numeral, sentence: Span) -> str:
    """What a part is of: its area, what it counts, or the words behind it ("with drones")."""
    area = area_of(document, numeral, sentence) or area_before(document, numeral, sentence)
    if area is not None:
        return area
    named = _name_behind_in(document, numeral, sentence)
    if named is not None:
        return named
    noun = numeral.noun
    if noun is None:
        behind = sentence.doc[numeral.number.end : min(numeral.number.end + _REACH, sentence.end)]
        near = takewhile(lambda t: t.text not in (")", ",", ";", "."), behind)
        noun = next((t for t in near if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None:
        return sentence.doc[numeral.number.end : min(numeral.number.end + 1, sentence.end)].text or numeral.token.text
    start = max(noun.left_edge.i, numeral.number.end)
    words = [t for t in sentence.doc[start : noun.i + 1] if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")]
    return document.quote_tokens(words or [noun]).exact


def _name_behind_in(document: Document, numeral: Numeral, sentence: Span) -> str | None:
    """The name of "5 of them in Yagha", a place that is on no list."""
    for token in sentence.doc[numeral.number.end : min(sentence.end, numeral.number.end + _REACH)]:
        if token.text in (",", ";", ")") or token.tag_ == "CD":
            return None
        if token.lower_ in ("in", "near"):
            name = list(takewhile(lambda t: t.pos_ == "PROPN", sentence.doc[token.i + 1 : sentence.end]))
            return document.quote_tokens(name).exact if name else None
    return None
