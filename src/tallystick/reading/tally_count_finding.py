"""The numbers of a sentence that are quoted counts: what they count, and over what time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from tallystick.model.terms import Comparator, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.numbers import Number
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_counted import read_unit
from tallystick.reading.tally_following import comes_from, is_apart, is_held_against, read_after
from tallystick.reading.tally_labels import is_labelled, window_of_row
from tallystick.reading.tally_numbers import Numeral, find_numerals
from tallystick.reading.tally_period import period_of
from tallystick.reading.tally_units import HARM
from tallystick.reading.tally_window import come_in_turn, is_day_of_another, last_before, window_of
from tallystick.reading.tally_window_finding import find_windows
from tallystick.reading.told import Told

_NEAR = 8
_REACH = 16


def find_counts(document: Document, sentence: Span, told: Told, earlier: Sequence[Count]) -> list[Count]:
    """Every number of a sentence that counts something, in order, be it a tally or not.

    ``earlier`` are the tallies of the sentences before: "six more" counts what they did.
    """
    of_violence = bool(told.events or told.bulk)
    numerals = list(find_numerals(document, sentence))
    stops = [_begin_of(document, n, sentence) for n in numerals[1:]] + [sentence.end]
    named = find_windows(document, sentence)
    windows = [w for w in named if not is_day_of_another(document, w)]
    in_turn = come_in_turn(windows, [n.number.start for n in numerals])
    counts: list[Count] = []
    in_part = False
    for numeral, stop in zip(numerals, stops, strict=False):
        start = numeral.number.start
        window = last_before(windows, start) if in_turn else window_of(windows, start, stop)
        own = window if window is not None and numeral.number.start <= window.start < stop else None
        against = is_held_against(numeral, sentence)
        if against and own is None:
            own = window = next((w for w in named if w not in windows), None)
        in_part = bool(counts) and (
            _is_subset(numeral, counts[-1], sentence) or (in_part and _goes_on(numeral, sentence))
        )
        if in_part and not is_apart(numeral, sentence, own):
            continue
        before = [*earlier, *counts]
        counted = read_unit(document, numeral, sentence, window, before, of_violence=of_violence)
        follows = counted is None
        counted = counted or read_after(numeral, sentence, own, window, before)
        if counted is not None:
            unit, anchor = counted
            if is_labelled(numeral.number, sentence):
                window = window_of_row(windows, numeral, sentence) or period_of(document)
            number = _bounded_with(numeral, unit, counts, sentence)
            counts.append(Count(number, unit, anchor, window, numeral.running, follows, against))
            if own is not None and (against or comes_from(numeral, sentence)):
                windows = [w for w in windows if w is not own]
    return counts


def _bounded_with(numeral: Numeral, unit: TallyUnit, before: Sequence[Count], sentence: Span) -> Number:
    """A number of harm, with the "at least" of the one that it is listed behind ("at least 87 killed and 190 hurt")."""
    number, last = numeral.number, before[-1] if before else None
    if last is None or unit not in HARM or last.unit not in HARM or number.comparator is not Comparator.EXACT:
        return number
    is_listed = sentence.doc[number.start - 1].lower_ in ("and", ",") and number.start - last.number.end < _NEAR
    if last.number.comparator is not Comparator.AT_LEAST or not is_listed or number.low != number.value:
        return number
    return replace(number, comparator=Comparator.AT_LEAST, high=None)


def _begin_of(document: Document, numeral: Numeral, sentence: Span) -> int:
    """Where the words of a number begin: those of "bringing the total this month to 15" at "bringing"."""
    start = numeral.number.start
    for token in reversed(sentence.doc[max(sentence.start, start - _REACH) : start]):
        if token.tag_ == "CD" and token.i not in document.date_at:
            break
        if token.lemma_.lower() in words_of("tallies", "brings"):
            return int(token.i)
    return start


def _is_subset(numeral: Numeral, whole: Count, sentence: Span) -> bool:
    """True for a number that is part of the count before it: "of whom 21 …", "(417 deaths …)", "12 of them"."""
    doc, start = sentence.doc, numeral.number.start
    between = doc[whole.number.end : start]
    if sum(t.text == "(" for t in between) > sum(t.text == ")" for t in between):
        return True
    before = f" {doc[max(sentence.start, start - 3) : start].text.lower()}"
    behind = doc[numeral.number.end : min(numeral.number.end + 2, sentence.end)].text.lower()
    subset = phrases_of("tallies", "subset")
    return any(before.endswith(f" {p}") for p in subset) or behind in subset


def _goes_on(numeral: Numeral, sentence: Span) -> bool:
    """True for a number right behind "and" or a comma, which lists on."""
    start = numeral.number.start
    return start > sentence.start and sentence.doc[start - 1].lower_ in ("and", ",")
