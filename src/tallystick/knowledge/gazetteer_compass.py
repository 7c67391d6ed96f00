"""Parts of a country told by the compass: "northeast Syria", "southern Ukraine", "central Mali"."""

from __future__ import annotations

import math
import re

from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision

Extent = tuple[float, float, float, float]

# Steps north and east from the middle of the country.
DIRECTIONS = {
    "northern": (1, 0),
    "southern": (-1, 0),
    "eastern": (0, 1),
    "western": (0, -1),
    "northeastern": (1, 1),
    "northwestern": (1, -1),
    "southeastern": (-1, 1),
    "southwestern": (-1, -1),
    "central": (0, 0),
}
_COMPASS = re.compile(r"(?:far |extreme |deep )?(north|south)?[ -]?(east|west)?(ern(?:most)?)?\Z")
_MIDDLE = frozenset({"central", "mid", "middle"})


def read_direction(words: str) -> str | None:
    """The direction that the words name, in its "-ern" form ("north-east" gives "northeastern"); null if none."""
    folded = " ".join(words.casefold().split())
    if folded in _MIDDLE:
        return "central"
    match = _COMPASS.match(folded)
    if match is None or not (match[1] or match[2]):
        return None
    return f"{match[1] or ''}{match[2] or ''}ern"


def compass_region(direction: str, whole: Place, extent: Extent) -> Place:
    """The part of ``whole`` that lies in ``direction``: half its extent, or the inner half for "central".

    The middle is moved from the middle of the extent by half of its half-width, so it is the middle of that half.
    """
    north, east = DIRECTIONS[direction]
    south_edge, west_edge, north_edge, east_edge = extent
    half_height, half_width = (north_edge - south_edge) / 2, (east_edge - west_edge) / 2
    latitude = (south_edge + north_edge) / 2 + north * half_height / 2
    longitude = (west_edge + east_edge) / 2 + east * half_width / 2
    tall = half_height * 111 * (0.5 if north or not east else 1)
    wide = half_width * 111 * math.cos(math.radians(latitude)) * (0.5 if east or not north else 1)
    return Place(
        id=f"region:{direction}-{slug(whole.name)}{_suffix(whole)}",
        name=f"{direction} {whole.name}",
        admin1=whole.admin1,
        country=whole.country,
        latitude=round(latitude, 3),
        longitude=round(longitude, 3),
        precision=PlacePrecision.REGION,
        radius_km=round(math.hypot(tall, wide)),
    )


def _suffix(whole: Place) -> str:
    # Provinces of two countries may share a name; countries and named regions do not.
    return f"-{whole.country.lower()}" if whole.country and whole.precision is PlacePrecision.PROVINCE else ""


def lies_towards(direction: str, extent: Extent, latitude: float, longitude: float) -> bool:
    """True if the point lies in that part of the extent, with a tenth of leeway across the middle."""
    north, east = DIRECTIONS[direction]
    south_edge, west_edge, north_edge, east_edge = extent
    up = (latitude - (south_edge + north_edge) / 2) / max(0.1, (north_edge - south_edge) / 2)
    right = (longitude - (west_edge + east_edge) / 2) / max(0.1, (east_edge - west_edge) / 2)
    if direction == "central":
        return abs(up) < 0.6 and abs(right) < 0.6
    return up * north > -0.1 * abs(north) - 1e-9 and right * east > -0.1 * abs(east) - 1e-9


def slug(name: str) -> str:
    """The name for use in an id: lower case, runs of other characters made one hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", fold_name(name)).strip("-")
