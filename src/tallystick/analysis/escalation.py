"""Simple signs of escalation, each described, each with the incidents that it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from tallystick.analysis.sides import SameSide, doers, is_opposed
from tallystick.analysis.words import call_incident, sort_by_day
from tallystick.model.base import Noun
from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident
from tallystick.model.terms import Status

_DID_NOT_HAPPEN = (Status.DENIED, Status.DISCOUNTED, Status.RETRACTED)
_FEWEST = 3
"""Below this many incidents before and after together, a change of tempo is not spoken of."""


class Sign(StrEnum):
    """What sort of change."""

    TEMPO = "tempo"
    NEW_WEAPON = "new_weapon"
    NEW_COUNTRY = "new_country"
    FIRST_DEATHS = "first_deaths"


class Indicator(Noun):
    """A change on a day, in words that claim no cause, and the incidents that it rests on."""

    sign: Sign
    day: date
    text: str
    incident_ids: tuple[str, ...]


def find_indicators(
    incidents: Sequence[Incident], *, same_side: SameSide, window_days: int = 7
) -> tuple[Indicator, ...]:
    """Signs of escalation on file, by day. All are about what is on file: what was never reported cannot show.

    None rests on an incident told too vaguely to say whether it is another one.
    """
    apart, _ = set_vague_apart(incidents)
    dated = [
        i
        for i in sort_by_day(list(apart))
        if i.start and i.end and not i.background and i.status not in _DID_NOT_HAPPEN
    ]
    found = [
        *_first_uses(
            dated, Sign.NEW_WEAPON, "First use on file of", lambda i: {w.value.replace("_", " ") for w in i.weapons}
        ),
        *_first_uses(dated, Sign.NEW_COUNTRY, "First incident on file in", _country),
        *_first_deaths(dated),
        *_tempo_changes(dated, same_side, window_days),
    ]
    return tuple(sorted(found, key=lambda f: (f.day, f.sign, f.incident_ids)))


def _first_uses(
    dated: Sequence[Incident], sign: Sign, words: str, values: Callable[[Incident], set[str]]
) -> Iterator[Indicator]:
    """The first incident with each value, but for those with which the record opens."""
    seen: set[str] = set()
    for incident in dated:
        new = values(incident) - seen
        if seen and new and incident.start:
            text = f"{words} {', '.join(sorted(new))}: {call_incident(incident)}."
            yield Indicator(sign=sign, day=incident.start, text=text, incident_ids=(incident.id,))
        seen |= new


def _country(incident: Incident) -> set[str]:
    return {incident.place.country} if incident.place and incident.place.country else set()


def _first_deaths(dated: Sequence[Incident]) -> Iterator[Indicator]:
    for number, incident in enumerate(dated):
        killed = incident.killed
        if killed and incident.start and (killed.low or killed.best):
            if number:
                text = f"First deaths on file: {call_incident(incident)}."
                yield Indicator(sign=Sign.FIRST_DEATHS, day=incident.start, text=text, incident_ids=(incident.id,))
            return


def _tempo_changes(dated: Sequence[Incident], same_side: SameSide, window_days: int) -> Iterator[Indicator]:
    """Incidents by the other side before and after each act of a known hand, where the two numbers differ by half."""
    by_start, by_end = _by_day(dated)
    for pivot in dated:
        if not doers(pivot) or pivot.start is None or pivot.end is None:
            continue
        window = range(1, window_days + 1)
        around = (
            [i for n in window for i in by_end.get(pivot.start - timedelta(days=n), ())],
            [i for n in window for i in by_start.get(pivot.end + timedelta(days=n), ())],
        )
        before, after = ([i for i in near if is_opposed(pivot, i, same_side)] for near in around)
        few, many = sorted((len(before), len(after)))
        if few + many >= _FEWEST and 2 * many >= 3 * few and few != many:
            text = (
                f"{len(before)} {_incidents(len(before))} by the other side in the {window_days} days before "
                f"{call_incident(pivot)}, "
                f"{len(after)} in the {window_days} days after. Order is no cause."
            )
            ids = (pivot.id, *(i.id for i in (*before, *after)))
            yield Indicator(sign=Sign.TEMPO, day=pivot.start, text=text, incident_ids=ids)


def _by_day(dated: Sequence[Incident]) -> tuple[dict[date, list[Incident]], dict[date, list[Incident]]]:
    by_start: dict[date, list[Incident]] = defaultdict(list)
    by_end: dict[date, list[Incident]] = defaultdict(list)
    for incident in dated:
        if incident.start and incident.end:
            by_start[incident.start].append(incident)
            by_end[incident.end].append(incident)
    return by_start, by_end


def _incidents(number: int) -> str:
    return "incident" if number == 1 else "incidents"
