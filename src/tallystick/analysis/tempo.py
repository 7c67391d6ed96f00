"""How many incidents a week, of which kinds and how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from tallystick.model.base import Noun
from tallystick.model.incident import Incident
from tallystick.model.terms import EventKind, Status

_DID_NOT_HAPPEN = (Status.DENIED, Status.DISCOUNTED, Status.RETRACTED)
_WEEK = timedelta(days=7)


class Week(Noun):
    """A week from its Monday on: the incidents that lie in it as a whole, by kind and by status."""

    monday: date
    incident_ids: tuple[str, ...]
    by_kind: dict[EventKind, int]
    by_status: dict[Status, int]


class Tempo(Noun):
    """The weeks without a gap, empty ones too. ``unplaced`` are the incidents that no single week holds: their days
    are unknown or told too coarsely.
    """

    weeks: tuple[Week, ...] = ()
    unplaced: tuple[str, ...] = ()


def measure_tempo(incidents: Sequence[Incident]) -> Tempo:
    """Incidents by week, ISO weeks from Monday to Sunday. Background, and what is denied or retracted, is left out."""
    placed: dict[date, list[Incident]] = {}
    unplaced = []
    for incident in sorted(incidents, key=lambda i: i.id):
        if incident.background or incident.status in _DID_NOT_HAPPEN:
            continue
        monday = _monday_of(incident)
        if monday is None:
            unplaced.append(incident.id)
        else:
            placed.setdefault(monday, []).append(incident)
    return Tempo(weeks=tuple(_weeks(placed)), unplaced=tuple(unplaced))


def _monday_of(incident: Incident) -> date | None:
    if incident.start is None or incident.end is None:
        return None
    mondays = {day - timedelta(days=day.weekday()) for day in (incident.start, incident.end)}
    one_night = (incident.end - incident.start).days <= 1
    return min(mondays) if len(mondays) == 1 or one_night else None


def _weeks(placed: dict[date, list[Incident]]) -> list[Week]:
    if not placed:
        return []
    number = (max(placed) - min(placed)) // _WEEK + 1
    mondays = [min(placed) + n * _WEEK for n in range(number)]
    return [
        Week(
            monday=monday,
            incident_ids=tuple(i.id for i in placed.get(monday, ())),
            by_kind=dict(sorted(Counter(i.kind for i in placed.get(monday, ())).items())),
            by_status=dict(sorted(Counter(i.status for i in placed.get(monday, ())).items())),
        )
        for monday in mondays
    ]
