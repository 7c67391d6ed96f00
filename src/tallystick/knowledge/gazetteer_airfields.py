"""The rows of airfields."""

from __future__ import annotations

import re
from collections.abc import Iterator

import airportsdata

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.knowledge.gazetteer_given import EVERY_TOWN
from tallystick.knowledge.gazetteer_row import Row
from tallystick.knowledge.gazetteer_spelling import loose_key
from tallystick.model.terms import PlacePrecision

_FIELD = re.compile(
    r"\b(?:International|Intl|Municipal|Regional|Civil|Army|Air Base|Airbase|Air Field|Airfield|Airport|"
    r"Air Force Base|Naval Air Station)\b"
)


def airfield_rows(provinces: list[Row]) -> Iterator[Row]:
    """The airfields by their ICAO codes: all of the countries told in full, of others those with an IATA code."""
    names = {(p.country, key): p.name for p in provinces for key in map(loose_key, p.names)}
    for code, field_ in sorted(airportsdata.load().items()):
        country, name = field_["country"], field_["name"]
        if not (country in EVERY_TOWN or field_["iata"]) or not _FIELD.search(name):
            continue
        admin1 = names.get((country, loose_key(field_["subd"]))) or field_["subd"] or None
        row = Row(
            id=f"icao:{code}",
            name=name,
            precision=PlacePrecision.SITE,
            kind="airfield",
            country=country,
            admin1=admin1,
            point=(field_["lat"], field_["lon"]),
            radius_km=3,
        )
        row.call([name, re.sub(r"\bInternational ", "", name)], NameMatch.NAME)
        base = " ".join(_FIELD.sub("", name).split())
        if len(base) > 3 and (country in EVERY_TOWN or "International" in name):
            row.call([base], NameMatch.SHORT)
        yield row
