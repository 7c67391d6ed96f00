"""Borders of countries and provinces, read from the packaged file.

They are Natural Earth's lines, which stand for who holds what de facto; what is drawn otherwise, and on what ground,
stands in ``build_basemap``.
"""

from __future__ import annotations

import json
import math
import zipfile
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from tallystick.model.place import Place

BASEMAP = Path(__file__).parent / "data" / "basemap.zip"

Point = tuple[float, float]
Ring = tuple[Point, ...]
Box = tuple[float, float, float, float]

KM_A_DEGREE = 111.195
_SIZE_MAY_DIFFER = 3.0
_FEWEST_CORNERS = 4


@dataclass
class Shape:
    """A country or province: code of the country (ISO 3166-1 alpha-2), name, and a box of west, south, east, north."""

    country: str | None
    name: str
    box: Box
    _borders: _Borders
    _topology: dict[str, Any]

    @cached_property
    def polygons(self) -> tuple[tuple[Ring, ...], ...]:
        """Polygons of closed rings of ``(longitude, latitude)``, the outer one first and then its holes."""
        return self.thinned(0.0)

    def thinned(self, apart: float) -> tuple[tuple[Ring, ...], ...]:
        """The polygons with corners at least so many degrees apart; what is too small for that is left out.

        Neighbours stay neighbours, since the line between them is thinned once for both.
        """
        return self._borders.polygons(self._topology, apart)

    @cached_property
    def rings(self) -> tuple[Ring, ...]:
        """All closed rings; a ring within a ring is a hole."""
        return tuple(ring for polygon in self.polygons for ring in polygon)

    def spans(self, latitude: float) -> list[tuple[float, float]]:
        """From west to east, the stretches of a parallel that lie inside (even-odd rule)."""
        if not self.box[1] <= latitude <= self.box[3]:
            return []
        crossings = sorted(
            (x2 - x1) * (latitude - y1) / (y2 - y1) + x1
            for ring in self.rings
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 > latitude) != (y2 > latitude)
        )
        return list(zip(crossings[::2], crossings[1::2], strict=True))

    def holds(self, longitude: float, latitude: float) -> bool:
        """True if the point lies inside."""
        return any(west <= longitude <= east for west, east in self.spans(latitude))

    @property
    def radius_km(self) -> float:
        """Radius of a circle of the same area."""
        total = sum(abs(_area(ring)) for ring in self.rings)
        return math.sqrt(total / math.pi)


def _area(ring: Ring) -> float:
    """Signed area in km² on a plane that is true at the ring's mean latitude (shoelace)."""
    squeeze = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))
    double = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    return double / 2 * squeeze * KM_A_DEGREE**2


@cache
def countries() -> tuple[Shape, ...]:
    """Every country of the world."""
    return _shapes("countries.json", None)


@cache
def provinces(country: str) -> tuple[Shape, ...]:
    """The first divisions of a country, empty where the file has none."""
    return _shapes(f"provinces/{country}.json", country)


def country_shape(code: str | None) -> Shape | None:
    """The country with that code."""
    return next((shape for shape in countries() if code and shape.country == code), None)


def province_shape(place: Place) -> Shape | None:
    """The province that a place of precision ``province`` stands for, or null where that is not certain.

    The middle of the place must lie in it and its size must fit: divisions are redrawn, and the wrong
    outline would be worse than a circle.
    """
    if place.country is None or place.longitude is None or place.latitude is None:
        return None
    for shape in provinces(place.country):
        if shape.holds(place.longitude, place.latitude):
            ratio = shape.radius_km / place.radius_km if place.radius_km else 1.0
            return shape if 1 / _SIZE_MAY_DIFFER < ratio < _SIZE_MAY_DIFFER else None
    return None


def _shapes(member: str, country: str | None) -> tuple[Shape, ...]:
    with zipfile.ZipFile(BASEMAP) as archive:
        if member not in archive.namelist():
            return ()
        topology = json.loads(archive.read(member))
    borders = _Borders(topology)
    return tuple(
        Shape(country or shape["id"], shape["properties"]["name"] or "", tuple(shape["bbox"]), borders, shape)
        for shape in topology["objects"]["shapes"]["geometries"]
    )


class _Borders:
    """The shared lines of a TopoJSON topology, worked out when a shape asks for them."""

    def __init__(self, topology: dict[str, Any]) -> None:
        self._arcs: list[list[list[int]]] = topology["arcs"]
        self._scale: tuple[float, float] = tuple(topology["transform"]["scale"])

    def polygons(self, shape: dict[str, Any], apart: float) -> tuple[tuple[Ring, ...], ...]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        every = (tuple(self._ring(ring, apart) for ring in polygon) for polygon in polygons)
        cornered = (tuple(ring for ring in polygon if len(ring) >= _FEWEST_CORNERS) for polygon in every)
        return tuple(polygon for polygon in cornered if polygon)

    def _ring(self, numbers: list[int], apart: float) -> Ring:
        ring: list[Point] = []
        for number in numbers:
            line = _thin(self._line(number if number >= 0 else ~number), apart)
            arc = line if number >= 0 else line[::-1]
            ring += arc[1:] if ring else arc
        return tuple(ring)

    def _line(self, number: int) -> list[Point]:
        x = y = 0
        points = []
        for dx, dy in self._arcs[number]:
            x, y = x + dx, y + dy
            points.append((round(x * self._scale[0], 4), round(y * self._scale[1], 4)))
        return points


def _thin(line: list[Point], apart: float) -> list[Point]:
    """A line with both its ends, and between them only corners that are so far from the one before."""
    if apart <= 0:
        return line
    kept = line[:1]
    for x, y in line[1:-1]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= apart:
            kept.append((x, y))
    return kept + line[1:][-1:]
