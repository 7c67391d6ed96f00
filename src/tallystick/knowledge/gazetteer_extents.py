"""Where the towns of an area lie: their extent, middle and spread."""

from __future__ import annotations

import math
from statistics import fmean
from typing import Any

from tallystick.knowledge.gazetteer_row import Box, Point


def extent_of(towns: list[dict[str, Any]]) -> Box | None:
    """South, west, north, east of where 98 in 100 of the towns lie."""
    if not towns:
        return None
    cut = len(towns) // 100
    south, *_, north = _trim([t["latitude"] for t in towns], cut)
    west, *_, east = _trim([t["longitude"] for t in towns], cut)
    return south, west, north, east


def centre_of(extent: Box | None) -> Point | None:
    """Latitude and longitude of the middle of an extent, in degrees."""
    return None if extent is None else ((extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)


def _trim(values: list[float], cut: int) -> list[float]:
    ordered = sorted(values)[cut : len(values) - cut]
    return ordered if len(ordered) > 1 else ordered * 2


def middle_of(towns: list[dict[str, Any]]) -> Point | None:
    """The middle of the towns' extent; of a handful, their mean."""
    if not towns:
        return None
    if len(towns) < 8:
        return round(fmean(t["latitude"] for t in towns), 4), round(fmean(t["longitude"] for t in towns), 4)
    centre = centre_of(extent_of(towns))
    return centre and (round(centre[0], 4), round(centre[1], 4))


def spread_km(towns: list[dict[str, Any]]) -> float:
    """Half the diagonal of the extent of the towns, in km, 15 at least; 50 where there are none."""
    extent = extent_of(towns)
    if extent is None:
        return 50
    south, west, north, east = extent
    height, width = (north - south) * 111, (east - west) * 111 * math.cos(math.radians((south + north) / 2))
    return max(15.0, math.hypot(height, width) / 2)
