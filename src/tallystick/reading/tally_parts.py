"""The parts of a count ("14 in Iraq and nine in Syria") and the whole they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from tallystick.model.mention import TallyPart
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import bounds, read_number
from tallystick.reading.placing import rank_of
from tallystick.reading.tally_counts import Count

Whole = tuple[Count, tuple[TallyPart, ...]]

_REACH = 5


def whole_with_parts(document: Document, sentence: Span, counts: Sequence[Count]) -> list[Whole]:
    """The counts that are wholes, each with its parts; a number that is a part is no count of its own.

    "Attacked ten times in Iraq and three in Syria" has no number for the whole: it is the sum.
    """
    if not counts:
        return []
    whole = counts[0]
    parts = _parts_behind(document, sentence, whole)
    own = _area_behind(document, whole.anchor, sentence)
    if len(parts) == 1 and own is not None and whole.anchor.lemma_.lower() in words_of("tallies", "times"):
        parts = {whole.number.start: TallyPart(scope=own, value=whole.number.value), **parts}
        total = sum(p.value for p in parts.values())
        low, high = bounds(total, whole.number.comparator)
        whole = replace(whole, number=replace(whole.number, value=total, low=low, high=high))
    elif not (len(parts) > 1 or (parts and own is not None)):
        parts = {}
    others = [c for c in counts[1:] if not any(c.number.start <= i < c.number.end for i in parts)]
    return [(whole, tuple(parts.values())), *((c, ()) for c in others)]


def _parts_behind(document: Document, sentence: Span, whole: Count) -> dict[int, TallyPart]:
    """Token index → the part that the number there is, for numbers with an area right behind them."""
    parts: dict[int, TallyPart] = {}
    for token in sentence.doc[whole.number.end : sentence.end]:
        value = read_number(token.lower_) if token.tag_ == "CD" else None
        if value is None or token.i in document.date_at:
            continue
        area = _area_behind(document, token, sentence)
        if area is not None:
            parts[token.i] = TallyPart(scope=area, value=value)
    return parts


def _area_behind(document: Document, token: Token, sentence: Span) -> str | None:
    """The country or place that "in …" gives right behind a number or its noun."""
    for behind in sentence.doc[token.i + 1 : min(sentence.end, token.i + _REACH)]:
        if behind.lower_ == "in":
            for inner in sentence.doc[behind.i + 1 : min(sentence.end, behind.i + 4)]:
                expression = document.place_at.get(inner.i)
                if expression is not None and expression.place is not None:
                    place = expression.place
                    return place.country if rank_of(expression) == 5 and place.country else place.id
            return None
        if behind.tag_ == "CD" or behind.text in (";", ","):
            return None
    return None
