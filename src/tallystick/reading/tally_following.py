"""Bare numbers that count what a count before them did: "the governor speaks of 51", "compared with 84", "six more"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.numbers import Number
from tallystick.reading.phrases import subject_of
from tallystick.reading.tally_count import PREDICATIVE, Count, is_near
from tallystick.reading.tally_numbers import Numeral
from tallystick.reading.tally_units import EVENTS
from tallystick.reading.tally_window import Window

_APART = ("pobj", "appos", "conj", "npadvmod", "nummod")
_REACH = 5
_THOSE = frozenset({"of them", "of these", "of those", "of which"})
_AGAINST = frozenset({"compared", "against", "than", "versus", "vs"})
_DEMONSTRATIVE = frozenset({"it", "that", "this"})


_Read = tuple[TallyUnit, Token] | None


def read_after(
    numeral: Numeral, sentence: Span, own: Window | None, window: Window | None, earlier: Sequence[Count]
) -> _Read:
    """What a bare number counts, by the counts ``earlier``, and the number itself; null if it counts nothing.

    ``own`` is the window that is told for it alone, ``window`` the one that it has.
    """
    noun = numeral.noun
    if not earlier or numeral.running or numeral.times or (noun is not None and noun.pos_ != "PRON"):
        return None
    last, token = earlier[-1], numeral.token
    if is_of_those(numeral):
        return (last.unit, token) if is_apart(numeral, sentence, own) and is_near(last, sentence) else None
    if noun is not None:
        return None
    return (
        _by_other_figure(token, sentence, last)
        or _by_count_before(numeral, sentence, own, last)
        or _by_comparison(numeral, sentence, last)
        or _by_time(numeral, sentence, window, last)
        or _by_all(numeral, sentence, last)
    )


def is_of_those(numeral: Numeral) -> bool:
    """True for "17 of them"."""
    end = numeral.number.end
    return numeral.token.doc[end : end + 2].text.lower() in _THOSE


def is_apart(numeral: Numeral, sentence: Span, own: Window | None) -> bool:
    """True for "17 of them in March alone", which has a time of its own; false for "230 of them civilians"."""
    if own is None or not is_of_those(numeral):
        return False
    return numeral.number.start == sentence.start or own.start - numeral.number.end < _REACH


def is_held_against(numeral: Numeral, sentence: Span) -> bool:
    """True for the number of another time that a count is only held against ("compared with 210 the day before")."""
    before = [t.lower_ for t in sentence.doc[max(sentence.start, numeral.number.start - 3) : numeral.number.start]]
    return bool(_AGAINST & {*before}) or before[-2:] in (["up", "from"], ["down", "from"])


def comes_from(numeral: Numeral, sentence: Span) -> bool:
    """True for the first number of "rose from 64 in June to 81 in July"."""
    before = sentence.doc[max(sentence.start, numeral.number.start - 3) : numeral.number.start]
    return any(t.lower_ == "from" for t in before)


def is_sum_of_those(number: Number, sentence: Span) -> bool:
    """True for "35 in all"."""
    behind = f" {sentence.doc[number.end : min(number.end + 3, sentence.end)].text.lower()} "
    return any(
        behind.startswith(f" {phrase} ") or f" {phrase}." in behind for phrase in phrases_of("tallies", "in_all")
    )


def other_figure(sentence: Span) -> Token | None:
    """The figure of "a lower figure", "an earlier statement" and "an independent count"; null if none is named."""
    figures = words_of("tallies", "totals") | words_of("tallies", "statements")
    named = (b for a, b in pairwise(sentence) if a.lower_ in words_of("tallies", "other"))
    return next((b for b in named if b.lemma_.lower() in figures), None)


def _by_other_figure(token: Token, sentence: Span, last: Count) -> _Read:
    """What was counted before, of "an earlier statement spoke of 62", "the governor speaks of 51", "it recorded 60"."""
    if token.dep_ not in ("pobj", "npadvmod", *PREDICATIVE):
        return None
    verb = token.head.head if token.dep_ == "pobj" else token.head
    subject, lemma = subject_of(verb), verb.lemma_.lower()
    counts = words_of("tallies", "tally")
    if lemma not in words_of("tallies", "speaks") | counts or subject is None:
        return None
    is_other = subject.lower_ not in _DEMONSTRATIVE or (subject.lower_ == "it" and lemma in counts)
    return (last.unit, token) if (is_other and is_near(last, sentence)) or other_figure(sentence) == subject else None


def _by_count_before(numeral: Numeral, sentence: Span, own: Window | None, last: Count) -> _Read:
    """What was counted before, of "compared with 53 in May", "six followed" and "there were six more"."""
    token = numeral.token
    if last.number.value < 2:
        return None
    more = token.i + 1 < sentence.end and token.nbor(1).lower_ == "more"
    follows = token.dep_ == "nsubj" and token.head.lemma_.lower() in words_of("tallies", "follow")
    if last.unit in EVENTS and ((more and token.dep_ != "advmod") or follows):
        return last.unit, token
    compared = last.anchor.i >= sentence.start and token.dep_ in _APART
    is_placed = token.dep_ == "conj" and any(c.lower_ in ("in", "near") for c in token.rights)
    return (last.unit, token) if compared and (own is not None or is_placed) else None


def _by_comparison(numeral: Numeral, sentence: Span, last: Count) -> _Read:
    """What was counted before, of "as against 114", "compared with around 225"."""
    before = sentence.doc[max(sentence.start, numeral.number.start - 3) : numeral.number.start]
    is_against = any(t.lower_ in _AGAINST for t in before) and last.anchor.i >= sentence.start
    return (last.unit, numeral.token) if is_against else None


def _by_time(numeral: Numeral, sentence: Span, window: Window | None, last: Count) -> _Read:
    """What was counted before, of "in May there were eleven", "November was the quietest month, with 22"."""
    token = numeral.token
    if window is None or not window.is_long or not is_near(last, sentence) or last.unit not in EVENTS:
        return None
    there_were = token.dep_ in ("attr", "dobj") and any(c.dep_ == "expl" for c in token.head.lefts)
    is_with = token.dep_ == "pobj" and token.head.lower_ == "with" and token.head.head.lemma_ == "be"
    return (last.unit, token) if there_were or is_with else None


def _by_all(numeral: Numeral, sentence: Span, last: Count) -> _Read:
    """What was counted before, of "35 in all"."""
    is_sum = last.anchor.i >= sentence.start and is_sum_of_those(numeral.number, sentence)
    return (last.unit, numeral.token) if is_sum else None
