"""The pages that the menu names, in its order."""

from __future__ import annotations

from typing import NamedTuple

from tallystick.accounts.principal import Role


class MenuItem(NamedTuple):
    """A page: its path, its name in the menu, whether it takes the filter of incidents along, and who may see it."""

    path: str
    name: str
    is_filtered: bool
    role: Role = Role.READER


MENU = (
    MenuItem("/", "Overview", False),
    MenuItem("/incidents", "Incidents", True),
    MenuItem("/map", "Map", True),
    MenuItem("/timeline", "Timeline", True),
    MenuItem("/review", "Review", True),
    MenuItem("/network", "Network", False),
    MenuItem("/sites", "Sites", True),
    MenuItem("/tallies", "Counts", False),
    MenuItem("/reports", "Reports", False),
    MenuItem("/data", "Data", False),
    MenuItem("/add", "Add", False, Role.REVIEWER),
)
