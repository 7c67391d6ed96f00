"""Tallies: counts that somebody quotes, with window, scope and parts."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention
from tallystick.model.terms import TallyUnit
from tallystick.reading.confidence import confidence_of
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id
from tallystick.reading.matter import is_of_other_matter
from tallystick.reading.tally_counts import Count, find_counts
from tallystick.reading.tally_parts import Whole, whole_with_parts
from tallystick.reading.tally_scope import find_counter, find_scope, target_told
from tallystick.reading.tally_sums import is_tally
from tallystick.reading.tally_window import Window
from tallystick.reading.told import Told


def find_tallies(document: Document, told: Told) -> tuple[TallyMention, ...]:
    """The counts of a report that are not told out one by one on the spot.

    "Two attacks, at A and at B" is two events and no tally; "at least 24 attacks since October 17" is a tally.
    """
    if is_of_other_matter(document.doc):
        return ()
    tallies: dict[str, TallyMention] = {}
    earlier: list[Count] = []
    target: ActorRef | None = None
    for sentence in document.sentences:
        counts: list[Count] = []
        for count in find_counts(document, sentence, told, earlier):
            if is_tally(count, sentence, told, [*earlier, *counts]):
                counts.append(count)
        for whole in whole_with_parts(document, sentence, counts):
            mention = _mention(document, sentence, whole, target)
            tallies.setdefault(mention.id, mention)
        earlier += counts
        target = target_told(document, sentence) or target
    return tuple(tallies[i] for i in sorted(tallies))


def _mention(document: Document, sentence: Span, whole: Whole, earlier_target: ActorRef | None) -> TallyMention:
    count, parts = whole
    quote = document.quote_span(_clause_of(sentence, count))
    scope = find_scope(document, sentence, count, parts)
    if scope.target is None and count.unit is TallyUnit.ATTACKS:
        scope = scope.model_copy(update={"target": earlier_target})
    window = count.window or Window()
    return TallyMention(
        id=mention_id(document.report.id, "tally", quote, count.number.start - sentence.start),
        report_id=document.report.id,
        quote=quote,
        confidence=confidence_of("tally"),
        reader=READER,
        counter=find_counter(document, sentence, count),
        quoted_by=document.report.publisher,
        unit=count.unit,
        scope=scope,
        since=window.since,
        until=window.until,
        comparator=count.number.comparator,
        value=count.number.value,
        value_low=count.number.low,
        value_high=count.number.high,
        parts=parts,
        window_quote=window.quote,
    )


def _clause_of(sentence: Span, count: Count) -> Span:
    """The clause of the count, between semicolons."""
    start, end = sentence.start, sentence.end
    for token in sentence:
        if token.text == ";" and token.i < count.number.start:
            start = token.i + 1
        elif token.text == ";" and token.i > max(count.anchor.i, count.number.end):
            end = token.i
            break
    return sentence.doc[start:end]
