"""The area of which a part of a count is."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.reading.document import Document
from tallystick.reading.tally_ground import code_of
from tallystick.reading.tally_numbers import Numeral

_REACH = 5
_ENDS_PLACE = ("NOUN", "PROPN", "VERB", "NUM")


def area_behind(document: Document, token: Token, sentence: Span) -> str | None:
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


def area_of(document: Document, numeral: Numeral, sentence: Span) -> str | None:
    """The country or place that "in …" gives right behind a number, or behind what it counts."""
    area = area_behind(document, sentence.doc[numeral.number.end - 1], sentence)
    return area or (area_behind(document, numeral.noun, sentence) if numeral.noun is not None else None)


def area_before(document: Document, numeral: Numeral, sentence: Span) -> str | None:
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
