"""The pages that the menu names, in its order."""

from __future__ import annotations

from typing import NamedTuple


class MenuItem(NamedTuple):
    """A page: its path, its name in the menu, and whether it takes the filter of incidents along."""

    path: str
    name: str
    is_filtered: bool


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
    MenuItem("/add", "Add", False),
)
