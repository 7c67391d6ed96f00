"""Which tellings the blocks would bring together, told from days and places alone: before any of them is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tallystick.model.place import Place
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.block import MONTH, SLACK_DAYS, is_tiled, tile_of, tiles_near, unit_of

Days = tuple[date, date]
"""The first and the last day of a window."""

FARTHEST_DEGREES = 0.8
"""No point looks for another that lies farther north or south: this is more than a tile and what lies around it."""


@dataclass(frozen=True)
class Reach:
    """The ids of the places where a telling looks for others, and of those from where others look for it."""

    looks_at: frozenset[str]
    seen_from: frozenset[str]


def reach_of(place: Place, places: Iterable[Place], knows: Knows) -> Reach:
    """How far a telling of that place reaches among those places; its own is among both."""
    places = list(places)
    return Reach(
        looks_at=frozenset({place.id, *(other.id for other in places if looks_at(place, other, knows))}),
        seen_from=frozenset({place.id, *(other.id for other in places if looks_at(other, place, knows))}),
    )


def looks_at(place: Place, other: Place, knows: Knows) -> bool:
    """True if a telling of the one place looks for others where tellings of the other are found."""
    if place.id == other.id:
        return True
    if is_tiled(place):
        return not other.is_area and _may_be_near(place, other) and tile_of(place) in tiles_near(other)
    if place.country and other.country and place.country != other.country:
        return False
    return place.is_area and knows.contains(place, other)


def looks_for(days: Days, others: Days) -> bool:
    """True if a telling of those days looks for others at times at which one of the other days is found."""
    (first, last), (start, end) = _numbers(days), _numbers(others)
    unit = unit_of(last - first + 1)
    return first // unit <= (end + SLACK_DAYS) // unit and (start - SLACK_DAYS) // unit <= last // unit


def days_looked_at(days: Days) -> Days:
    """The days with which a telling must share one for a telling of these days to look for it."""
    first, last = _numbers(days)
    return _in_units(first, last, unit_of(last - first + 1), slack=SLACK_DAYS)


def days_seen_from(days: Days) -> Days:
    """The days with which a telling must share one to look for a telling of these days."""
    first, last = _numbers(days)
    start, end = _in_units(first - SLACK_DAYS, last + SLACK_DAYS, MONTH, slack=0)
    return start, end


def _in_units(first: int, last: int, unit: int, *, slack: int) -> Days:
    """From the first day of the unit in which a time begins to the last of that in which it ends."""
    start, end = first // unit * unit - slack, (last // unit + 1) * unit - 1 + slack
    return date.fromordinal(max(1, start)), date.fromordinal(min(date.max.toordinal(), end))


def _numbers(days: Days) -> tuple[int, int]:
    return days[0].toordinal(), days[1].toordinal()


def _may_be_near(place: Place, other: Place) -> bool:
    """False if the second is too far north or south for its tiles to reach the first: most are."""
    if place.latitude is None or other.latitude is None:
        return False
    return abs(place.latitude - other.latitude) < FARTHEST_DEGREES
