"""How many incidents a week, of which kinds and how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from tallystick.model.base import Noun
from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident
from tallystick.model.terms import EventKind, Status

_DID_NOT_HAPPEN = (Status.DENIED, Status.DISCOUNTED, Status.RETRACTED)
_WEEK = timedelta(days=7)

ByWeek = dict[date, list[Incident]]


class Week(Noun):
    """A week from its Monday on: the incidents that lie in it as a whole, by kind and by status.

    ``vague`` lie in it too, but may be others that are counted, of this week or another: they are in no number.
    """

    monday: date
    incident_ids: tuple[str, ...]
    vague: tuple[str, ...] = ()
    by_kind: dict[EventKind, int]
    by_status: dict[Status, int]


class Tempo(Noun):
    """The weeks without a gap, empty ones too. ``unplaced`` are the incidents that no single week holds: their days
    are unknown or told too coarsely. ``vague`` are all that may be others, whether a week holds them or not. ``text``
    says the whole in a sentence.
    """

    text: str
    weeks: tuple[Week, ...] = ()
    unplaced: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


def measure_tempo(incidents: Sequence[Incident]) -> Tempo:
    """Incidents by week, ISO weeks from Monday to Sunday. Background, and what is denied or retracted, is left out.
    What is told too vaguely to say whether it is another incident on file is set apart.
    """
    told = [i for i in incidents if not i.background and i.status not in _DID_NOT_HAPPEN]
    counted, vague = set_vague_apart(sorted(told, key=lambda i: i.id))
    placed, unplaced = _by_week(counted)
    loose, _ = _by_week(vague)
    return Tempo(
        text=_say(len(counted), len(unplaced), len(vague)),
        weeks=tuple(_weeks(placed, loose)),
        unplaced=tuple(i.id for i in unplaced),
        vague=tuple(i.id for i in vague),
    )


def _by_week(incidents: Sequence[Incident]) -> tuple[ByWeek, list[Incident]]:
    """The incidents by the Monday of their week, and those that no single week holds."""
    placed: ByWeek = {}
    unplaced = []
    for incident in incidents:
        monday = _monday_of(incident)
        if monday is None:
            unplaced.append(incident)
        else:
            placed.setdefault(monday, []).append(incident)
    return placed, unplaced


def _monday_of(incident: Incident) -> date | None:
    if incident.start is None or incident.end is None:
        return None
    mondays = {day - timedelta(days=day.weekday()) for day in (incident.start, incident.end)}
    one_night = (incident.end - incident.start).days <= 1
    return min(mondays) if len(mondays) == 1 or one_night else None


def _weeks(placed: ByWeek, loose: ByWeek) -> list[Week]:
    met = sorted({*placed, *loose})
    if not met:
        return []
    number = (met[-1] - met[0]) // _WEEK + 1
    mondays = [met[0] + n * _WEEK for n in range(number)]
    return [
        Week(
            monday=monday,
            incident_ids=tuple(i.id for i in placed.get(monday, ())),
            vague=tuple(i.id for i in loose.get(monday, ())),
            by_kind=dict(sorted(Counter(i.kind for i in placed.get(monday, ())).items())),
            by_status=dict(sorted(Counter(i.status for i in placed.get(monday, ())).items())),
        )
        for monday in mondays
    ]


def _say(counted: int, unplaced: int, vague: int) -> str:
    said = f"{counted} incident{'' if counted == 1 else 's'}"
    if unplaced:
        said += f", {unplaced} of them in no single week"
    if vague:
        said += f", and {vague} told too vaguely to say whether {'it is another' if vague == 1 else 'they are others'}"
    return f"{said}."
