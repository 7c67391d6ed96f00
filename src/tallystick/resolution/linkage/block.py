"""Which tellings are compared: those of one report, and those of about one time and place.

Each telling looks for others under its ``own`` keys, a time and an area as exactly as it tells them, and is found
under all its ``found_at`` keys: the days around it, the weeks and months that it touches, with every area that it
lies in. One that tells no more than a weekday is found by all that is told of such a day. So a vague telling meets
the exact ones that it can mean, exact ones meet only near ones, and the work grows with the number of tellings of a
day and place, not with the square of all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tallystick.model.place import Place
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.telling import Telling

SLACK_DAYS = 1
WIDEST_DAYS = 70
"""A telling with a wider window than this is compared only with tellings of its very place."""

_EXACT, _WEEK, MONTH = 3, 7, 28
# Two tellings of points up to 25 km apart are compared; a tile is wider, so that one step aside always does.
_TILE_DEGREES = 0.5
_REACH_KM = 28.0
_KM_A_DEGREE = 111.2
_ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Keys:
    """Two tables of (id, key): what each telling looks for, and where it is found."""

    own: pa.Table
    found_at: pa.Table


def keys_of(tellings: Sequence[Telling], areas: Areas) -> Keys:
    """The keys of every telling, numbered in their order."""
    codes = _Codes(areas)
    asked = {t.weekday for t in tellings} - {None}
    own, found_at = _Keyed(), _Keyed()
    for number, t in enumerate(tellings):
        times = _own_times(t)
        if times is _ANY_TIMES and t.mention.where is not None:
            own.add(number, _product(times, codes.place(t.mention.where)))
        else:
            own.add(number, _product(times, codes.own(t)))
        if asked:
            own.add(number, _product(_own_weekdays(t, asked), codes.own(t)))
        # A bare "the attack" means one of its own report.
        if not (t.tells_nothing_new and t.is_affirmed):
            found_at.add(number, _product(_times(t), codes.around(t)))
            if t.mention.where is not None:
                found_at.add(number, _product(_ANY_TIMES, codes.place(t.mention.where)))
    return Keys(own=own.table(), found_at=found_at.table())


Codes = NDArray[np.int64]


class _Codes:
    """The areas as whole numbers; those of a place are found once."""

    def __init__(self, areas: Areas) -> None:
        self._areas = areas
        self._codes: dict[str, int] = {}
        self._own: dict[str | None, Codes] = {}
        self._around: dict[str | None, Codes] = {}

    def own(self, t: Telling) -> Codes:
        """Where a telling looks."""
        where = t.mention.where
        place = where.id if where is not None else None
        if place not in self._own:
            self._own[place] = self._coded([_ANYWHERE] if where is None else [_own_area(where)])
        return self._own[place]

    def around(self, t: Telling) -> Codes:
        """Where a telling is found."""
        where = t.mention.where
        place = where.id if where is not None else None
        if place not in self._around:
            self._around[place] = self._coded(_areas(where, self._areas))
        return self._around[place]

    def place(self, place: Place) -> Codes:
        """The place itself, as an area."""
        return self._coded([place.id])

    def _coded(self, areas: Iterable[str]) -> Codes:
        return np.array([self._codes.setdefault(a, len(self._codes)) for a in dict.fromkeys(areas)], dtype=np.int64)


def _product(times: Codes, areas: Codes) -> Codes:
    """Every time with every area, as one number: the time in the upper half, the area in the lower."""
    return (times[:, np.newaxis] << 32 | areas).ravel()


class _Keyed:
    """A table of (id, key) in the making."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._keys: list[Codes] = []

    def add(self, number: int, keys: Codes) -> None:
        self._numbers.append(number)
        self._keys.append(keys)

    def table(self) -> pa.Table:
        ids = np.repeat(np.array(self._numbers, dtype=np.int32), [len(keys) for keys in self._keys])
        return pa.table({"id": ids, "key": np.concatenate([_NONE, *self._keys])})


def days_of(t: Telling) -> tuple[date, date] | None:
    """The first and the last day of a window that is narrow enough to be looked up by; null for others."""
    window = _window(t)
    return None if window is None else (date.fromordinal(window[0]), date.fromordinal(window[1]))


def weekdays_between(first: date | None, last: date | None) -> frozenset[int]:
    """The days of the week in a narrow window, from 1 for Monday; none of a wide or an open one."""
    if first is None or last is None or (last - first).days >= _EXACT:
        return frozenset()
    return frozenset((first + timedelta(days=n)).isoweekday() for n in range((last - first).days + 1))


def unit_of(width: int) -> int:
    """How many days a telling looks for others at once whose window spans ``width`` days: one, a week or a month."""
    if width <= _EXACT:
        return 1
    return _WEEK if width <= 2 * _WEEK else MONTH


_ANY_TIME = 0
_WEEKDAYS = 3 << 24
_UNITS = {1: 0, _WEEK: 1 << 24, MONTH: 2 << 24}


_NONE = np.array([], dtype=np.int64)
_ANY_TIMES = np.array([_ANY_TIME], dtype=np.int64)


def _own_times(t: Telling) -> Codes:
    """The window in days, weeks or months, as fine as it is narrow; any time if it is wide or open."""
    if t.tells_nothing_new:
        return _NONE
    if (window := _window(t)) is None:
        return _NONE if t.mention.where is None else _ANY_TIMES
    start, end = window
    return _span(unit_of(end - start + 1), start, end)


def _own_weekdays(t: Telling, asked: Set[int | None]) -> Codes:
    """Of the days of the week that others tell and nothing else, those in a narrow window."""
    told = weekdays_between(*(days_of(t) or (None, None)))
    return np.array([_WEEKDAYS + weekday for weekday in sorted(told & asked)], dtype=np.int64)


def _times(t: Telling) -> Codes:
    """All days, weeks and months that the window, with a day's slack, touches; of what has none, the weekday."""
    if (window := _window(t)) is None:
        return _NONE if t.weekday is None else np.array([_WEEKDAYS + t.weekday], dtype=np.int64)
    start, end = window[0] - SLACK_DAYS, window[1] + SLACK_DAYS
    return np.concatenate([_span(unit, start, end) for unit in _UNITS])


def _span(unit: int, first: int, last: int) -> Codes:
    """The days, weeks or months that a time touches."""
    return np.arange(_UNITS[unit] + first // unit, _UNITS[unit] + last // unit + 1, dtype=np.int64)


def _window(t: Telling) -> tuple[int, int] | None:
    start, end = t.window
    if start is None or end is None or (end - start).days > WIDEST_DAYS:
        return None
    return start.toordinal(), end.toordinal()


def _own_area(where: Place) -> str:
    return tile_of(where) if is_tiled(where) else where.id


def _areas(where: Place | None, areas: Areas) -> Iterator[str]:
    yield _ANYWHERE
    if where is None:
        return
    yield where.id
    yield from areas.around(where)
    if not where.is_area:
        yield from tiles_near(where)


def is_tiled(place: Place) -> bool:
    """True if a telling of that place looks for others by its point, and not by its name."""
    return not (place.is_area or place.latitude is None or place.longitude is None)


def tile_of(place: Place) -> str:
    """The tile that the point of a place lies in."""
    return _tile(place.latitude or 0.0, place.longitude or 0.0)


def tiles_near(place: Place) -> Iterable[str]:
    """The tiles within reach of a point."""
    if place.latitude is None or place.longitude is None:
        return ()
    high = _REACH_KM / _KM_A_DEGREE
    wide = high / max(0.5, math.cos(math.radians(place.latitude)))
    corners = ((place.latitude + y * high, place.longitude + x * wide) for y in (-1, 0, 1) for x in (-1, 0, 1))
    return {_tile(*corner) for corner in corners}


def _tile(latitude: float, longitude: float) -> str:
    return f"tile:{math.floor(latitude / _TILE_DEGREES)}:{math.floor(longitude / _TILE_DEGREES)}"
