"""Counts that replace an earlier one: "raised from 115 to 118", "up from 15 a week ago", "17, not 27"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from tallystick.model.mention import Revised
from tallystick.model.terms import Comparator, DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, read_number
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_lists import Draft

_CORRECTED = re.compile(
    r"\b(?:earlier|previous|original|first) (?:version|report|article|story|edition)\b", re.IGNORECASE
)
_STOPS = frozenset({";", ".", ":"})
_REACH = 12


def link_revisions(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The counts of a report, those that replace another with what they replace.

    The count that is replaced stays a count only where a day is told on which it stood: it then counts over the time
    of its successor up to that day. What an earlier version of the text said is none.
    """
    made: list[Draft] = []
    withdrawn: Draft | None = None
    pairs = [(d, n) for d in drafts if (n := _replaced(d.sentence, d.count)) is not None]
    replaced = {numeral.idx for draft, numeral in pairs if not _is_earlier(document, draft, numeral)}
    for draft in drafts:
        if _CORRECTED.search(draft.sentence.text):
            withdrawn = draft
        elif withdrawn is not None and withdrawn.count.unit is draft.count.unit:
            made.append(_corrected(document, withdrawn, draft))
            withdrawn = None
        elif draft.position not in replaced:
            made += _with_replaced(document, draft)
    return made


def _corrected(document: Document, wrong: Draft, right: Draft) -> Draft:
    """A count with the one of an earlier version of the text, whose time it takes over where it tells none."""
    number = wrong.count.number
    quote = document.quote_span(right.sentence.doc[number.start : number.end])
    count = replace(right.count, window=right.count.window or wrong.count.window)
    return replace(right, count=count, revises=Revised(value=number.value, quote=quote))


def _is_earlier(document: Document, draft: Draft, numeral: Token) -> bool:
    """True for the number of a day before the window of a count, which is no count that it replaces."""
    day, window = _day_behind(document, numeral), draft.count.window
    return day is not None and window is not None and window.since is not None and day < window.since


def _with_replaced(document: Document, draft: Draft) -> list[Draft]:
    """A draft with the count that its sentence says it replaces, and that count where its day is told."""
    numeral = _replaced(draft.sentence, draft.count)
    value = read_number(numeral.lower_) if numeral is not None else None
    if numeral is None or value is None or value == draft.count.number.value:
        return [draft]
    later = replace(draft, revises=Revised(value=value, quote=document.quote_tokens([numeral])))
    day, window = _day_behind(document, numeral), draft.count.window
    if _is_earlier(document, draft, numeral):
        return [draft]
    if day is None or window is None:
        return [later]
    number = Number(value, value, value, Comparator.EXACT, numeral.i, numeral.i + 1)
    count = replace(draft.count, number=number, window=replace(window, until=day))
    return [replace(later, replaced_is_count=True), replace(draft, count=count, parts=())]


def _replaced(sentence: Span, count: Count) -> Token | None:
    """The number that a count replaces, in its sentence: behind "from" or ", not"."""
    doc, number = sentence.doc, count.number
    for token in doc[number.end : min(sentence.end, number.end + _REACH)]:
        if token.text in _STOPS:
            break
        before = doc[token.i - 1].lower_
        is_denied = token.lower_ == "not" and before == ","
        is_from = token.lower_ == "from" and (before in ("up", "down") or token.i == number.end)
        if is_denied or (is_from and (_is_running(count) or _revises(sentence))):
            return next((t for t in doc[token.i + 1 : min(sentence.end, token.i + 3)] if t.tag_ == "CD"), None)
    if (amended := _amended(sentence, number.end)) is not None:
        return amended
    if number.start - 3 >= sentence.start and doc[number.start - 1].lower_ == "to" and _revises(sentence):
        numeral = doc[number.start - 2]
        return numeral if numeral.tag_ == "CD" and doc[numeral.i - 1].lower_ == "from" else None
    return None


def _amended(sentence: Span, start: int) -> Token | None:
    """The 45 of ", amending the 45 it gave on Wednesday"."""
    verbs = words_of("tallies", "revise")
    for token in sentence.doc[start : sentence.end]:
        if token.tag_ == "VBG" and token.lemma_.lower() in verbs:
            return next((t for t in sentence.doc[token.i + 1 : token.i + 5] if t.tag_ == "CD"), None)
    return None


def _is_running(count: Count) -> bool:
    """True for a count since some day up to now; one of a closed time is only compared with another."""
    return count.window is not None and count.window.since is not None and count.window.until is None


def _revises(sentence: Span) -> bool:
    """True for a sentence in which somebody raises, lowers or corrects a count; attacks that "rose to 31" do not."""
    verbs, totals = words_of("tallies", "revise"), words_of("tallies", "totals")
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in verbs:
            things = [c.lemma_.lower() for c in token.children if c.dep_ in ("dobj", "obj", "nsubjpass")]
            return lemma in ("revise", "correct") or bool(totals.intersection(things))
    return False


def _day_behind(document: Document, numeral: Token) -> date | None:
    """The day as of which a replaced count stood ("15 a week ago", "24 last week")."""
    for token in numeral.doc[numeral.i + 1 : numeral.i + 6]:
        expression = document.date_at.get(token.i)
        if expression is not None:
            when, published = expression.when, document.report.published_on
            if "ago" not in expression.quote.exact.lower() or when.start is None or published is None:
                return when.end
            # "A week ago" is read as that week: the day of it on which the report came out is meant.
            is_week = when.precision is DatePrecision.WEEK
            return when.start + timedelta(days=published.weekday()) if is_week else when.start
    return None
