"""Who reports: outlets, and from which of them a telling comes."""

from __future__ import annotations

from enum import StrEnum

from tallystick.model.base import Noun


class OutletKind(StrEnum):
    """What an outlet's name on a report means.

    An ``agency`` writes for others to print; a ``medium`` reports for its own readers, monitors and think tanks too;
    an ``official`` body tells its own deeds and is a party; a ``carrier`` only passes on what others wrote.
    """

    AGENCY = "agency"
    MEDIUM = "medium"
    OFFICIAL = "official"
    CARRIER = "carrier"


class Outlet(Noun):
    """An outlet that is known. ``id`` is its domain."""

    id: str
    name: str
    kind: OutletKind

    @property
    def reports(self) -> bool:
        """True if its word is reporting: it is neither a party nor a mere carrier."""
        return self.kind in (OutletKind.AGENCY, OutletKind.MEDIUM)


class Origin(Noun):
    """Who originally reported an incident, and the reports on file that tell it from there.

    ``id`` is the domain of a known outlet, else the name of the publisher behind ``name:``, else that of the
    original report behind ``report:``. ``reports`` holds report ids, sorted: its own, copies of them, and those of
    others that name it as their source.
    """

    id: str
    name: str
    reports: tuple[str, ...]
