"""Incidents for a map: what may be drawn as a point, what as an area, and what only stands in a list beside it.

Incidents of one place are one point: the place is sent once, and of each of its incidents only the days and how sure it
is, so that a time slider needs nothing more.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tallystick.publishing.brief.basemap import Shape, countries, province_shape, provinces
from tallystick.publishing.brief.map_names import Names, names_of_country, names_of_province
from tallystick.web.catalogue.columns import Mask
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import PRECISIONS, Ints

_POINTS = [PRECISIONS.index(each) for each in (PlacePrecision.SITE, PlacePrecision.TOWN)]
_AREAS = [PRECISIONS.index(each) for each in (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)]

Columns = Mapping[str, Any]


@dataclass(frozen=True)
class Listed:
    """A place in a list: its id and name, null where none is told, and how many incidents it has."""

    place: str | None
    name: str | None
    number: int


@dataclass(frozen=True)
class Row:
    """A place of the map as a row of the table behind it: of how many incidents it is certain how much (rank)."""

    place: str
    name: str
    by_certainty: Mapping[int, int]

    @property
    def number(self) -> int:
        """How many incidents it has."""
        return sum(self.by_certainty.values())


def places_of(found: Found) -> dict[str, Columns]:
    """What is drawn: ``points`` for sites and towns, ``areas`` for districts and provinces.

    A place a row: ``place`` (its id), ``name``, ``longitude`` and ``latitude`` in degrees, ``radius_km``, ``number`` of
    its incidents, and the id of the ``incident`` where it is the only one. Then, place after place, an incident a row:
    ``first_day`` and ``last_day`` (proleptic ordinals, -1 where not told) and ``certainty`` (rank). An area has an
    ``outline`` too: its country and its number among the outlines of that, where its borders are known for certain.
    """
    points, areas = (_columns(found, _drawn(found, each)) for each in (_POINTS, _AREAS))
    outlines = map(_outline_number, areas["place"], areas["longitude"], areas["latitude"], areas["radius_km"])
    return {"points": points, "areas": {**areas, "outline": list(outlines)}}


def table_of(found: Found) -> list[Row]:
    """What is drawn as a table: the place with the most incidents first, of equals by name."""
    if not found.moment.columns.size:
        return []
    places, labels = _Places(found, _drawn(found, _POINTS + _AREAS)), found.moment.labels["place"]
    certainty = found.moment.columns.numbers["certainty"][places.rows].astype(np.int64)
    width = int(certainty.max(initial=0)) + 1
    row_of = np.repeat(np.arange(len(places.values)), places.numbers)
    counted = np.bincount(row_of * width + certainty, minlength=len(places.values) * width).reshape(-1, width)
    rows = (
        Row(labels.values[at], labels.label(at), {rank: number for rank, number in enumerate(ranks) if number})
        for at, ranks in zip(places.values.tolist(), counted.tolist(), strict=True)
    )
    return sorted(rows, key=lambda row: (-row.number, row.name))


def beside_the_map(found: Found) -> list[Listed]:
    """What is told of a country or a region alone, or of no place: never a pin. The most incidents first."""
    if not found.moment.columns.size:
        return []
    places = _Places(found, found.mask & ~_drawn(found, _POINTS + _AREAS))
    labels = found.moment.labels["place"]
    listed = [
        Listed(labels.values[at], labels.label(at), number) if at >= 0 else Listed(None, None, number)
        for at, number in zip(places.values.tolist(), places.numbers.tolist(), strict=True)
    ]
    return sorted(listed, key=lambda each: -each.number)


class _Places:
    """Incidents by their places: ``values`` are the numbers of these, -1 for none told; ``rows`` the incidents, place
    after place, which begin at ``starts`` and are so many (``numbers``).
    """

    def __init__(self, found: Found, wanted: Mask) -> None:
        columns = found.moment.columns
        place_of = np.full(columns.size, -1, dtype=np.int32)
        pairs = columns.pairs["place"]
        place_of[pairs.rows] = pairs.values
        rows = np.flatnonzero(wanted).astype(np.int32)
        self.rows: Ints = rows[np.argsort(place_of[rows], kind="stable")]
        self.values, self.starts, self.numbers = np.unique(place_of[self.rows], return_index=True, return_counts=True)


def _drawn(found: Found, precisions: list[int]) -> Mask:
    columns = found.moment.columns
    if not columns.size:
        return found.mask
    is_there = ~np.isnan(columns.points["longitude"])
    return found.mask & is_there & np.isin(columns.numbers["precision"], precisions)


def _columns(found: Found, wanted: Mask) -> Columns:
    if not wanted.any():
        of_places = ("place", "name", "longitude", "latitude", "radius_km", "number", "incident")
        return {name: [] for name in (*of_places, "first_day", "last_day", "certainty")}
    columns, labels = found.moment.columns, found.moment.labels["place"]
    places = _Places(found, wanted)
    firsts = places.rows[places.starts]
    alone = zip(firsts.tolist(), places.numbers.tolist(), strict=True)
    return {
        "place": [labels.values[at] for at in places.values],
        "name": [labels.label(at) for at in places.values],
        "longitude": _rounded(columns.points["longitude"][firsts], 4),
        "latitude": _rounded(columns.points["latitude"][firsts], 4),
        "radius_km": _rounded(columns.points["radius_km"][firsts], 1),
        "number": places.numbers.tolist(),
        "incident": [columns.ids[row] if number == 1 else None for row, number in alone],
        **{name: columns.numbers[name][places.rows].tolist() for name in ("first_day", "last_day", "certainty")},
    }


def _rounded(values: NDArray[np.float32], digits: int) -> list[float]:
    return [round(value, digits) for value in values.tolist()]


@cache
def _outline_number(place: str, longitude: float, latitude: float, radius_km: float) -> tuple[str, int] | None:
    if not place.startswith("iso:"):
        return None
    country = place.removeprefix("iso:")[:2]
    told = Place(
        id=place,
        name=place,
        country=country,
        longitude=longitude,
        latitude=latitude,
        radius_km=radius_km,
        precision=PlacePrecision.PROVINCE,
    )
    shape = province_shape(told)
    return next(((country, number) for number, each in enumerate(provinces(country)) if each is shape), None)


@cache
def outline_of_countries(*, apart: float = 0.0) -> bytes:
    """The countries of the world as GeoJSON (RFC 7946), each with its number and followed by its names as a point;
    packed (gzip). Corners are at least ``apart`` degrees from each other.
    """
    return _packed(((shape, names_of_country(shape)) for shape in countries()), apart)


@cache
def outline_of_provinces(country: str) -> bytes:
    """The first divisions of a country (ISO 3166-1 alpha-2) alike; none where the borders do not hold it."""
    return _packed(((shape, names_of_province(shape)) for shape in provinces(country)), 0.0)


def _packed(named: Iterable[tuple[Shape, Names]], apart: float) -> bytes:
    features = []
    for number, (shape, names) in enumerate(named):
        features.append(_outline(shape, number, apart))
        if names:
            features.append(_name(shape, names))
    return gzip.compress(orjson.dumps({"type": "FeatureCollection", "features": features}), compresslevel=9, mtime=0)


def _outline(shape: Shape, number: int, apart: float) -> dict[str, Any]:
    geometry = {"type": "MultiPolygon", "coordinates": shape.thinned(apart) if apart else shape.polygons}
    return {"type": "Feature", "properties": {"country": shape.country, "number": number}, "geometry": geometry}


def _name(shape: Shape, names: Names) -> dict[str, Any]:
    """Its names, in the middle of its widest part."""
    widest = max(shape.rings, key=_width, default=())
    west, east = (min(x for x, _ in widest), max(x for x, _ in widest)) if widest else (0.0, 0.0)
    south, north = (min(y for _, y in widest), max(y for _, y in widest)) if widest else (0.0, 0.0)
    geometry = {"type": "Point", "coordinates": [(west + east) / 2, (south + north) / 2]}
    return {"type": "Feature", "properties": names, "geometry": geometry}


def _width(ring: tuple[tuple[float, float], ...]) -> float:
    return max(x for x, _ in ring) - min(x for x, _ in ring)
