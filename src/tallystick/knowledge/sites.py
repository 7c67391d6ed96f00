"""The curated lists of sites and of named regions, read from YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision

SITES = Path(__file__).parent / "data" / "sites"

# The radius of what a site's name covers, in km: a camp and its perimeter, not a point.
_SITE_RADIUS = 3.0
_TOWN_RADIUS = 6.0


class Site(BaseModel):
    """One row of a list: a site, or a region when its file is ``regions.yaml``.

    ``aliases`` name it anywhere; ``short`` forms only beside a cue such as "base". ``also_town`` tells that the name
    is a town's too. ``countries`` (ISO 3166-1 alpha-2) is for regions that lie in several.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^(site|region):[a-z0-9-]+$")
    name: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    admin1: str | None = None
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    countries: tuple[str, ...] = ()
    latitude: float
    longitude: float
    kind: str = "region"
    precision: PlacePrecision | None = None
    radius_km: float | None = None
    also_town: bool = False
    citation: str = Field(min_length=1)

    @property
    def place(self) -> Place:
        """The row as a place."""
        is_region = self.id.startswith("region:")
        precision = self.precision or (PlacePrecision.REGION if is_region else PlacePrecision.SITE)
        usual = _TOWN_RADIUS if precision is PlacePrecision.TOWN else _SITE_RADIUS
        only = self.countries[0] if len(self.countries) == 1 else None
        return Place(
            id=self.id,
            name=self.name,
            admin1=self.admin1,
            country=self.country or only,
            latitude=self.latitude,
            longitude=self.longitude,
            precision=precision,
            radius_km=usual if self.radius_km is None else self.radius_km,
        )


def load_sites(*directories: Path) -> tuple[Site, ...]:
    """Every row of the YAML files in the packaged list and in ``directories``; a later row replaces one of its id.

    Raises:
        TallystickError: E401, if a file is not a list of valid rows.

    """
    rows: dict[str, Site] = {}
    for directory in (SITES, *directories):
        for path in sorted(directory.glob("*.yaml")):
            for row in _rows(path):
                rows[row.id] = row
    return tuple(rows.values())


def _rows(path: Path) -> list[Site]:
    try:
        raw: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return [Site.model_validate(row) for row in raw or ()]
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, ValidationError) as error:
        cause = " ".join(str(error).split())
        raise TallystickError(Code.E401, path=path, cause=cause) from error
