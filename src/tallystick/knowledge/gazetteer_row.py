"""A place on its way into the packaged gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.model.terms import PlacePrecision

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(kw_only=True)
class Row:
    """A place on its way into the file."""

    id: str
    name: str
    precision: PlacePrecision
    kind: str
    country: str
    admin1: str | None = None
    point: Point | None = None
    population: int = 0
    capital: bool = False
    radius_km: float = 0
    names: dict[str, NameMatch] = field(default_factory=dict)
    extent: Box | None = None

    def call(self, names: Iterable[str], match: NameMatch) -> None:
        """Add names under which the place is found."""
        for name in names:
            if name and name not in self.names:
                self.names[name] = match
