"""What the gazetteer knows of a place beyond what a report needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision


class NameMatch(IntEnum):
    """How a name led to an entry, best first."""

    SITE = 0
    NAME = 1
    ALIAS = 2
    ARTICLE = 3
    """Found once Arabic articles were left out."""
    SHORT = 4
    """A short form that stands for the place only beside a cue such as "base" ("Omar", "al-Asad")."""
    SOUND = 5
    """Another transliteration of the name."""


@dataclass(frozen=True)
class Entry:
    """A place with what helps to choose between places of one name.

    ``population`` is 0 where it is not known; ``kind`` is what the list of sites says ("air_base", "oil_field",
    "town", "sea"); ``capital`` marks the capital of a country.
    """

    place: Place
    match: NameMatch
    kind: str
    population: int = 0
    capital: bool = False
    also_town: bool = False

    @property
    def weight(self) -> float:
        """How likely the bare name means the place, in people: a town before the province named after it."""
        share = {PlacePrecision.PROVINCE: 0.3, PlacePrecision.DISTRICT: 0.1}.get(self.place.precision, 1.0)
        return self.population * share * (6 if self.capital else 1)
