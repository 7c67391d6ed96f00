"""The day and the place that stand above an event: the heading of an entry, or the question that it answers.

Logs and sheets head an entry with its day or its place and no verb ("23 NOV, 0410 UTC, off Brass, Nigeria. Tanker
boarded …", "Kailali. Bomb wrecks …"); a briefing asks first ("What happened in Grozny on Saturday? …").
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span

from tallystick.model.expression import DateExpression, PlaceExpression
from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import FINITE
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.timing import dates_an_event
from tallystick.reading.triggers import is_listed

_FINE = 3  # a province: a place coarser than that is no scene
_SENTENCES = 2  # how many behind a heading without a verb belong to it
_LABEL = 12  # words within which the colon of a label comes
_ANSWER = 6  # how many may belong to a question


@dataclass(frozen=True)
class Heading:
    """What a heading tells, and the sentences for which it holds, by their first tokens."""

    dates: tuple[DateExpression, ...]
    places: tuple[PlaceExpression, ...]
    holds_for: frozenset[int]


def read_headings(document: Document) -> tuple[Heading, ...]:
    """The headings of a report, in order."""
    found = []
    for number, sentence in enumerate(document.sentences):
        label = _label(sentence)
        if label is not None:
            dates, places = _told_in(document, label)
            if dates or places:
                found.append(Heading(dates, places, frozenset({sentence.start})))
        asks = is_question(sentence)
        if not asks and not (_has_no_verb(sentence) or _announces_account(sentence)):
            continue
        dates, places = _told_in(document, sentence)
        if dates or (places and not _is_dateline(sentence)):
            found.append(Heading(dates, places, _scope(document, number, asks=asks)))
    return tuple(found)


def _told_in(document: Document, stretch: Span) -> tuple[tuple[DateExpression, ...], tuple[PlaceExpression, ...]]:
    """The first day and the finest place of a heading."""
    inside = range(stretch.start_char, stretch.end_char)
    dates = (d for d in document.dates if d.quote.start in inside and d.when.precision is DatePrecision.DAY)
    places = (e for e in document.places if e.quote.start in inside and e.place and rank_of(e) <= _FINE)
    return tuple(d for d in dates if dates_an_event(d))[:1], tuple(sorted(places, key=rank_of))[:1]


def take_heading(frame: Frame, headings: tuple[Heading, ...]) -> None:
    """Gives an event the day and the place of its heading, where its own words tell none."""
    for heading in headings:
        if frame.sentence.start in heading.holds_for and not frame.is_setting:
            if not frame.dates and not frame.when.is_known:
                frame.dates = heading.dates
            frame.places = frame.places or heading.places


def is_question(sentence: Span) -> bool:
    """True for a sentence that asks, and so tells nothing."""
    text = sentence.text.rstrip().rstrip("”\"'")
    return text.endswith("?") and "“" not in text and '"' not in text


def _label(sentence: Span) -> Span | None:
    """The words before the colon that opens an entry ("Kirkuk: IED …", "12 May, Balkh: …"); None if there is none."""
    colon = next((t for t in sentence[:_LABEL] if t.text == ":"), None)
    if colon is None or colon.i == sentence.start:
        return None
    label = sentence.doc[sentence.start : colon.i]
    return label if not any(t.pos_ in ("VERB", "AUX") for t in label) else None


def _has_no_verb(sentence: Span) -> bool:
    return not any(t.tag_ in FINITE or (t.tag_ == "VBN" and t.dep_ == "ROOT") for t in sentence)


def _opens_entry(document: Document, sentence: Span) -> bool:
    """True for a heading that tells nothing by itself, behind which the next entry comes."""
    armed = any(sentence.start <= w.start < sentence.end for w in document.weapons)
    return _has_no_verb(sentence) and not armed and not any(is_listed(t) for t in sentence)


def _is_dateline(sentence: Span) -> bool:
    """True for "BEIRUT (Agency) -", which tells where a report was written."""
    return sentence.text.rstrip().endswith(("-", "–", "—", ")"))


def _announces_account(sentence: Span) -> bool:
    """True for "what happened at the mine on 14 June can be pieced together", behind which it is told."""
    words = [t.lower_ for t in sentence]
    return any(a == "what" and b in words_of("retelling", "came_about") for a, b in pairwise(words))


def _scope(document: Document, number: int, *, asks: bool) -> frozenset[int]:
    """The sentences behind a heading up to the next one, in the same paragraph unless the heading ends it."""
    held: list[int] = []
    last = document.sentences[number]
    for sentence in document.sentences[number + 1 : number + 1 + (_ANSWER if asks else _SENTENCES)]:
        between = document.report.text[last.end_char - 1 : sentence.start_char + 1]
        if (held and "\n\n" in between) or is_question(sentence) or _opens_entry(document, sentence):
            break
        held.append(sentence.start)
        last = sentence
    return frozenset(held)
