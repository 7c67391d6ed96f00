"""From degrees to the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.publishing.brief.basemap import KM_A_DEGREE, Box, Point

_LEAST_SPAN_KM = 160.0
_TALLEST = 0.72


@dataclass(frozen=True)
class Frame:
    """A window on the world: plate carrée, true to scale at its middle latitude, ``unit`` page units a degree north."""

    west: float
    north: float
    squeeze: float
    unit: float
    width: float
    height: float

    def to_page(self, longitude: float, latitude: float) -> Point:
        """Where a place falls on the page."""
        return (longitude - self.west) * self.squeeze * self.unit, (self.north - latitude) * self.unit

    def km(self, distance: float) -> float:
        """A distance in page units."""
        return distance / KM_A_DEGREE * self.unit

    @property
    def box(self) -> Box:
        """West, south, east, north."""
        return (
            self.west,
            self.north - self.height / self.unit,
            self.west + self.width / self.unit / self.squeeze,
            self.north,
        )

    @property
    def span_km(self) -> float:
        """How wide the window is."""
        return self.width / self.unit * KM_A_DEGREE


def fit_frame(box: Box, width: float) -> Frame:
    """A frame of that width around a box, with room about it; its height is half of its width or more."""
    west, south, east, north = box
    squeeze = max(0.1, math.cos(math.radians((south + north) / 2)))
    wide = max((east - west) * squeeze * 1.35, _LEAST_SPAN_KM / KM_A_DEGREE)
    high = max((north - south) * 1.45, _LEAST_SPAN_KM / KM_A_DEGREE * 0.5)
    ratio = max(0.5, min(_TALLEST if width > 500 else 1.0, high / wide))
    wide = max(wide, high / ratio)
    unit = width / wide
    middle = (west + east) / 2, (south + north) / 2
    return Frame(
        middle[0] - wide / 2 / squeeze, middle[1] + wide * ratio / 2, squeeze, unit, width, round(width * ratio)
    )


def clip(points: Sequence[Point], left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The part of a ring inside a rectangle (Sutherland and Hodgman 1974); its cut edges run along the rectangle."""
    ring = list(points)
    for axis, bound, side in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        kept: list[Point] = []
        for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True):
            was, now = (before[axis] - bound) * side >= 0, (here[axis] - bound) * side >= 0
            if was != now:
                share = (bound - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if now:
                kept.append(here)
        ring = kept
    return ring


def groups_within(points: Sequence[Point], reach_km: float) -> list[list[int]]:
    """Numbers of the points, those linked by steps of at most ``reach_km`` together; the largest group first."""
    left = set(range(len(points)))
    groups = []
    while left:
        group, edge = [], [min(left)]
        left.discard(edge[0])
        while edge:
            here = edge.pop()
            group.append(here)
            near = [i for i in left if _distance_km(points[here], points[i]) <= reach_km]
            left.difference_update(near)
            edge += near
        groups.append(sorted(group))
    return sorted(groups, key=lambda g: (-len(g), g))


def _distance_km(a: Point, b: Point) -> float:
    east = (a[0] - b[0] + 180) % 360 - 180
    squeeze = math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(east * squeeze, a[1] - b[1]) * KM_A_DEGREE
