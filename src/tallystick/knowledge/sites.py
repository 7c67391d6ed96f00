"""The curated lists of sites and of named regions, read from YAML."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from tallystick.knowledge.pack import Pack
from tallystick.knowledge.rows import read_rows
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision

# The radius of what a site's name covers, in km: a camp and its perimeter, not a point.
_SITE_RADIUS = 3.0
_TOWN_RADIUS = 6.0


class Site(BaseModel):
    """A site or, where the id begins so, a region. Points are WGS 84 in degrees.

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
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    kind: str = "region"
    precision: PlacePrecision | None = None
    radius_km: float | None = Field(default=None, gt=0, le=20_000)
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


def load_sites(*packs: Pack) -> tuple[Site, ...]:
    """Every site of the packs, in their order; a later row replaces one of its id.

    Raises:
        TallystickError: E401, if a file is not a list of valid rows.

    """
    rows = {row.entry.id: row.entry for pack in packs for row in read_rows(pack, "sites", Site)}
    return tuple(rows.values())
