"""Incidents for a map: what may be drawn as a point, what as an area, and what only stands in a list beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from tallystick.model.terms import PlacePrecision
from tallystick.publishing.brief.basemap import Shape, countries, provinces
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import PRECISIONS, Ints

_POINTS = [PRECISIONS.index(each) for each in (PlacePrecision.SITE, PlacePrecision.TOWN)]
_AREAS = [PRECISIONS.index(each) for each in (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)]

Columns = Mapping[str, list[Any]]


def points_of(found: Found) -> Columns:
    """Sites and towns, an incident a row: id, degrees, first and last day (proleptic ordinals), certainty (rank)."""
    columns, rows = found.moment.columns, _of_precision(found, _POINTS)
    return {
        "id": [columns.ids[row] for row in rows],
        "longitude": np.round(columns.points["longitude"][rows].astype(float), 4).tolist() if len(rows) else [],
        "latitude": np.round(columns.points["latitude"][rows].astype(float), 4).tolist() if len(rows) else [],
        **{
            name: columns.numbers[name][rows].tolist() if len(rows) else []
            for name in ("first_day", "last_day", "certainty")
        },
    }


def areas_of(found: Found) -> list[dict[str, Any]]:
    """Districts and provinces, one for each: its id and name, its middle, how far it reaches, and its incidents."""
    return _by_place(found, _AREAS)


def beside_the_map(found: Found) -> list[dict[str, Any]]:
    """What is told of a country or a region alone, or of no place: never a pin. The most incidents first."""
    finest = {*_POINTS, *_AREAS}
    coarse = [at for at in range(-1, len(PRECISIONS)) if at not in finest]
    return _by_place(found, coarse)


def _of_precision(found: Found, precisions: list[int]) -> Ints:
    columns = found.moment.columns
    if not columns.size:
        return np.empty(0, dtype=np.int32)
    there = ~np.isnan(columns.points["longitude"])
    wanted = found.mask & np.isin(columns.numbers["precision"], precisions)
    return np.flatnonzero(wanted & (there | ~np.isin(columns.numbers["precision"], _POINTS + _AREAS))).astype(np.int32)


def _by_place(found: Found, precisions: list[int]) -> list[dict[str, Any]]:
    columns, labels = found.moment.columns, found.moment.labels["place"]
    rows = _of_precision(found, precisions)
    place_of = np.full(columns.size, -1, dtype=np.int32)
    if columns.size:
        pairs = columns.pairs["place"]
        place_of[pairs.rows] = pairs.values
    listed: dict[int, list[int]] = {}
    for row in rows.tolist():
        listed.setdefault(int(place_of[row]), []).append(row)
    return [
        {
            "place": labels.values[number] if number >= 0 else None,
            "name": labels.label(number) if number >= 0 else None,
            "longitude": _number(columns.points["longitude"][held[0]]),
            "latitude": _number(columns.points["latitude"][held[0]]),
            "radius_km": round(float(columns.points["radius_km"][held[0]]), 1),
            "first_day": columns.numbers["first_day"][held].tolist(),
            "last_day": columns.numbers["last_day"][held].tolist(),
            "number": len(held),
        }
        for number, held in sorted(listed.items(), key=lambda each: -len(each[1]))
    ]


def _number(value: np.floating[Any]) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


@cache
def outline_of_countries() -> dict[str, Any]:
    """The countries of the world as GeoJSON (RFC 7946), each with its name and where to write it."""
    return {"type": "FeatureCollection", "features": [_feature(shape) for shape in countries()]}


@cache
def outline_of_provinces(country: str) -> dict[str, Any]:
    """The first divisions of a country (ISO 3166-1 alpha-2) as GeoJSON; none where the borders do not hold it."""
    return {"type": "FeatureCollection", "features": [_feature(shape) for shape in provinces(country)]}


def _feature(shape: Shape) -> dict[str, Any]:
    widest = max(shape.rings, key=_width, default=())
    west, east = (min(x for x, _ in widest), max(x for x, _ in widest)) if widest else (0.0, 0.0)
    south, north = (min(y for _, y in widest), max(y for _, y in widest)) if widest else (0.0, 0.0)
    return {
        "type": "Feature",
        "properties": {"name": shape.name, "country": shape.country, "at": [(west + east) / 2, (south + north) / 2]},
        "geometry": {"type": "MultiPolygon", "coordinates": shape.polygons},
    }


def _width(ring: tuple[tuple[float, float], ...]) -> float:
    return max(x for x, _ in ring) - min(x for x, _ in ring)
