"""All that is on file about one incident, ready for the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallystick.model.claim import Claim
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.joins import Doubt, JoinWords, join_words, may_be
from tallystick.publishing.words import plain


@dataclass(frozen=True)
class Passage:
    """The words of one report: in parts, each with what it tells or null, and values told elsewhere in the report."""

    quote: Quote
    parts: tuple[tuple[str, str | None], ...]
    elsewhere: tuple[tuple[str, str], ...]
    source: str
    reporter: str | None
    language: str | None
    is_copy: bool


@dataclass(frozen=True)
class Dissent:
    """A field on which reports differ: each value with who tells it and what to know of them, and the rule by which one
    is shown.
    """

    field: str
    values: tuple[tuple[str, tuple[str, ...], str], ...]
    rule: str
    decided_by: str


@dataclass(frozen=True)
class Card:
    """An incident with its passages, claims, doubts and neighbours."""

    number: int
    incident: Incident
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    dissents: tuple[Dissent, ...]
    joins: tuple[JoinWords, ...]
    may_be: tuple[Doubt, ...]
    maybe_this: tuple[Incident, ...]
    answers: tuple[Incident, ...]
    answered_by: tuple[Incident, ...]
    why: tuple[tuple[str, Quote], ...]


def make_cards(index: Index) -> list[Card]:
    """A card for each numbered incident."""
    claims = index.record.claims
    return [
        Card(
            number=index.number[incident.id],
            incident=incident,
            passages=tuple(make_passage(event, index) for event in index.events_of(incident)),
            claims=tuple(claim for claim in claims if incident.id in claim.covers.incident_ids),
            dissents=dissents(incident, index),
            joins=tuple(join_words(incident, index)),
            may_be=may_be(incident, index),
            maybe_this=index.maybe_this(incident),
            answers=tuple(index.by_id[i] for i in incident.responds_to if i in index.by_id),
            answered_by=tuple(i for i in index.incidents if incident.id in i.responds_to),
            why=tuple((link.description, link.quote) for event in index.events_of(incident) for link in event.links),
        )
        for incident in index.incidents
    ]


def dissents(incident: Incident, index: Index) -> tuple[Dissent, ...]:
    """What the reports disagree on."""
    return tuple(
        Dissent(
            field=plain(conflict.field),
            values=tuple(
                (plain(value.value), tellers, _weight_words(value.sources, len(tellers)))
                for value in conflict.values
                for tellers in [tuple(dict.fromkeys(map(index.teller, value.mention_ids)))]
            ),
            rule=conflict.rule,
            decided_by=conflict.decided_by,
        )
        for conflict in incident.conflicts
    )


def _weight_words(sources: int, tellers: int) -> str:
    """How much the tellers of a value weigh, where that is not plain from their number."""
    if sources == 0:
        return "taken back since"
    return "" if sources == tellers else f"{sources} independent"


def make_passage(event: EventMention, index: Index) -> Passage:
    """The words of a mention with its values marked."""
    report = index.reports.get(event.report_id)
    values = list(_values(event))
    inside = [(what, q) for what, q in values if _covers(event.quote, q)]
    outside = [(what, q.exact) for what, q in values if (what, q) not in inside and not _covers(q, event.quote)]
    return Passage(
        quote=event.quote,
        parts=tuple(_parts(event.quote, inside)),
        elsewhere=tuple(dict.fromkeys(outside)),
        source=index.source(event.quote),
        reporter=event.reporter.quote.exact if event.reporter else None,
        language=report.language if report else None,
        is_copy=bool(report and report.syndicated_from),
    )


def _covers(wide: Quote, narrow: Quote) -> bool:
    return wide.start <= narrow.start and narrow.end <= wide.end


def _values(event: EventMention) -> Iterator[tuple[str, Quote]]:
    if event.when.quote:
        yield "when", event.when.quote
    if event.where:
        yield "where", event.where.quote
    for weapon in event.weapons:
        yield "weapon", weapon.quote
    if event.weapon_count:
        yield "how many", event.weapon_count.quote
    for name, harm in (("killed", event.casualties.killed), ("injured", event.casualties.injured)):
        if harm:
            yield name, harm.quote
    for group in event.casualties.groups:
        for name, harm in (("killed", group.killed), ("injured", group.injured)):
            if harm:
                yield f"{group.group.value} {name}", harm.quote
    if event.outcome:
        yield "outcome", event.outcome.quote
    for participant in event.participants:
        yield participant.role.value, participant.quote


def _parts(whole: Quote, inside: list[tuple[str, Quote]]) -> Iterator[tuple[str, str | None]]:
    """The quote cut at the values within it; of two values that overlap the first is marked."""
    at = whole.start
    for what, value in sorted(inside, key=lambda item: (item[1].start, -item[1].end)):
        if value.start < at or value.exact == whole.exact:
            continue
        yield whole.exact[at - whole.start : value.start - whole.start], None
        yield value.exact, what
        at = value.end
    yield whole.exact[at - whole.start :], None
