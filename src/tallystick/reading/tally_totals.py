"""The sum that a number comes to: "brings the number of attacks to 15", "attacks rose to 31", "put the dead at 9"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_plural, subject_of
from tallystick.reading.tally_count import PREDICATIVE, Count
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_harm import harm_named
from tallystick.reading.tally_units import unit_of_total
from tallystick.reading.tally_window import Window

_TO = frozenset({"to", "at", "of", "past", "above", "over", "beyond"})


def read_by_total(
    document: Document,
    token: Token,
    sentence: Span,
    window: Window | None,
    earlier: Sequence[Count],
    *,
    of_violence: bool,
) -> tuple[TallyUnit, Token] | None:
    """The sum that a number is said to be or to come to ("brings the number of attacks this year to 15")."""
    relation = token.head.lower_ if token.dep_ == "pobj" else token.head.lemma_ if token.dep_ in PREDICATIVE else ""
    compared = relation == "from" and window is not None and window.start > token.i
    if not compared and relation not in _TO and relation not in words_of("tallies", "equal"):
        return None
    total = _total_around(token, sentence)
    if total is None or (relation == "of" and token.head.head != total):
        return None
    unit = unit_of_total(document, total, of_violence=of_violence)
    is_of_time = window is not None and window.is_long
    if unit is None and not any(c.lower_ == "of" for c in total.rights) and (earlier or is_of_time):
        attacks = (u for t in sentence if (u := event_unit(t, of_violence=of_violence)) is not None)
        unit = earlier[-1].unit if earlier else next(attacks, TallyUnit.ATTACKS if of_violence else None)
    return (unit, total) if unit is not None else None


def _total_around(token: Token, sentence: Span) -> Token | None:
    """The word for a sum right behind a number ("to 12 the number of"), else the nearest before it."""
    behind = list(takewhile(lambda t: t.dep_ != "cc" and not t.is_punct, sentence.doc[token.i + 1 : token.i + 4]))
    before = list(reversed(sentence.doc[sentence.start : token.i]))
    totals = words_of("tallies", "totals")
    return next((t for t in behind + before if t.pos_ == "NOUN" and t.lemma_.lower() in totals), None)


def read_by_change(token: Token, sentence: Span, *, of_violence: bool) -> tuple[TallyUnit, Token] | None:
    """The attacks of "attacks rose to 31", "put the attacks at 31" and "attacks are up, with 31 recorded in May"."""
    counting = words_of("tallies", "count")
    if token.dep_ == "pobj" and token.head.lower_ not in ("to", "from", "at", "with"):
        return None
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lower_ in ("up", "down"):
        verb = verb.head
    if verb.lemma_.lower() not in words_of("tallies", "change") | words_of("tallies", "equal") | counting:
        return None
    roles = ("dobj", "obj", "nsubjpass") if verb.lemma_.lower() in counting else ("nsubj", "nsubjpass")
    nouns = [c for c in verb.children if c.dep_ in roles]
    counted = any(c.dep_ == "acl" and c.lemma_.lower() in counting for c in token.rights)
    if counted or (token in nouns and verb.lemma_.lower() in counting):
        nouns = [t for t in sentence if t.i < token.i and is_plural(t)]
    for noun in nouns:
        unit = event_unit(noun, of_violence=of_violence) or harm_named(noun)
        if unit is not None:
            return unit, noun
    return None


def read_put_at(document: Document, token: Token) -> tuple[TallyUnit, Token] | None:
    """The harm of "puts the dead since June at 459 and the injured at 820"."""
    if token.dep_ != "pobj" or token.head.lower_ != "at":
        return None
    puts = next((a for a in token.head.ancestors if a.lemma_.lower() in words_of("tallies", "count")), None)
    if puts is None:
        return None
    between = reversed(token.doc[puts.i + 1 : token.head.i])
    own = (t for t in between if t.i not in document.date_at)
    counted = next((t for t in own if t.tag_ == "CD" or harm_named(t) is not None), None)
    unit = harm_named(counted) if counted is not None else None
    return (unit, counted) if unit is not None and counted is not None else None


def read_by_sum_so_far(token: Token, earlier: Sequence[Count], *, of_violence: bool) -> tuple[TallyUnit, Token] | None:
    """What was counted before, of "that makes 15 this month and roughly 90 this year"."""
    while token.dep_ == "conj" and token.head.tag_ == "CD":
        token = token.head
    subject = subject_of(token.head)
    if token.head.lemma_.lower() not in words_of("tallies", "adds_up") or subject is None:
        return None
    if token.dep_ not in PREDICATIVE or subject.lower_ not in ("that", "this", "it", "which"):
        return None
    unit = earlier[-1].unit if earlier else TallyUnit.ATTACKS if of_violence else None
    return (unit, token) if unit is not None else None
