"""The numbers of an incident by which rows are sorted and bounded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import numpy.typing as npt

from tallystick.ledger.glances import Glance, GlancedCount
from tallystick.model.terms import PlacePrecision, Status

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

NO_DAY = -1
"""In place of the number of a day that is not told."""

CERTAINTY = {status.value: rank for rank, status in enumerate(Status)}
"""The status of an incident by how sure it is that it happened: 0 for confirmed."""

PRECISIONS = [precision.value for precision in PlacePrecision]
"""The precisions of places, the finest first."""

_CONFIDENCE = {"high": 3, "moderate": 2, "low": 1}


def _day(day: date | None) -> int:
    return NO_DAY if day is None else day.toordinal()


def _count(count: GlancedCount | None) -> int:
    if count is None:
        return -1
    told = (count.best, count.low, count.high)
    return next((each for each in told if each is not None), -1)


def _confidence(glance: Glance) -> int:
    sure = (_CONFIDENCE.get(each.confidence, 0) for each in glance.attributed_to if each.role != "sponsor")
    return max(sure, default=0)


def _doubt(glance: Glance) -> int:
    """How sure the least sure join is, in thousandths; 1000 where there was nothing to join."""
    return round(1000 * min(glance.joins, default=1.0))


def _tied(glance: Glance) -> int:
    """The same, of what is left apart too: how sure it is that this is no other incident."""
    apart = 1 - max(glance.may_be, default=0.0)
    return min(_doubt(glance), round(1000 * apart))


NUMBERS: dict[str, Callable[[Glance], int]] = {
    "first_day": lambda g: _day(g.start if g.start is not None else g.end),
    "last_day": lambda g: _day(g.end if g.end is not None else g.start),
    "killed": lambda g: _count(g.killed),
    "injured": lambda g: _count(g.injured),
    "sources": lambda g: g.sources,
    "mentions": lambda g: len(g.mentions),
    "conflicts": lambda g: len(g.conflicts),
    "confidence": _confidence,
    "certainty": lambda g: CERTAINTY.get(g.status, len(CERTAINTY)),
    "joined": _doubt,
    "tied": _tied,
    "answers": lambda g: len(g.responds_to),
    "background": lambda g: int(g.background),
    "precision": lambda g: PRECISIONS.index(g.place.precision) if g.place else -1,
}
"""Each number by its name; counts and days that are not told are -1."""

POINT: dict[str, Callable[[Glance], float]] = {
    "radius_km": lambda g: g.place.radius_km if g.place else 0.0,
    "longitude": lambda g: g.place.longitude if g.place and g.place.longitude is not None else float("nan"),
    "latitude": lambda g: g.place.latitude if g.place and g.place.latitude is not None else float("nan"),
}
"""Where, in degrees, and how far the place reaches; not a number where it is not told."""
