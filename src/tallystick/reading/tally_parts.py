"""Counts that are wholes, each with its parts ("26 attacks, 14 in Iraq and 12 in Syria")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span

from tallystick.model.mention import TallyPart
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import bounds
from tallystick.reading.tally_addends import addends, addends_before, part_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_following import is_of_those
from tallystick.reading.tally_harm import harm_unit
from tallystick.reading.tally_numbers import find_numerals
from tallystick.reading.tally_part_areas import area_behind, area_of
from tallystick.reading.tally_shares import Parts, halves, is_some_of_it, parts_behind, share
from tallystick.reading.tally_units import unit_of

Whole = tuple[Count, tuple[TallyPart, ...]]


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
        parts = addends(document, sentence, each)
        if parts:
            return [*_alone(counts[:i]), (each, tuple(parts.values())), *_alone(others(counts[i + 1 :], parts))]
    for i, each in enumerate(counts):
        parts = addends_before(document, sentence, each)
        if parts:
            return [*_alone(others(counts[:i], parts)), (each, tuple(parts.values())), *_alone(counts[i + 1 :])]
    whole = counts[0]
    parts = parts_behind(document, sentence, whole)
    own = area_behind(document, whole.anchor, sentence)
    if len(parts) == 1 and own is not None and whole.anchor.lemma_.lower() in words_of("tallies", "times"):
        parts = {whole.number.start: TallyPart(scope=own, value=whole.number.value), **parts}
        total = sum(p.value for p in parts.values())
        low, high = bounds(total, whole.number.comparator)
        whole = replace(whole, number=replace(whole.number, value=total, low=low, high=high))
    elif not (len(parts) > 1 or (parts and (own is not None or is_some_of_it(sentence, parts)))):
        parts = halves(document, sentence, whole, areas_before) or share(document, whole)
    return [(whole, tuple(parts.values())), *_alone(others(counts[1:], parts))]


def _alone(counts: Sequence[Count]) -> list[Whole]:
    return [(c, ()) for c in counts]


def others(counts: Sequence[Count], parts: Mapping[int, TallyPart]) -> list[Count]:
    """The counts whose number is none of the parts, which are given by token."""
    return [c for c in counts if not any(c.number.start <= i < c.number.end for i in parts)]


def parts_told_next(document: Document, sentence: Span, whole: Count) -> Parts:
    """The numbers of the sentence behind a whole, if they and no others there add up to it.

    "Fourteen of the attacks were in Iraq and nine in Syria" tells the parts of 23 attacks; "fourteen soldiers and nine
    policemen died" does not.
    """
    numerals = [n for n in find_numerals(document, sentence) if not n.running]
    units = {unit_of(document, n.noun, of_violence=True) for n in numerals if n.noun is not None}
    if units - {None, whole.unit} or any(harm_unit(n.token) not in (None, whole.unit) for n in numerals):
        return {}
    parts = addends(document, sentence, whole)
    if len(parts) == len(numerals):
        return parts
    own = [n for n in numerals if is_of_those(n) and n.number.value < whole.number.value]
    if len(numerals) != 1 or not own or area_of(document, own[0], sentence) is None:
        return {}
    return {own[0].number.start: part_of(document, own[0], sentence)}
