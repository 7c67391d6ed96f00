"""What a count takes over from one told before it: the time and the ground of "they left 173 dead"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention
from tallystick.reading.document import Document
from tallystick.reading.phrases import is_definite, is_plural
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_following import other_figure
from tallystick.reading.tally_units import EVENTS, HARM

_POINTING = frozenset({"they", "it", "these", "those", "them"})


def goes_on_from(
    document: Document,
    sentence: Span,
    count: Count,
    before: Sequence[tuple[Count, TallyMention]],
    *,
    counter: ActorRef | None,
) -> TallyMention | None:
    """The count of events whose time and ground hold for a count that tells no time of its own; null if none does.

    Its words must point back ("they", "the attacks", "a lower figure"), or it follows in the next sentence, counts the
    same or harm, and nobody else is its ``counter``.
    """
    if count.window is not None or count.running:
        return None
    of_events = [(c, m) for c, m in before if m.unit in EVENTS and (m.since or m.until)]
    if not of_events:
        return _harm_before(sentence, count, before)
    if of_events[-1][0].anchor.i >= sentence.start:
        return None
    # Of several in one sentence ("41 attacks, up from 29 in July") the first is what it is about.
    last = of_events[-1][0].anchor.sent
    base, mention = next((c, m) for c, m in of_events if c.anchor.sent == last)
    if count.unit in EVENTS and count.unit is not mention.unit and not _speaks_of_same(sentence):
        return None
    if _points_back(sentence, count):
        return mention
    by_same = counter is None or counter == mention.counter
    return mention if by_same and _is_next(document, sentence, before[-1][0], base) else None


def _harm_before(sentence: Span, count: Count, before: Sequence[tuple[Count, TallyMention]]) -> TallyMention | None:
    """The count of harm right before one of harm ("another 840 were wounded"); null if it tells no time."""
    if count.unit not in HARM or not before:
        return None
    last, mention = before[-1]
    is_next = last.anchor.sent.end >= sentence.start
    return mention if mention.unit in HARM and is_next and (mention.since or mention.until) else None


def _speaks_of_same(sentence: Span) -> bool:
    """True for "the militias themselves have issued claims for 66", where the same acts are told by others."""
    return other_figure(sentence) is not None or any(t.lower_ in ("themselves", "itself") for t in sentence)


def _points_back(sentence: Span, count: Count) -> bool:
    if _speaks_of_same(sentence) or sentence[0].lower_ in _POINTING:
        return True
    return any(
        is_definite(t) and is_plural(t) and t != count.anchor and event_unit(t, of_violence=False) is not None
        for t in sentence
        if t.i < max(count.number.start, count.anchor.i)
    )


def _is_next(document: Document, sentence: Span, last: Count, base: Count) -> bool:
    """True for the sentence behind that of the last count, which goes on from the same count of events."""
    behind = [s for s in document.sentences if base.anchor.i < s.start <= sentence.start]
    return len(behind) == 1 or (last.unit in HARM and last.anchor.i >= base.anchor.i and len(behind) == 2)
