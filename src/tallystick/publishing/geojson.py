"""Incidents as GeoJSON (RFC 7946): sites and towns as points, areas as circles of their radius, never as a pin."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from tallystick.model.incident import Incident
from tallystick.model.place import Place
from tallystick.model.record import Record
from tallystick.model.terms import PlacePrecision, ReviewState

EARTH_RADIUS_KM = 6371.0088
_CORNERS = 64
_DIGITS = 5

Ring = list[list[float]]


def write_geojson(record: Record, path: Path) -> None:
    """Write the incidents to ``path`` as a FeatureCollection, sorted by id. Rejected ones are left out.

    Raises:
        OSError: if the file cannot be written.

    """
    kept = sorted((i for i in record.incidents if i.review_state is not ReviewState.REJECTED), key=lambda i: i.id)
    collection = {"type": "FeatureCollection", "features": [incident_feature(incident) for incident in kept]}
    path.write_text(json.dumps(collection, ensure_ascii=False) + "\n", encoding="utf-8")


def incident_feature(incident: Incident) -> dict[str, Any]:
    """A Feature with the incident's plain fields as properties."""
    row = incident.model_dump(
        mode="json", exclude={"id", "place", "attributed_to", "joins", "sourced", "may_be", "mentions"}
    )
    place = incident.place
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": place_geometry(place) if place else None,
        "properties": {
            **row,
            "place_id": place.id if place else None,
            "place_name": place.name if place else None,
            "admin1": place.admin1 if place else None,
            "country": place.country if place else None,
            "place_precision": place.precision if place else None,
            "radius_km": place.radius_km if place else None,
            "is_area": place.is_area if place else None,
            "attributed_to": [" ".join(a.sentences) for a in incident.attributed_to],
            "may_be": [other.id for other in incident.may_be],
            "mentions": list(incident.mentions),
        },
    }


def place_geometry(place: Place) -> dict[str, Any] | None:
    """The geometry of a place.

    A site or town is a Point. A district, province or region is a Polygon: a circle of ``radius_km`` about its
    middle, which stands for "somewhere in here". Null for a country, and for a place without a point or an area
    without a radius: a circle would say more than the report does.
    """
    if place.latitude is None or place.longitude is None or place.precision is PlacePrecision.COUNTRY:
        return None
    if not place.is_area:
        return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    if place.radius_km == 0:
        return None
    rings = circle(place.latitude, place.longitude, place.radius_km)
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings}
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}


def circle(latitude: float, longitude: float, radius_km: float) -> list[Ring]:
    """A circle on the sphere as closed rings of ``[lon, lat]``, counter-clockwise, cut in two at the antimeridian.

    Holds for circles that do not reach a pole.

    Source: the direct problem on a sphere (e.g. Snyder, Map Projections, 1987, eq. 5-5 and 5-6).
    """
    angle = radius_km / EARTH_RADIUS_KM
    at = math.radians(latitude)
    ring = []
    for corner in range(_CORNERS):
        bearing = -2 * math.pi * corner / _CORNERS
        sine = math.sin(at) * math.cos(angle) + math.cos(at) * math.sin(angle) * math.cos(bearing)
        up = math.asin(max(-1.0, min(1.0, sine)))
        east = math.atan2(
            math.sin(bearing) * math.sin(angle) * math.cos(at), math.cos(angle) - math.sin(at) * math.sin(up)
        )
        ring.append([longitude + math.degrees(east), math.degrees(up)])
    shifted = ([[x + turn, y] for x, y in ring] for turn in (0.0, 360.0, -360.0))
    parts = (_clip(_clip(part, -180.0, 1), 180.0, -1) for part in shifted)
    return [[[round(x, _DIGITS), round(y, _DIGITS)] for x, y in [*part, part[0]]] for part in parts if part]


def _clip(ring: Ring, meridian: float, side: int) -> Ring:
    """The part of a convex ring on one side of a meridian (Sutherland–Hodgman); side 1 keeps the east, -1 the west."""
    kept: Ring = []
    for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True):
        was, now = (before[0] - meridian) * side >= 0, (here[0] - meridian) * side >= 0
        if was != now:
            share = (meridian - before[0]) / (here[0] - before[0])
            kept.append([meridian, before[1] + share * (here[1] - before[1])])
        if now:
            kept.append(here)
    return kept
