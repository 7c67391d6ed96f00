"""A stretch of words that may name a place, and how readily its name stands for one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.model.terms import PlacePrecision

COARSENESS = {
    PlacePrecision.SITE: 0, PlacePrecision.TOWN: 1, PlacePrecision.DISTRICT: 2, PlacePrecision.PROVINCE: 3,
    PlacePrecision.REGION: 4, PlacePrecision.COUNTRY: 5,
}  # fmt: skip


@dataclass
class PlaceSpan:
    """A stretch of words that names a place, with what it may stand for.

    ``first`` to ``last`` (exclusive) are the name's words, ``until`` is behind the noun that follows ("Anbar
    province"), ``opens`` at the compass word before ("eastern Syria"). ``kind`` is what a noun beside the name says:
    "province", "town", "district", "site" or empty. ``is_put_there`` tells that the words before put something at it
    ("in", "near") or that the words behind name what holds it.
    """

    first: int
    last: int
    until: int
    opens: int
    name: str
    entries: tuple[Entry, ...]
    kind: str = ""
    direction: str | None = None
    is_put_there: bool = False


class OtherName(Enum):
    """What else a place name may be part of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    """Of an organisation or its paper, or of what a place stands beside: "Iran-backed"."""
    RUN = "run"
    """Of a longer name, of whatever."""


def prior(entry: Entry) -> float:
    """How readily a name alone stands for the entry: about 3 for a city of a million, 3.5 for a country.

    A town gives half the decimal logarithm of its people; the other numbers were set beside it by hand, on reports
    of several wars and on general news.
    """
    place = entry.place
    if place.precision is PlacePrecision.COUNTRY:
        base = 3.5
    elif place.id.startswith("region:"):
        base = 3.2
    elif place.id.startswith("site:"):
        base = 2.5 if entry.match is NameMatch.SITE else 1.5
    elif place.precision is PlacePrecision.SITE:
        base = 0.7 if entry.match is NameMatch.SHORT else 1.5
    elif place.precision is PlacePrecision.PROVINCE:
        base = 1.45 + math.log10(entry.weight + 1) / 5
    elif place.precision is PlacePrecision.DISTRICT:
        base = 1.0 + math.log10(entry.weight + 1) / 6
    else:
        base = max(0.6, math.log10(entry.weight + 1) / 2)
    return base - {NameMatch.ALIAS: 0.4, NameMatch.SOUND: 0.8}.get(entry.match, 0.0)
