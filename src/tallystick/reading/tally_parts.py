"""The parts of a count ("14 in Iraq and nine in Syria", "44 civilians and 17 fighters") and their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from spacy.tokens import Span, Token

from tallystick.model.expression import PlaceExpression
from tallystick.model.mention import TallyPart
from tallystick.model.terms import Comparator
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import bounds, read_number
from tallystick.reading.phrases import noun_phrase, object_of, subject_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_following import is_of_those, is_sum_of_those
from tallystick.reading.tally_ground import code_of, ground_of, lies_outside
from tallystick.reading.tally_harm import harm_unit
from tallystick.reading.tally_numbers import Numeral, find_numerals
from tallystick.reading.tally_units import unit_of

Whole = tuple[Count, tuple[TallyPart, ...]]
_Parts = dict[int, TallyPart]

_REACH = 5
_ENDS_PLACE = ("NOUN", "PROPN", "VERB", "NUM")
_OF_THEM = frozenset({"of them", "of which", "of these", "of those"})
_EVEN = re.compile(
    r"\b(?:evenly|equally)\s+(?:split|divided|shared|distributed|spread)\b|\bhalf (?:and half|in each)\b"
)


def whole_with_parts(
    document: Document, sentence: Span, counts: Sequence[Count], *, areas_before: Sequence[str] = ()
) -> list[Whole]:
    """The counts that are wholes, each with its parts; a number that is a part is no count of its own.

    "Attacked ten times in Iraq and three in Syria" has no number for the whole: it is the sum. ``areas_before`` are
    those of the count before, among which "the two countries" share one.
    """
    if not counts:
        return []
    for i, each in enumerate(counts):
        parts = _addends(document, sentence, each)
        if parts:
            return [*_alone(counts[:i]), (each, tuple(parts.values())), *_alone(others(counts[i + 1 :], parts))]
    for i, each in enumerate(counts):
        parts = _addends_before(document, sentence, each)
        if parts:
            return [*_alone(others(counts[:i], parts)), (each, tuple(parts.values())), *_alone(counts[i + 1 :])]
    whole = counts[0]
    parts = _parts_behind(document, sentence, whole)
    own = _area_behind(document, whole.anchor, sentence)
    if len(parts) == 1 and own is not None and whole.anchor.lemma_.lower() in words_of("tallies", "times"):
        parts = {whole.number.start: TallyPart(scope=own, value=whole.number.value), **parts}
        total = sum(p.value for p in parts.values())
        low, high = bounds(total, whole.number.comparator)
        whole = replace(whole, number=replace(whole.number, value=total, low=low, high=high))
    elif not (len(parts) > 1 or (parts and (own is not None or _is_some_of_it(sentence, parts)))):
        parts = _halves(document, sentence, whole, areas_before) or _share(document, whole)
    return [(whole, tuple(parts.values())), *_alone(others(counts[1:], parts))]


def _alone(counts: Sequence[Count]) -> list[Whole]:
    return [(c, ()) for c in counts]


def others(counts: Sequence[Count], parts: Mapping[int, TallyPart]) -> list[Count]:
    """The counts whose number is none of the parts, which are given by token."""
    return [c for c in counts if not any(c.number.start <= i < c.number.end for i in parts)]


def parts_told_next(document: Document, sentence: Span, whole: Count) -> _Parts:
    """The numbers of the sentence behind a whole, if they and no others there add up to it.

    "Fourteen of the attacks were in Iraq and nine in Syria" tells the parts of 23 attacks; "fourteen soldiers and nine
    policemen died" does not.
    """
    numerals = [n for n in find_numerals(document, sentence) if not n.running]
    units = {unit_of(document, n.noun, of_violence=True) for n in numerals if n.noun is not None}
    if units - {None, whole.unit} or any(harm_unit(n.token) not in (None, whole.unit) for n in numerals):
        return {}
    parts = _addends(document, sentence, whole)
    if len(parts) == len(numerals):
        return parts
    own = [n for n in numerals if is_of_those(n) and n.number.value < whole.number.value]
    if len(numerals) != 1 or not own or _area_of(document, own[0], sentence) is None:
        return {}
    return {own[0].number.start: _part(document, own[0], sentence)}


def _addends(document: Document, sentence: Span, whole: Count) -> _Parts:
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
                return {n.number.start: _part(document, n, sentence) for n in chosen}
    return {}


def _addends_before(document: Document, sentence: Span, whole: Count) -> _Parts:
    """The 32 and the 3 of "32 soldiers and three civilians, 35 in all", and of "Iraq 32, Syria 3, total 35"."""
    start = whole.number.start
    is_total = start > sentence.start and sentence.doc[start - 1].lemma_.lower() in words_of("tallies", "totals")
    if not is_total and not is_sum_of_those(whole.number, sentence):
        return {}
    before = [n for n in find_numerals(document, sentence) if n.number.end <= start and not n.running]
    for first in range(len(before) - 1):
        if sum(n.number.value for n in before[first:]) == whole.number.value:
            return {n.number.start: _part(document, n, sentence) for n in before[first:]}
    return {}


def _part(document: Document, numeral: Numeral, sentence: Span) -> TallyPart:
    return TallyPart(scope=_scope_of(document, numeral, sentence), value=numeral.number.value)


def _scope_of(document: Document, numeral: Numeral, sentence: Span) -> str:
    """What a part is of: its area, what it counts, or the words behind it ("with drones")."""
    area = _area_of(document, numeral, sentence) or _area_before(document, numeral, sentence)
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


def _parts_behind(document: Document, sentence: Span, whole: Count) -> _Parts:
    """Token index → the part that the number there is, for numbers with an area right behind them."""
    parts: _Parts = {}
    is_summed = whole.anchor.lemma_.lower() in words_of("tallies", "times")
    ground = () if is_summed else ground_of(document, whole, sentence)
    for token in sentence.doc[whole.number.end : sentence.end]:
        value = read_number(token.lower_) if token.tag_ == "CD" else None
        if value is None or token.i in document.date_at:
            continue
        area = _area_behind(document, token, sentence)
        if area is not None and not lies_outside(document, area, ground):
            parts[token.i] = TallyPart(scope=area, value=value)
    return parts


def _is_some_of_it(sentence: Span, parts: _Parts) -> bool:
    """True for "19 of them in Gao"."""
    return all(sentence.doc[i + 1 : i + 3].text.lower() in _OF_THEM for i in parts)


def _halves(document: Document, sentence: Span, whole: Count, areas_before: Sequence[str]) -> _Parts:
    """Two equal parts: "evenly split between Helmand and Kandahar", "evenly divided between the two countries"."""
    found = _EVEN.search(sentence.text.lower())
    if found is None or whole.number.value % 2:
        return {}
    codes = tuple(dict.fromkeys(code_of(e) for e in _places_in(document, sentence)))
    named = codes if len(codes) == 2 else tuple(a for a in areas_before if len(a) == 2)
    if len(named) != 2:
        return {}
    return {-n: TallyPart(scope=scope, value=whole.number.value // 2) for n, scope in enumerate(named, start=1)}


def _share(document: Document, whole: Count) -> _Parts:
    """The part of "the rebels were behind 17 of the 26 attacks": theirs."""
    start, doc = whole.number.start, whole.anchor.doc
    if start < 3 or doc[start - 2 : start].text.lower() != "of the":
        return {}
    numeral = doc[start - 3]
    value = read_number(numeral.lower_) if numeral.tag_ == "CD" else None
    verb = next((a for a in numeral.ancestors if a.pos_ in ("VERB", "AUX")), None)
    is_blamed = verb is not None and verb.lemma_.lower() in ("blame", "accuse", "suspect")
    subject = (object_of(verb) if is_blamed else subject_of(verb)) if verb is not None else None
    if value is None or subject is None or value >= whole.number.value:
        return {}
    actor = next((document.actor_at[t.i] for t in noun_phrase(subject) if t.i in document.actor_at), None)
    name = actor.quote.exact if actor is not None else document.quote_span(noun_phrase(subject)).exact
    return {numeral.i: TallyPart(scope=name, value=value)}


def _area_behind(document: Document, token: Token, sentence: Span) -> str | None:
    """The country or place that "in …" gives right behind a number or its noun."""
    for behind in sentence.doc[token.i + 1 : min(sentence.end, token.i + _REACH)]:
        if behind.lower_ in ("in", "on", "near"):
            for inner in sentence.doc[behind.i + 1 : min(sentence.end, behind.i + 4)]:
                expression = document.place_at.get(inner.i)
                if expression is not None and expression.place is not None:
                    return code_of(expression)
            return None
        if behind.tag_ == "CD" or behind.text in (";", ",", ")"):
            return None
    return None


def _area_of(document: Document, numeral: Numeral, sentence: Span) -> str | None:
    area = _area_behind(document, sentence.doc[numeral.number.end - 1], sentence)
    return area or (_area_behind(document, numeral.noun, sentence) if numeral.noun is not None else None)


def _name_behind_in(document: Document, numeral: Numeral, sentence: Span) -> str | None:
    """The name of "5 of them in Yagha", a place that is on no list."""
    for token in sentence.doc[numeral.number.end : min(sentence.end, numeral.number.end + _REACH)]:
        if token.text in (",", ";", ")") or token.tag_ == "CD":
            return None
        if token.lower_ in ("in", "near"):
            name = list(takewhile(lambda t: t.pos_ == "PROPN", sentence.doc[token.i + 1 : sentence.end]))
            return document.quote_tokens(name).exact if name else None
    return None


def _area_before(document: Document, numeral: Numeral, sentence: Span) -> str | None:
    """The country or place of "near Derna, five strikes" and "in Syria there were five"."""
    for token in reversed(sentence.doc[max(sentence.start, numeral.number.start - _REACH) : numeral.number.start]):
        expression = document.place_at.get(token.i)
        is_end = token.pos_ in _ENDS_PLACE or token.text in (";", ":") or token.i in document.date_at
        if expression is None and is_end:
            return None
        if expression is not None and expression.place is not None:
            first = document.span_of(expression.quote)
            return code_of(expression) if first is not None and _opens_clause(first, sentence) else None
    return None


def _opens_clause(place: Span, sentence: Span) -> bool:
    """True for a place at the head of its clause, with or without "in" ("; near Derna, five", "Iraq 53")."""
    before = place.start - 1
    if before >= sentence.start and sentence.doc[before].lower_ in ("in", "near", "at", "around", "outside"):
        before -= 1
    return before < sentence.start or sentence.doc[before].lower_ in (",", ";", ":", "and", "while", "but", ".", "(")


def _places_in(document: Document, sentence: Span) -> Iterator[PlaceExpression]:
    for expression in document.places:
        span = document.span_of(expression.quote)
        if span is not None and expression.place is not None and sentence.start <= span.start < sentence.end:
            yield expression
