"""What the road made of briefs, told brief by brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tallystick.evaluation.briefs_gold import Bounds, Count, Told
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Range
from tallystick.model.record import Record
from tallystick.model.terms import LinkKind

_ANSWERS = (LinkKind.RESPONDS_TO, LinkKind.TRIGGERED_BY)


def incidents_found(record: Record) -> Mapping[str, list[tuple[Told, Told]]]:
    """Report id → its incidents, each as it was resolved and as this report tells it."""
    found: dict[str, list[tuple[Told, Told]]] = defaultdict(list)
    events = {m.id: m for m in record.mentions if isinstance(m, EventMention)}
    for incident in record.incidents:
        by_report: dict[str, list[EventMention]] = defaultdict(list)
        for mention in (events[i] for i in incident.mentions if i in events):
            by_report[mention.report_id].append(mention)
        for report_id, mentions in by_report.items():
            found[report_id].append(_told(incident, mentions))
    return found


def tallies_found(record: Record) -> Mapping[str, list[Count]]:
    """Report id → its tallies."""
    found: dict[str, list[Count]] = defaultdict(list)
    for tally in record.tallies:
        found[tally.report_id].append(
            Count(
                value=tally.value,
                comparator=str(tally.comparator),
                since=tally.since,
                until=tally.until,
                quote=tally.quote.exact,
            )
        )
    return found


def _told(incident: Incident, mentions: list[EventMention]) -> tuple[Told, Told]:
    """The incident with its resolved values, and with those that the report's own first mention tells.

    A brief is judged by its own words: what other briefs said of the incident is no error of its reading.
    """
    first = mentions[0]
    place, where = incident.place, first.where or incident.place
    resolved = Told(
        kind=str(incident.kind),
        start=incident.start,
        end=incident.end,
        place=place.name if place else None,
        country=place.country if place else None,
        perpetrator=incident.perpetrator.name if incident.perpetrator else None,
        claimed_by=tuple(c.name for c in incident.claimed_by),
        killed=_bounds(incident.killed),
        injured=_bounds(incident.injured),
        outcome=str(incident.outcome),
        status=str(incident.status),
        background=incident.background,
        response=any(link.kind in _ANSWERS for m in mentions for link in m.links),
        spans=tuple((m.quote.start, m.quote.end) for m in mentions),
        id=incident.id,
    )
    own = Told(
        kind=str(first.event_kind),
        start=first.when.start,
        end=first.when.end,
        place=where.name if where else None,
        country=where.country if where else None,
        perpetrator=resolved.perpetrator,
        claimed_by=resolved.claimed_by,
        killed=_bounds(first.casualties.killed),
        injured=_bounds(first.casualties.injured),
        outcome=str(first.outcome.value) if first.outcome else resolved.outcome,
        status=resolved.status,
        background=first.background,
        response=resolved.response,
        spans=resolved.spans,
        id=resolved.id,
    )
    return resolved, own


def _bounds(counted: Range | None) -> Bounds | None:
    return None if counted is None else (counted.low, counted.high)
