"""A text with what was read in it: cut wherever a mention begins or ends, each mention with a line of its own under its
words, so that overlaps stay legible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tallystick.codebook.load import entry
from tallystick.model.mention import EventMention, Mention, RelationMention, StatementMention
from tallystick.model.quote import Quote

MOST_LANES = 4
"""Where more mentions than these lie over one another, the rest share the last line."""


POINTED = "pointed"


@dataclass(frozen=True)
class Span:
    """A stretch of a text, in code points, end exclusive. ``layer`` is the kind of mention, ``value`` for the words of
    a single value, ``pointed`` for what an address points at; ``tip`` says what it tells, ``key`` is the id of the
    mention. ``lane`` is the line under the words that a mention is drawn on, 0 the nearest.
    """

    start: int
    end: int
    layer: str
    key: str = ""
    tip: str = ""
    lane: int | None = None

    @property
    def look(self) -> str:
        """The class of its style."""
        return self.layer if self.lane is None else f"{self.layer}-{self.lane}"


@dataclass(frozen=True)
class Piece:
    """A stretch over which the same spans lie, ``spans`` being those; none for plain text."""

    text: str
    start: int
    spans: tuple[Span, ...]

    @property
    def looks(self) -> tuple[str, ...]:
        """The classes of all over it, each once, sorted."""
        return tuple(sorted({span.look for span in self.spans}))

    @property
    def is_pointed(self) -> bool:
        """True if it is among the words that the address points at."""
        return any(span.layer == POINTED for span in self.spans)

    @property
    def begins(self) -> str | None:
        """The mention whose words begin with it; of several, the longest."""
        return next((span.key for span in self.spans if span.lane is not None and span.start == self.start), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """The mentions over it, each once."""
        return tuple(dict.fromkeys(span.key for span in self.spans if span.key))

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
    """What is marked: the words of each mention, on the first line that is free, and of events those of each value."""
    spans = []
    ends: list[int] = []
    for mention in sorted(mentions, key=lambda each: (each.quote.start, -each.quote.end, each.id)):
        quote = mention.quote
        lane = next((number for number, end in enumerate(ends) if end <= quote.start), len(ends))
        ends[lane : lane + 1] = [quote.end]
        spans.append(
            Span(quote.start, quote.end, mention.kind, mention.id, name_of(mention), min(lane, MOST_LANES - 1))
        )
        if isinstance(mention, EventMention):
            spans += [Span(each.start, each.end, "value", mention.id, what) for what, each in values_of(mention)]
    return spans


def name_of(mention: Mention) -> str:
    """What a mention is, for a reader: the kind of event, relation or statement, or a claim, or a count."""
    match mention:
        case EventMention():
            return entry(mention.event_kind).label
        case RelationMention():
            return f"Relation: {entry(mention.predicate).label.lower()}"
        case StatementMention():
            return f"Statement: {entry(mention.statement_kind).label.lower()}"
        case _:
            return "Claim" if mention.kind == "claim" else "Count"


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
