"""Running totals by counter, beside what is on file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from tallystick.analysis.sides import SameSide
from tallystick.model.actor import ActorRef
from tallystick.model.disagreement import Disagreement
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.running import CurvePoint, RunningPoint, RunningTotal
from tallystick.model.tally import Tally
from tallystick.model.terms import TallyUnit

_OF_INCIDENTS = (TallyUnit.ATTACKS, TallyUnit.STRIKES)
_Series = list[tuple[date, Tally]]


def follow_running_totals(
    record: Record, disagreements: Iterable[Disagreement] = (), *, same_side: SameSide | None = None
) -> tuple[RunningTotal, ...]:
    """The totals of attacks or strikes that one counter gives on two days or more, over one scope and from one day on.

    A state and its forces are one side where ``same_side`` says so. ``disagreements`` mark the totals of a series that
    cannot hold together. The series with the most totals first.
    """
    days = {i.id: i.end or i.start for i in record.incidents}
    return running_totals_of(record.tallies, record.reports, days, disagreements, same_side=same_side)


def running_totals_of(
    tallies: Iterable[Tally],
    reports: Collection[Report],
    days: Mapping[str, date | None],
    disagreements: Iterable[Disagreement] = (),
    *,
    same_side: SameSide | None = None,
) -> tuple[RunningTotal, ...]:
    """The same of these tallies, told by ``reports``; ``days`` are the last days of the incidents on file, null where
    none is told.
    """
    publishers = {r.id: r.publisher or r.title for r in reports}
    why = {frozenset(d.tally_ids): d.why for d in disagreements}
    found = [
        _total(series, days, publishers, why)
        for series in _series(tallies, reports, same_side)
        if len({d for d, _ in series}) > 1
    ]
    return tuple(sorted(found, key=lambda t: (-len(t.points), t.points[0].day, t.points[0].tally_id)))


def _series(tallies: Iterable[Tally], reports: Collection[Report], same_side: SameSide | None) -> list[_Series]:
    published = {r.id: r.published_on for r in reports}
    publishers = {r.id: r.publisher or "" for r in reports}
    dated = [
        (day, tally)
        for tally in tallies
        if tally.unit in _OF_INCIDENTS and (day := tally.until or published.get(tally.report_id)) is not None
    ]
    series: dict[tuple[object, ...], list[_Series]] = {}
    for day, tally in sorted(dated, key=lambda each: (each[0], each[1].id)):
        counter = tally.counter
        who = (counter.id or counter.name.casefold()) if counter else f"in {publishers.get(tally.report_id, '')}"
        alike = series.setdefault((who, tally.unit, tally.since, frozenset(tally.scope.areas)), [])
        fitting = next((s for s in alike if all(_same_sides(tally, other, same_side) for _, other in s)), None)
        if fitting is None:
            alike.append([(day, tally)])
        else:
            fitting.append((day, tally))
    return [one for alike in series.values() for one in alike]


def _same_sides(one: Tally, other: Tally, same_side: SameSide | None) -> bool:
    """True if nothing shows two totals to count the attacks of different sides, or on different sides."""
    pairs = ((one.scope.actor, other.scope.actor), (one.scope.target, other.scope.target))
    return all(
        a is None or b is None or _key(a) == _key(b) or (same_side is not None and same_side(a, b) is True)
        for a, b in pairs
    )


def _key(actor: ActorRef) -> str:
    return actor.id or actor.name.casefold()


def _total(
    series: _Series,
    days: Mapping[str, date | None],
    publishers: Mapping[str, str | None],
    why: Mapping[frozenset[str], str],
) -> RunningTotal:
    inside = {i for _, tally in series for i in tally.reconciliation.inside if i in days}
    happened = sorted(day for i in inside if (day := days[i]) is not None)
    first = series[0][1]
    return RunningTotal(
        counter=first.counter.name if first.counter else None,
        told_by=publishers.get(first.report_id),
        unit=first.unit,
        since=first.since,
        areas=tuple(sorted(first.scope.areas)),
        points=tuple(_point(day, tally, series, happened, why) for day, tally in series),
        curve=tuple(CurvePoint(day=day, incidents=bisect_right(happened, day)) for day in sorted(set(happened))),
        undated=len(inside) - len(happened),
    )


def _point(
    day: date, tally: Tally, series: _Series, happened: Sequence[date], why: Mapping[frozenset[str], str]
) -> RunningPoint:
    mark: Literal["revised", "contradicted"] | None = None
    told = None
    for other_day, other in series:
        reason = why.get(frozenset({tally.id, other.id})) if other is not tally else None
        if reason and other_day == day:
            mark, told = "contradicted", reason
        elif reason and other_day > day and mark is None:
            mark, told = "revised", reason
    return RunningPoint(
        tally_id=tally.id,
        day=day,
        value=tally.value,
        comparator=tally.comparator,
        on_file=bisect_right(happened, day),
        quote=tally.quote,
        mark=mark,
        why=told,
    )
