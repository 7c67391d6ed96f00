"""Checks every quoted count against the incidents on file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Mention, TallyMention
from tallystick.model.report import Report
from tallystick.model.tally import Outside, Reconciliation, Tally
from tallystick.model.terms import LinkKind, Verdict
from tallystick.reconciliation.count import bounds, count, judge, least
from tallystick.reconciliation.note import describe
from tallystick.reconciliation.scope import (
    InArea,
    SameSide,
    Setting,
    is_of_the_sides,
    land_of,
    why_elsewhere,
    why_other_sort,
)
from tallystick.reconciliation.window import last_day, why_outside_window


def reconcile(
    tallies: Sequence[TallyMention],
    incidents: Sequence[Incident],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    *,
    in_area: InArea,
    same_side: SameSide,
    area_name: Callable[[str], str] = str,
) -> tuple[Tally, ...]:
    """Each tally with the incidents inside and outside it, what is missing, and a verdict; sorted by id.

    An incident told too vaguely to say whether it is another one inside is named apart, and not counted again.

    Every incident on file is considered. Named as outside, with the reason, are those that a reader could expect
    inside: the other incidents of the tally's own report, and those in its window and area. The rest is elsewhere.

    Args:
        tallies: the counts as the reports quote them.
        incidents: all incidents on file, of whatever report.
        mentions: the mentions behind them.
        reports: the reports; a tally without an end counts up to the day of its own.
        in_area: whether an incident lies in an area of a tally's scope (a country code or a place id).
        same_side: whether two actors fight on one side; null where that is not known.
        area_name: how an area is called in words.

    """
    ordered = sorted(incidents, key=lambda i: i.id)
    events = {m.id: m for m in mentions if isinstance(m, EventMention)}
    by_id = {r.id: r for r in reports}
    told_in: dict[str, set[str]] = defaultdict(set)
    for incident in ordered:
        for mention in incident.mentions:
            if mention in events:
                told_in[events[mention].report_id].add(incident.id)

    def check(tally: TallyMention) -> Tally:
        until = last_day(tally, by_id.get(tally.report_id))
        inside: list[Incident] = []
        outside: list[Outside] = []
        told_here = told_in[tally.report_id]
        countries = frozenset[str]() if tally.scope.areas else _countries(tally, ordered, told_here, same_side)
        for incident in ordered:
            here = incident.id in told_here
            elsewhere = why_outside_window(incident, tally.since, until)
            if elsewhere and not here:
                continue
            setting = Setting(_answers(tally, incident, events), here, countries)
            elsewhere = elsewhere or why_elsewhere(
                tally, incident, setting, in_area=in_area, same_side=same_side, area_name=area_name
            )
            if elsewhere and not here:
                continue
            why = elsewhere or why_other_sort(tally, incident, setting, same_side=same_side)
            if why:
                outside.append(Outside(incident_id=incident.id, why=why))
            else:
                inside.append(incident)
        counted, vague = set_vague_apart(inside)
        number = sum(1 for i in counted if i.id in told_here)
        return _tally(tally, until, counted, vague, outside, told_here=number, area_name=area_name)

    return tuple(check(t) for t in sorted(tallies, key=lambda t: t.id))


def _tally(
    tally: TallyMention,
    until: date | None,
    inside: Sequence[Incident],
    vague: Sequence[Incident],
    outside: Sequence[Outside],
    *,
    told_here: int,
    area_name: Callable[[str], str],
) -> Tally:
    low, high = bounds(tally)
    expected = least(tally)
    counted = count(tally.unit, inside)
    missing = None if counted.number is None or expected is None else max(0, expected - counted.number)
    verdict = Verdict.NOT_CHECKED if counted.number is None else judge(counted.number, low, high)
    if verdict is Verdict.EXCEEDED and tally.since is None:
        verdict = Verdict.NOT_CHECKED
    return Tally(
        id=tally.id,
        report_id=tally.report_id,
        quote=tally.quote,
        counter=tally.counter,
        quoted_by=tally.quoted_by,
        unit=tally.unit,
        scope=tally.scope,
        since=tally.since,
        until=until,
        comparator=tally.comparator,
        value=tally.value,
        value_low=tally.value_low,
        value_high=tally.value_high,
        parts=tally.parts,
        reconciliation=Reconciliation(
            inside=tuple(i.id for i in inside),
            vague=tuple(i.id for i in vague),
            outside=tuple(outside),
            missing=missing,
            verdict=verdict,
            note=describe(
                tally,
                inside,
                len(vague),
                counted,
                until=until,
                missing=missing,
                verdict=verdict,
                told_here=told_here,
                area_name=area_name,
            ),
        ),
    )


def _countries(
    tally: TallyMention, incidents: Sequence[Incident], told_here: set[str], same_side: SameSide
) -> frozenset[str]:
    """Where a tally that names no area may count: where its report tells of incidents that are no background, and
    where incidents on file are known to be between its sides.
    """
    near = (
        land_of(i)
        for i in incidents
        if not i.background and (i.id in told_here or is_of_the_sides(tally, i, same_side))
    )
    return frozenset(land for land in near if land is not None)


def _answers(tally: TallyMention, incident: Incident, events: dict[str, EventMention]) -> bool:
    """True if a report tells the incident as a response to the counted attacks: by the tally's id, or in the tally's
    own report behind it and with no single event named ("in response to these attacks").
    """
    return any(
        link.kind is LinkKind.RESPONDS_TO
        and (
            tally.id in link.mention_ids
            or (
                not link.mention_ids
                and link.quote.report_id == tally.report_id
                and link.quote.start > tally.quote.start
            )
        )
        for m in incident.mentions
        if m in events
        for link in events[m].links
    )
