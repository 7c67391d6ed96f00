"""What the tests of reading ask of a reading: its events, claims and tallies, in the order of the text."""

from __future__ import annotations

from typing import Protocol, TypeVar

from tallystick.model.mention import (
    ClaimMention,
    CountedRange,
    EventMention,
    MentionBase,
    RelationMention,
    StatementMention,
    TallyMention,
)
from tallystick.model.terms import Modality, Role
from tallystick.reading.document import Document
from tallystick.reading.reader import Reading
from tallystick.reading.told import Told

_M = TypeVar("_M", bound=MentionBase)


class Read(Protocol):
    def __call__(self, text: str, published: str | None = "2023-11-07", **fields: object) -> Reading: ...


class Parse(Protocol):
    def __call__(self, text: str, published: str | None = "2023-11-07", **fields: object) -> Document: ...


class TellFrames(Protocol):
    def __call__(self, text: str, published: str | None = "2023-11-07", **fields: object) -> Told: ...


def of_type(reading: Reading, wanted: type[_M]) -> list[_M]:
    """The mentions of one kind, by position."""
    return sorted((m for m in reading.mentions if isinstance(m, wanted)), key=lambda m: (m.quote.start, m.id))


def happened(reading: Reading) -> list[EventMention]:
    """The events that the ledger would take in: told one by one, as fact or as alleged."""
    return [
        m for m in of_type(reading, EventMention) if m.modality in (Modality.ACTUAL, Modality.ALLEGED) and not m.plural
    ]


def only(reading: Reading) -> EventMention:
    """The one event that a reading tells."""
    events = happened(reading)
    assert len(events) == 1, [m.quote.exact for m in events]
    return events[0]


def the_tally(reading: Reading) -> TallyMention:
    tallies = of_type(reading, TallyMention)
    assert len(tallies) == 1, [m.quote.exact for m in tallies]
    return tallies[0]


def tally_values(read: Read, text: str, published: str = "2019-09-20") -> list[int]:
    """The values of the tallies that a text quotes, the smallest first."""
    return sorted(t.value for t in of_type(read(text, published), TallyMention))


def the_claim(reading: Reading) -> ClaimMention:
    claims = of_type(reading, ClaimMention)
    assert len(claims) == 1, [m.quote.exact for m in claims]
    return claims[0]


def relations(reading: Reading) -> set[tuple[str, str, str]]:
    """The relations as subject, predicate and object, by id where known and else by name."""
    return {
        (m.subject.id or m.subject.name, m.predicate.value, m.object.id or m.object.name)
        for m in of_type(reading, RelationMention)
    }


def statements(reading: Reading, kind: str) -> list[StatementMention]:
    return [m for m in of_type(reading, StatementMention) if m.statement_kind.value == kind]


def doer(event: EventMention) -> str | None:
    """Who did it, by id where known and else by name."""
    return next((p.actor_id or p.name for p in event.participants if p.role is Role.PERPETRATOR), None)


def targets(event: EventMention) -> list[str]:
    return [p.quote.exact for p in event.participants if p.role in (Role.TARGET, Role.VICTIM)]


def where(event: EventMention) -> str | None:
    return event.where.name if event.where is not None else None


def places(events: list[EventMention]) -> set[str | None]:
    return {where(e) for e in events}


def days(event: EventMention) -> tuple[str | None, str | None]:
    """First and last day, as written in ISO 8601."""
    start, end = event.when.start, event.when.end
    return (start.isoformat() if start else None, end.isoformat() if end else None)


def span(count: CountedRange | None) -> tuple[int | None, int | None, int | None] | None:
    """A count as low, best and high; None where nothing is told."""
    return None if count is None else (count.low, count.best, count.high)
