"""Which tellings are compared: those of one report, and those of about one time and place.

Each telling looks for others under its ``own`` keys, a time and an area as exactly as it tells them, and is found
under all its ``found_at`` keys: the days around it, the weeks and months that it touches, with every area that it
lies in. So a vague telling meets the exact ones that it can mean, exact ones meet only near ones, and the work grows
with the number of tellings of a day and place, not with the square of all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from tallystick.model.place import Place
from tallystick.resolution.linkage.columns import Areas
from tallystick.resolution.telling import Telling

SLACK_DAYS = 1
WIDEST_DAYS = 70
"""A telling with a wider window than this is compared only with tellings of its very place."""

_WEEK, _MONTH = 7, 28
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


class _Codes:
    """Keys as whole numbers: the time in the upper half, the area in the lower."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def key(self, time: int, area: str) -> int:
        return (time << 32) | self._codes.setdefault(area, len(self._codes))


def keys_of(tellings: Sequence[Telling], areas: Areas) -> Keys:
    """The keys of every telling, numbered in their order."""
    codes = _Codes()
    own = _Keyed()
    found_at = _Keyed()
    for number, t in enumerate(tellings):
        own.add(number, {codes.key(time, area) for time in _own_times(t) for area in _own_areas(t)})
        around = {codes.key(time, area) for time in _times(t) for area in _areas(t, areas)}
        if t.mention.where is not None:
            around.add(codes.key(_ANY_TIME, t.mention.where.id))
        found_at.add(number, around)
    return Keys(own=own.table(), found_at=found_at.table())


class _Keyed:
    """A table of (id, key) in the making."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._keys: list[int] = []

    def add(self, number: int, keys: set[int]) -> None:
        self._ids += [number] * len(keys)
        self._keys += keys

    def table(self) -> pa.Table:
        ids, keys = np.asarray(self._ids, dtype=np.int32), np.asarray(self._keys, dtype=np.int64)
        return pa.table({"id": ids, "key": keys})


_ANY_TIME = 0
_DAYS, _WEEKS, _MONTHS = 0, 1 << 24, 2 << 24


def _own_times(t: Telling) -> list[int]:
    """The window in days, weeks or months, as fine as it is narrow; any time if it is wide or open."""
    if t.tells_nothing_new:
        return []
    if (window := _window(t)) is None:
        return [] if t.mention.where is None else [_ANY_TIME]
    start, end = window
    width = end - start + 1
    if width <= 3:
        return [_DAYS + day for day in range(start, end + 1)]
    if width <= 2 * _WEEK:
        return [_WEEKS + week for week in range(start // _WEEK, end // _WEEK + 1)]
    return [_MONTHS + month for month in range(start // _MONTH, end // _MONTH + 1)]


def _times(t: Telling) -> list[int]:
    """All days, weeks and months that the window, with a day's slack, touches: days only of a narrow one."""
    if (window := _window(t)) is None:
        return []
    start, end = window[0] - SLACK_DAYS, window[1] + SLACK_DAYS
    months = [_MONTHS + month for month in range(start // _MONTH, end // _MONTH + 1)]
    weeks = [_WEEKS + week for week in range(start // _WEEK, end // _WEEK + 1)]
    days = [_DAYS + day for day in range(start, end + 1)]
    return [*months, *weeks, *days]


def _window(t: Telling) -> tuple[int, int] | None:
    start, end = t.window
    if start is None or end is None or (end - start).days > WIDEST_DAYS:
        return None
    return start.toordinal(), end.toordinal()


def _own_areas(t: Telling) -> list[str]:
    where = t.mention.where
    if where is None:
        return [_ANYWHERE]
    if where.is_area or where.latitude is None or where.longitude is None:
        return [where.id]
    return [_tile(where.latitude, where.longitude)]


def _areas(t: Telling, areas: Areas) -> Iterator[str]:
    yield _ANYWHERE
    where = t.mention.where
    if where is None:
        return
    yield where.id
    yield from areas.around(where)
    if not where.is_area:
        yield from _tiles_near(where)


def _tiles_near(place: Place) -> Iterable[str]:
    """The tiles within reach of a point."""
    if place.latitude is None or place.longitude is None:
        return ()
    high = _REACH_KM / _KM_A_DEGREE
    wide = high / max(0.5, math.cos(math.radians(place.latitude)))
    corners = ((place.latitude + y * high, place.longitude + x * wide) for y in (-1, 0, 1) for x in (-1, 0, 1))
    return {_tile(*corner) for corner in corners}


def _tile(latitude: float, longitude: float) -> str:
    return f"tile:{math.floor(latitude / _TILE_DEGREES)}:{math.floor(longitude / _TILE_DEGREES)}"
