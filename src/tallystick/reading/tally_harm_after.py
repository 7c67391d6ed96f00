"""Counts of harm that go on from a count told before them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_definite, is_plural, says, subject_of
from tallystick.reading.tally_count import Count, is_near
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_one_event import is_of_one_event
from tallystick.reading.tally_units import EVENTS, HARM
from tallystick.reading.told import Told
from tallystick.reading.verbs import is_perfect, verb_of


def follows_tally(count: Count, told: Told, earlier: Sequence[Count]) -> bool:
    """True if the count of harm goes on from a count of attacks, with no other event told in between."""
    whole = next((c for c in reversed(earlier) if c.unit in EVENTS and not c.running), None)
    of_a_day = [c.window is not None and not c.window.is_long for c in earlier if c.unit in EVENTS]
    if whole is None or all(of_a_day):
        return False
    start, counted = count.number.start, {c.anchor.i for c in (*earlier, count)}
    between = [f for f in told.events if whole.anchor.i < f.segment.start < start and f.head.i not in counted]
    return all(_is_past(f) for f in between) or _looks_back(count.anchor)


def is_done_by_those(count: Count, sentence: Span, earlier: Sequence[Count]) -> bool:
    """True for "they have killed 31 soldiers" and "the raids wounded 84" right behind a count of attacks."""
    if count.window is not None or not earlier or earlier[-1].unit not in EVENTS | HARM:
        return False
    if not is_near(earlier[-1], sentence) or not any(c.unit in EVENTS and not c.running for c in earlier):
        return False
    subject = subject_of(verb_of(count.anchor))
    if subject is None:
        return False
    is_same = is_definite(subject) and is_plural(subject) and event_unit(subject, of_violence=False) is not None
    return subject.lower_ in ("they", "these", "those") or is_same


def adds_on(count: Count, sentence: Span, earlier: Sequence[Count]) -> bool:
    """True for "another 840 were wounded and 290 abducted" right behind a count of harm."""
    if count.window is not None or not earlier or earlier[-1].unit not in HARM or not is_near(earlier[-1], sentence):
        return False
    doc, start, end = sentence.doc, count.number.start, count.number.end
    if is_perfect(count.anchor) and not is_of_one_event(count.anchor):
        return True
    around = {t.lower_ for t in (*doc[max(sentence.start, start - 2) : start], *doc[end : end + 2])}
    if around & words_of("tallies", "further"):
        return True
    is_listed = earlier[-1].anchor.i >= sentence.start and doc[start - 1].lower_ in ("and", ",")
    return is_listed and earlier[-1].window is None


def is_counted_beside(count: Count, sentence: Span, earlier: Sequence[Count]) -> bool:
    """True for "Pakistan counted six places struck and 31 civilians killed", right behind another's count."""
    if not earlier or count.number.vague or not is_near(earlier[-1], sentence):
        return False
    verbs = [a for a in count.anchor.ancestors if a.pos_ == "VERB"]
    return any(a.lemma_.lower() in words_of("tallies", "tally") for a in verbs)


def _is_past(frame: Frame) -> bool:
    return frame.background or frame.is_setting


def _looks_back(anchor: Token) -> bool:
    """True for "had been found to have injuries", told as further back than the event before it."""
    verb = next((a for a in anchor.ancestors if a.dep_ == "ROOT"), anchor)
    return any(c.lower_ == "had" for c in verb.lefts if c.dep_ == "aux") and not says(verb)
