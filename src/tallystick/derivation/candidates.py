"""The tellings on file that new ones are compared with, found by what is filed of their days and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallystick.ledger.index import Placed
from tallystick.ledger.standing import Standing
from tallystick.model.place import Place
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.block import WIDEST_DAYS, days_of, weekdays_between
from tallystick.resolution.linkage.reach import (
    FARTHEST_DEGREES,
    Days,
    Reach,
    days_looked_at,
    days_seen_from,
    looks_for,
    reach_of,
)
from tallystick.resolution.telling import Telling

_NOWHERE = Reach(frozenset(), frozenset())


def candidates(standing: Standing, ours: Iterable[Telling], knows: Knows) -> list[Placed]:
    """What linkage would compare these tellings with, each once; a bare "the attack" it compares with nothing."""
    found: dict[str, Placed] = {}
    reaches = _Reaches(standing, knows)
    asked: dict[tuple[Days | None, str | None, int | None], Telling] = {}
    for t in ours:
        if not (t.tells_nothing_new and t.is_affirmed):
            asked.setdefault((days_of(t), t.mention.where.id if t.mention.where else None, t.weekday), t)
    for (days, place_id, weekday), t in asked.items():
        reach = reaches.of(t.mention.where)
        if days is not None:
            rows = _of_those_days(standing, days, place_id, reach)
        else:
            rows = _of_no_days(standing, place_id, weekday, reach)
        found.update((row.mention_id, row) for row in rows)
    return list(found.values())


def _of_those_days(standing: Standing, days: Days, place_id: str | None, reach: Reach) -> Iterator[Placed]:
    """For a telling of those days: what it looks for, what looks for it, and what may be of any time."""
    looked_at = None if place_id is None else reach.looks_at
    for row in standing.placed_between(*days_looked_at(days), places=looked_at, widest=WIDEST_DAYS):
        if (window := _window(row)) is not None and looks_for(days, window):
            yield row
    for row in standing.placed_between(*days_seen_from(days), places={None, *reach.seen_from}, widest=WIDEST_DAYS):
        if (window := _window(row)) is not None and looks_for(window, days):
            yield row
    if place_id is not None:
        yield from standing.placed_at([place_id], dated=False)
    if weekdays := weekdays_between(*days):
        yield from standing.placed_on(weekdays, places=looked_at)


def _of_no_days(standing: Standing, place_id: str | None, weekday: int | None, reach: Reach) -> Iterator[Placed]:
    """For a telling of no days: what tells its very place, and what is of its day of the week, if it tells that."""
    if place_id is not None:
        yield from standing.placed_at([place_id])
    if weekday is not None:
        for place in (None, *reach.seen_from):
            for row in standing.placed_at([place], dated=True):
                if weekday in weekdays_between(row.first_day, row.last_day):
                    yield row


class _Reaches:
    """How far tellings of a place reach, among the places that are on file; found once a place."""

    def __init__(self, standing: Standing, knows: Knows) -> None:
        self._standing = standing
        self._knows = knows
        self._found: dict[str, Reach] = {}

    def of(self, place: Place | None) -> Reach:
        if place is None:
            return _NOWHERE
        if place.id not in self._found:
            near = self._standing.places_by(place, degrees=FARTHEST_DEGREES)
            self._found[place.id] = reach_of(place, near, self._knows)
        return self._found[place.id]


def _window(row: Placed) -> Days | None:
    return None if row.first_day is None or row.last_day is None else (row.first_day, row.last_day)
