"""How far off places are: the measures of toponym resolution.

As Gritta, Pilehvar and Collier define them, "A pragmatic guide to geoparsing evaluation" (Language Resources and
Evaluation, 2020): accuracy at 161 km (100 miles), mean and median error, and the area under the curve of log errors.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

NEAR_KM = 161.0
FARTHEST_KM = 20_039.0
"""As far apart as two places can be, by the paper; the error of a toponym that was given no point."""

_EARTH_KM = 6371.0


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees, WGS 84), by the haversine formula."""
    (south, west), (north, east) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    inner = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(inner)))


def accuracy_at(errors_km: Sequence[float], within_km: float = NEAR_KM) -> float:
    """The share of errors not above ``within_km``; 0 without errors."""
    return sum(e <= within_km for e in errors_km) / len(errors_km) if errors_km else 0.0


def error_area(errors_km: Sequence[float]) -> float:
    """AUC of the paper: the area under the sorted ``ln(error + 1)``, as a share of the worst; 0 is best, 1 worst."""
    logs = sorted(math.log(e + 1) for e in errors_km)
    worst = math.log(FARTHEST_KM + 1)
    if len(logs) < 2:
        return sum(logs) / worst
    return sum((a + b) / 2 for a, b in pairwise(logs)) / (worst * (len(logs) - 1))
