"""A text with what was read in it: cut wherever a mention begins or ends, so that overlaps stay legible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tallystick.codebook.load import entry
from tallystick.model.mention import EventMention, Mention
from tallystick.model.quote import Quote


@dataclass(frozen=True)
class Span:
    """A stretch of a text, in code points, end exclusive. ``layer`` is the kind of mention, ``value`` for the words of
    a single value; ``tip`` says what it tells, ``key`` is the id of the mention.
    """

    start: int
    end: int
    layer: str
    key: str
    tip: str


@dataclass(frozen=True)
class Piece:
    """A stretch over which the same spans lie, ``spans`` being those; none for plain text."""

    text: str
    start: int
    spans: tuple[Span, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers over it, each once, sorted."""
        return tuple(sorted({span.layer for span in self.spans}))

    @property
    def keys(self) -> tuple[str, ...]:
        """The mentions over it, each once."""
        return tuple(dict.fromkeys(span.key for span in self.spans))

    @property
    def tip(self) -> str:
        """What all over it tells."""
        return "; ".join(dict.fromkeys(span.tip for span in self.spans if span.tip))


def cut(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The text in pieces; laid together they are the text. A span without length marks nothing."""
    wanted = sorted((s for s in spans if s.start < s.end), key=lambda s: (s.start, -s.end, s.layer, s.key))
    edges = sorted({0, len(text), *(s.start for s in wanted), *(s.end for s in wanted)})
    pieces: list[Piece] = []
    open_spans: list[Span] = []
    at = 0
    for start, end in pairwise(edges):
        while at < len(wanted) and wanted[at].start <= start:
            open_spans.append(wanted[at])
            at += 1
        open_spans = [span for span in open_spans if span.end > start]
        pieces.append(Piece(text[start:end], start, tuple(open_spans)))
    return tuple(pieces)


def spans_of(mentions: Sequence[Mention]) -> list[Span]:
    """What is marked of mentions: the words of each, and of events those of each value."""
    spans = []
    for mention in mentions:
        spans.append(Span(mention.quote.start, mention.quote.end, mention.kind, mention.id, name_of(mention)))
        if isinstance(mention, EventMention):
            spans += [Span(quote.start, quote.end, "value", mention.id, what) for what, quote in values_of(mention)]
    return spans


def name_of(mention: Mention) -> str:
    """What kind of mention it is, for a reader."""
    return entry(mention.event_kind).label if isinstance(mention, EventMention) else mention.kind


def values_of(event: EventMention) -> list[tuple[str, Quote]]:
    """The values that an event is told with: what each tells, and its words."""
    harm = event.casualties
    told: list[tuple[str, Quote | None]] = [
        ("when", event.when.quote),
        ("where", event.where.quote if event.where else None),
        *(("weapon", weapon.quote) for weapon in event.weapons),
        ("how many", event.weapon_count.quote if event.weapon_count else None),
        ("killed", harm.killed.quote if harm.killed else None),
        ("injured", harm.injured.quote if harm.injured else None),
        ("outcome", event.outcome.quote if event.outcome else None),
        ("on whose word", event.reporter.quote if event.reporter else None),
        *((participant.role.value, participant.quote) for participant in event.participants),
    ]
    return [(what, quote) for what, quote in told if quote is not None]
