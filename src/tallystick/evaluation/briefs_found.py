"""What the road made of briefs, told brief by brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tallystick.evaluation.briefs_gold import Area, Bounds, Count, GroupClaim, Told
from tallystick.evaluation.ties import Tie, tie_of
from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Range
from tallystick.model.record import Record
from tallystick.model.terms import ClaimStatus, LinkKind, Quantifier, Role

_ANSWERS = (LinkKind.RESPONDS_TO, LinkKind.TRIGGERED_BY)
_STANDING = (ClaimStatus.STANDING, ClaimStatus.DISPUTED)


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
                areas=tuple(map(_area, tally.scope.areas)),
                parts=tuple(sorted((p.scope, p.value) for p in tally.parts)),
            )
        )
    return found


def _area(told: str) -> Area:
    place = load_gazetteer().place(told)
    if place is None or place.country is None:
        return Area(told)
    return Area(place.country, None if told == place.country else place.name)


def claimants_found(record: Record) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Report id → incident id → who claims that incident by this report's own words, no matter what others say."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for claim in record.claims:
        if claim.status in _STANDING:
            for incident_id in claim.covers.incident_ids:
                found[claim.report_id][incident_id][claim.claimant.name] = None
    for incident in record.incidents:
        for event in record.events_of(incident):
            for participant in event.participants:
                if participant.role is Role.CLAIMANT:
                    found[event.report_id][incident.id][participant.actor.name] = None
    return {r: {i: tuple(names) for i, names in by.items()} for r, by in found.items()}


def group_claims_found(record: Record) -> Mapping[str, list[GroupClaim]]:
    """Report id → its claims over more than one incident."""
    found: dict[str, list[GroupClaim]] = defaultdict(list)
    for claim in record.claims:
        if claim.covers.quantifier is not Quantifier.ONE:
            found[claim.report_id].append(_group_claim(claim))
    return found


def _group_claim(claim: Claim) -> GroupClaim:
    span = (claim.quote.start, claim.quote.end)
    return GroupClaim(claim.claimant.name, span, marks=len(claim.covers.incident_ids))


def ties_found(record: Record) -> Mapping[str, list[Tie]]:
    """Report id → the relations that it tells."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for told in record.relations:
        found[told.report_id].append(tie_of(told))
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
