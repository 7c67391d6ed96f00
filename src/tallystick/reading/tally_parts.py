"""The parts of a count ("14 in Iraq and nine in Syria") and the whole they belong to."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from tallystick.model.mention import TallyPart
from tallystick.reading.document import Document
from tallystick.reading.numbers import bounds, read_number
from tallystick.reading.placing import rank_of
from tallystick.reading.tally_words import TIMES, Count


def whole_with_parts(
    document: Document, sentence: Span, counts: list[Count], parts_of: dict[int, list[TallyPart]]
) -> list[Count]:
    """The counts that are wholes; the parts ("14 in Iraq and nine in Syria") go to the whole before them."""
    if not counts:
        return []
    for whole in counts:
        parts: list[TallyPart] = []
        for token in sentence.doc[whole.number.end : sentence.end]:
            value = read_number(token.lower_) if token.tag_ == "CD" else None
            if (
                value is None
                or document.date_at.get(token.i) is not None
                or token.i in range(whole.number.start, whole.number.end)
            ):
                continue
            area = _area_behind(document, token, sentence)
            if area is not None:
                parts.append(TallyPart(scope=area, value=value))
        if len(parts) > 1 or (parts and _also_here(document, sentence, whole)):
            parts_of[whole.anchor.i] = parts
    part_values = {(p.value) for parts in parts_of.values() for p in parts}
    wholes = []
    for index, count in enumerate(counts):
        if index and count.number.value in part_values and counts[0].anchor.i in parts_of:
            continue
        wholes.append(count)
    first = wholes[0] if wholes else counts[0]
    own = _area_behind(document, first.anchor, sentence)
    parts = parts_of.get(first.anchor.i, [])
    if own is not None and len(parts) == 1 and first.anchor.lower_ in TIMES:
        parts_of[first.anchor.i] = [TallyPart(scope=own, value=first.number.value), *parts]
        total = first.number.value + parts[0].value
        low, high = bounds(total, first.number.comparator)
        wholes[0] = replace(first, number=replace(first.number, value=total, low=low, high=high))
    return wholes


def _also_here(document: Document, sentence: Span, whole: Count) -> bool:
    return _area_behind(document, whole.anchor, sentence) is not None


def _area_behind(document: Document, token: Token, sentence: Span) -> str | None:
    """The country or province that "in …" gives right behind a number or its noun."""
    reach = sentence.doc[token.i + 1 : min(sentence.end, token.i + 5)]
    for behind in reach:
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
