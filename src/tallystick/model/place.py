"""Where, and how exactly."""

from __future__ import annotations

from pydantic import Field

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import PlacePrecision

UNLISTED = "unlisted:"
"""How the ids of places begin that no list has."""


class Place(Noun):
    """A place of the gazetteer or of the list of sites.

    ``country`` is ISO 3166-1 alpha-2, null at sea. The point is WGS 84; for anything coarser than a town it
    is only the middle of an area of about ``radius_km``. ``id`` tells the source of the entry
    (``site:ain-al-asad``, ``geonames:98182``, ``iso:IQ``, ``iso:IQ-AN``, ``region:eastern-syria``). A place that no
    list has (``unlisted:mopti-ouenkoro``) bears the point, radius and precision of what it lies in.
    """

    id: str
    name: str
    admin1: str | None = None
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    precision: PlacePrecision
    radius_km: float = Field(default=0, ge=0)

    @property
    def is_area(self) -> bool:
        """True if the place must be drawn as an area and never as a pin."""
        return self.precision not in (PlacePrecision.SITE, PlacePrecision.TOWN)

    @property
    def is_unlisted(self) -> bool:
        """True if the place is known by its name alone."""
        return self.id.startswith(UNLISTED)


class Where(Place):
    """A place as a report names it."""

    quote: Quote
