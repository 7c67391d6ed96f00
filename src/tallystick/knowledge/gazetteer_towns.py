"""The rows of towns, out of GeoNames and of our own list."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from typing import Any

from tallystick.knowledge.gazetteer_compass import slug
from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.knowledge.gazetteer_given import EVERY_TOWN, SMALL_TOWNS
from tallystick.knowledge.gazetteer_names import ARABIC_NAMES, fold_name
from tallystick.knowledge.gazetteer_row import Row
from tallystick.knowledge.gazetteer_spelling import ARABIC, is_name, plain
from tallystick.knowledge.gazetteer_store import DATABASE
from tallystick.model.terms import PlacePrecision

TOWNS = DATABASE.with_name("towns.csv")
_OF_SOME_SIZE = 10_000  # people


def listed_towns() -> Iterator[Row]:
    """The towns and quarters of ``towns.csv``, whose points are good to about five kilometres."""
    with TOWNS.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            point = (float(line["latitude"]), float(line["longitude"]))
            precision = PlacePrecision(line["precision"])
            row = Row(
                id=f"town:{line['country'].lower()}:{slug(line['name'])}:{point[0]:.1f}:{point[1]:.1f}",
                name=plain(line["name"]) if line["country"] in ARABIC_NAMES else line["name"],
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


def is_kept(town: dict[str, Any]) -> bool:
    """True for a town large enough for its country; every town where we tell a country in full."""
    country, people = town["countrycode"], town["population"]
    return country in EVERY_TOWN or people >= (2000 if country in SMALL_TOWNS else 5000)


def town_row(town: dict[str, Any], admin1: str | None, capital: str | None, said: dict[int, Any]) -> Row:
    """The row of a town of GeoNames, with what our list says of it."""
    country, people = town["countrycode"], town["population"]
    given = said.get(town["geonameid"], {})
    name = given.get("name") or (plain(town["name"]) if country in ARABIC_NAMES else town["name"])
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
    others = [n for n in town["alternatenames"] if is_name(n)]
    if country in EVERY_TOWN or people >= (_OF_SOME_SIZE if country in SMALL_TOWNS else 100_000):
        row.call((n for n in others if ARABIC.search(n) is None or country in ARABIC_NAMES), NameMatch.ALIAS)
    if people >= 100_000:
        row.call([n for n in others if ARABIC.search(n)][:2], NameMatch.ALIAS)
    return row
