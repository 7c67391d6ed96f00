"""What countries and provinces are called on the map, in English and where known in Arabic."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tallystick.publishing.brief.basemap import Shape, country_shape

MAP_NAMES = Path(__file__).parent / "data" / "map_names.json"

Names = Mapping[str, str]
"""Names by language: ``en``, ``ar``."""


def names_of_country(shape: Shape) -> Names:
    """The names of a country; none for what no map names: a base, a reef, an islet of a country beside it."""
    # By what it holds: two threads that load the shapes at once hold two of each.
    known = country_shape(shape.country) if shape.country else None
    if known is not None and (known.name, known.box) != (shape.name, shape.box):
        return {}
    named: Mapping[str, Names] = _map_names()["countries" if shape.country else "without_code"]
    return named.get(shape.country or shape.name, {})


def names_of_province(shape: Shape) -> Names:
    """The names of a province; where it is not known in Arabic, the name that comes with its borders alone."""
    named: Mapping[str, Names] = _map_names()["provinces"].get(shape.country, {})
    return named.get(shape.name, {"en": shape.name})


@cache
def _map_names() -> dict[str, Any]:
    names: dict[str, Any] = json.loads(MAP_NAMES.read_text(encoding="utf-8"))
    return names
