"""Parts that need not add up to a count: by area, by half, and one actor's share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from tallystick.model.expression import PlaceExpression
from tallystick.model.mention import TallyPart
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import read_number
from tallystick.reading.phrases import noun_phrase, object_of, subject_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_ground import code_of, ground_of, lies_outside
from tallystick.reading.tally_part_areas import area_behind

Parts = dict[int, TallyPart]
_OF_THEM = frozenset({"of them", "of which", "of these", "of those"})
_EVEN = re.compile(
    r"\b(?:evenly|equally)\s+(?:split|divided|shared|distributed|spread)\b|\bhalf (?:and half|in each)\b"
)


def parts_behind(document: Document, sentence: Span, whole: Count) -> Parts:
    """Token index → the part that the number there is, for numbers with an area right behind them."""
    parts: Parts = {}
    is_summed = whole.anchor.lemma_.lower() in words_of("tallies", "times")
    ground = () if is_summed else ground_of(document, whole, sentence)
    for token in sentence.doc[whole.number.end : sentence.end]:
        value = read_number(token.lower_) if token.tag_ == "CD" else None
        if value is None or token.i in document.date_at:
            continue
        area = area_behind(document, token, sentence)
        if area is not None and not lies_outside(document, area, ground):
            parts[token.i] = TallyPart(scope=area, value=value)
    return parts


def is_some_of_it(sentence: Span, parts: Parts) -> bool:
    """True for "19 of them in Gao"."""
    return all(sentence.doc[i + 1 : i + 3].text.lower() in _OF_THEM for i in parts)


def halves(document: Document, sentence: Span, whole: Count, areas_before: Sequence[str]) -> Parts:
    """Two equal parts: "evenly split between Helmand and Kandahar", "evenly divided between the two countries"."""
    found = _EVEN.search(sentence.text.lower())
    if found is None or whole.number.value % 2:
        return {}
    codes = tuple(dict.fromkeys(code_of(e) for e in _places_in(document, sentence)))
    named = codes if len(codes) == 2 else tuple(a for a in areas_before if len(a) == 2)
    if len(named) != 2:
        return {}
    return {-n: TallyPart(scope=scope, value=whole.number.value // 2) for n, scope in enumerate(named, start=1)}


def share(document: Document, whole: Count) -> Parts:
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


def _places_in(document: Document, sentence: Span) -> Iterator[PlaceExpression]:
    for expression in document.places:
        span = document.span_of(expression.quote)
        if span is not None and expression.place is not None and sentence.start <= span.start < sentence.end:
            yield expression
