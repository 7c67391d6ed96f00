"""Who publishes, and for whom."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from tallystick.model.base import Noun
from tallystick.model.outlet import Outlet, OutletKind


class PublisherKind(StrEnum):
    """What sort of publisher."""

    AGENCY = "agency"
    INTERNATIONAL = "international"
    NATIONAL = "national"
    LOCAL = "local"
    STATE_MEDIA = "state_media"
    PARTY_MEDIA = "party_media"
    THINK_TANK = "think_tank"
    MONITOR = "monitor"
    OFFICIAL = "official"
    AGGREGATOR = "aggregator"


_OUTLETS = {
    PublisherKind.AGENCY: OutletKind.AGENCY,
    PublisherKind.OFFICIAL: OutletKind.OFFICIAL,
    PublisherKind.AGGREGATOR: OutletKind.CARRIER,
}


class KnownPublisher(Noun):
    """A publisher by its domain.

    ``country`` is ISO 3166-1 alpha-2, null for an international body. ``partisan_of`` is the id of the actor that
    owns it or speaks through it, set only where that is publicly known.
    """

    domain: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    kind: PublisherKind
    partisan_of: str | None = None
    citation: str

    def outlet(self) -> Outlet:
        """The publisher as an outlet: an agency, an official body, a carrier of others' reports, or a medium."""
        return Outlet(id=self.domain, name=self.name, kind=_OUTLETS.get(self.kind, OutletKind.MEDIUM))
