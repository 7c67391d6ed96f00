"""Whether a count sums up many events, or only tells one of them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import Comparator
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_plural
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_sums_of_harm import MANY, is_a_days_fire, sums_up_harm
from tallystick.reading.tally_units import EVENTS
from tallystick.reading.told import Told

_THE_SAME = frozenset({"the", "them", "these", "those", "which"})
_FEW = 3


def is_tally(document: Document, count: Count, sentence: Span, told: Told, earlier: Sequence[Count]) -> bool:
    """True for a count of many events, false for what one event did and for events told one by one.

    ``earlier`` are the tallies that the report quotes before it.
    """
    if count.number.value < 2 or _is_averted(count.anchor) or _is_rate(count):
        return False
    if count.running:
        return _runs_on(count, sentence)
    if count.follows:
        return bool(earlier) and earlier[-1].unit is count.unit
    if count.unit not in EVENTS:
        return is_a_days_fire(document, count) or sums_up_harm(count, sentence, told, earlier)
    is_long = count.window is not None and count.window.is_long
    if count.window is None and _is_of_them(count):
        return False
    noun = count.anchor
    if noun.lemma_.lower() in words_of("tallies", "times") or noun.lower_ in ("twice", "thrice"):
        return is_long or count.number.value >= MANY
    if event_unit(noun, of_violence=True) is None:
        return is_long or noun.tag_ == "CD" or noun.lemma_.lower() in words_of("tallies", "totals")
    if not is_long and (count.number.vague or count.number.value <= _FEW):
        return False
    if _points_back(count) or not (is_plural(noun) or count.number.start > noun.i):
        return False
    return not _is_told_out(count, told)


def _runs_on(count: Count, sentence: Span) -> bool:
    """True for "the 26th attack since 19 October", "the second such raid" and "the third strike of the campaign"."""
    if count.number.start > count.anchor.i or (count.window is not None and count.window.is_long):
        return True
    doc, noun = sentence.doc, count.anchor
    if "such" in {t.lower_ for t in doc[count.number.start : noun.i]}:
        return True
    behind = [t.lower_ for t in doc[noun.i + 1 : min(sentence.end, noun.i + 4)]]
    return behind[:1] == ["of"] and bool(set(behind) & words_of("tallies", "spans"))


def _is_averted(anchor: Token) -> bool:
    """True for attacks that were planned, threatened or foiled."""
    for verb in anchor.ancestors:
        if verb.pos_ == "VERB":
            if verb.lemma_.lower() in words_of("tallies", "averted"):
                return True
            if verb.dep_ not in ("xcomp", "conj"):
                return False
    return False


def _is_rate(count: Count) -> bool:
    """True for "35 attacks a day" and "an average of 35 attacks"."""
    noun = count.anchor
    behind = [t.lemma_.lower() for t in noun.doc[noun.i + 1 : noun.i + 3]]
    if len(behind) == 2 and behind[0] in words_of("tallies", "per") and behind[1] in words_of("tallies", "spans"):
        return True
    return any(t.lower_ == "average" for t in noun.doc[max(0, count.number.start - 4) : count.number.start])


def _points_back(count: Count) -> bool:
    """True for "the two attacks" and "five of the attacks", which are told elsewhere and are no count."""
    start = count.number.start
    if any(t.lower_ == "of" for t in count.anchor.doc[count.number.end : count.anchor.i]) and not count.number.vague:
        return True
    before = count.anchor.doc[max(0, start - 1) : start].text.lower()
    return count.number.value <= _FEW and before in ("the", "these", "those", "both", "its", "their", "'s")


def _is_of_them(count: Count) -> bool:
    """True for the nine of "fourteen of the attacks were in Iraq and nine in Syria"."""
    doc = count.anchor.doc
    before = doc[count.anchor.sent.start : count.number.start]
    return any(
        t.tag_ == "CD" and t.nbor(1).lower_ == "of" and t.nbor(2).lower_ in _THE_SAME and t.i + 2 < count.number.start
        for t in before
        if t.i + 2 < len(doc)
    )


def _is_told_out(count: Count, told: Told) -> bool:
    """True if as many events as the count says are told by the same word, or by "one" and "the other"."""
    noun, number = count.anchor, count.number
    here = [f for f in told.events if noun.i in {t.token.i for t in f.triggers}]
    if here and len(here) >= number.value:
        return True
    if any(f.plural and noun.i in {t.token.i for t in f.triggers} for f in told.bulk):
        return True
    is_exact = number.comparator is Comparator.EXACT
    return number.value == len(told.events) and is_exact and noun.head.lemma_ in ("confirm", "verify")
