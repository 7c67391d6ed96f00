"""The gazetteer: names to places, countries, provinces, distances and containment."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from tallystick.knowledge.gazetteer_compass import DIRECTIONS, Extent, compass_region, lies_towards, slug
from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.knowledge.gazetteer_names import ARABIC_NAMES, drop_articles, fold_name, sound_key
from tallystick.knowledge.gazetteer_store import GazetteerStore
from tallystick.knowledge.pack import Pack, packaged_packs
from tallystick.knowledge.sites import Site, load_sites
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision

_EARTH_KM = 6371.0


class Gazetteer:
    """Look-ups by name over the packaged GeoNames extract, the list of sites and the named regions."""

    def __init__(self, store: GazetteerStore, sites: tuple[Site, ...]) -> None:
        self._store = store
        self._extents = store.extents()
        self._countries = {e.place.country: e for e in store.countries() if e.place.country}
        self._by_slug = {slug(e.place.name): code for code, e in self._countries.items()}
        self._regions = {site.id: site.countries for site in sites if site.id.startswith("region:")}
        self._listed = {site.id: site.place for site in sites}
        self.site_names = tuple(name for site in sites for name in (site.name, *site.aliases))
        self._curated: dict[str, list[Entry]] = defaultdict(list)
        for site in sites:
            self._add(site)
        self.names_in = lru_cache(maxsize=32)(self._names_in)
        self.entries = lru_cache(maxsize=65536)(self._entries)

    def _add(self, site: Site) -> None:
        place = site.place
        names = [(n, NameMatch.SITE) for n in (site.name, *site.aliases)] + [(n, NameMatch.SHORT) for n in site.short]
        for name, match in names:
            folded = fold_name(name)
            keys = {folded, drop_articles(folded)}
            if match is NameMatch.SITE and site.country in ARABIC_NAMES:
                keys.add(sound_key(folded))
            for key in keys - {""}:
                kept = self._curated[key]
                if all(entry.place.id != place.id for entry in kept):
                    kept.append(Entry(place, match, site.kind, also_town=site.also_town))

    def find(self, name: str, *, country: str | None = None) -> tuple[Place, ...]:
        """The places of that name, best first: sites, then exact names by population, then other spellings.

        ``country`` (ISO 3166-1 alpha-2) keeps only its places. Short forms that need a cue beside them come last.
        """
        return tuple(e.place for e in self.entries(name) if country is None or e.place.country == country)

    def _entries(self, name: str) -> tuple[Entry, ...]:
        folded = fold_name(name)
        bare = drop_articles(folded)
        found: dict[str, Entry] = {}
        for key in dict.fromkeys((folded, bare)):
            for entry in (*self._curated.get(key, ()), *self._store.entries_for(key)):
                # "El Salvador" must not lead to Salvador in Brazil: only an Arabic article may be left out.
                if key == folded or entry.place.country in ARABIC_NAMES or entry.place.id.startswith("site:"):
                    found.setdefault(entry.place.id, entry)
        if all(entry.match is NameMatch.SHORT for entry in found.values()):
            heard = sound_key(folded)
            for entry in (*self._curated.get(heard, ()), *self._store.entries_for(heard)) if heard else ():
                found.setdefault(entry.place.id, Entry(entry.place, NameMatch.SOUND, entry.kind, entry.population))
        return tuple(sorted(_after_namesakes(found.values()), key=_rank))

    def _names_in(self, country: str) -> tuple[str, ...]:
        listed = (
            key
            for key, entries in self._curated.items()
            if not key.startswith("~")
            and any(e.place.country == country and e.match <= NameMatch.ALIAS for e in entries)
        )
        return tuple(sorted({*listed, *self._store.names_in(country)}))

    def country(self, code_or_name: str) -> Place | None:
        """A country by its ISO 3166-1 alpha-2 code or by a name; null if there is none."""
        if code_or_name in self._countries:
            return self._countries[code_or_name].place
        for entry in self.entries(code_or_name):
            if entry.place.precision is PlacePrecision.COUNTRY:
                return entry.place
        return None

    def place(self, place_id: str) -> Place | None:
        """The place of an id, a compass region such as ``region:eastern-syria`` included; null if there is none."""
        if place_id in self._listed:
            return self._listed[place_id]
        direction, _, rest = place_id.removeprefix("region:").partition("-")
        if place_id.startswith("region:") and direction in DIRECTIONS:
            whole = self._whole(rest)
            return None if whole is None else self.part_of(direction, whole)
        entry = self._store.entry(place_id)
        return entry.place if entry else None

    def _whole(self, slugged: str) -> Place | None:
        """The country, named region or province (with its country's code behind) that a compass region's id names."""
        if slugged in self._by_slug:
            return self._countries[self._by_slug[slugged]].place
        name, _, code = slugged.rpartition("-")
        return self._listed.get(f"region:{slugged}") or self.admin1(code.upper(), name)

    def admin1(self, country: str, name: str) -> Place | None:
        """A first-order subdivision of a country (alpha-2 code) by name; null if there is none."""
        for entry in self.entries(name):
            if entry.place.precision is PlacePrecision.PROVINCE and entry.place.country == country:
                return entry.place
        return None

    def part_of(self, direction: str, whole: Place) -> Place | None:
        """A part of a country or province by the compass: ``("eastern", Syria)``; null without an extent.

        ``direction`` is a key of ``gazetteer_compass.DIRECTIONS``.
        """
        extent = self._extent(whole)
        return None if extent is None else compass_region(direction, whole, extent)

    def _extent(self, whole: Place) -> Extent | None:
        if whole.precision is PlacePrecision.COUNTRY and whole.country:
            return self._extents.get(whole.country)
        if whole.latitude is None or whole.longitude is None:
            return None
        high = whole.radius_km * 0.7 / 111
        wide = high / max(0.2, math.cos(math.radians(whole.latitude)))
        return whole.latitude - high, whole.longitude - wide, whole.latitude + high, whole.longitude + wide

    def contains(self, area: Place, other: Place) -> bool:
        """True if ``other`` lies in ``area``, as far as names, countries and distances can tell."""
        if area.id == other.id:
            return True
        if area.precision is PlacePrecision.COUNTRY:
            return area.country == other.country
        if area.country and other.country and area.country != other.country:
            return False
        if area.precision is PlacePrecision.PROVINCE and other.admin1 and not other.id.startswith("region:"):
            return fold_name(area.name) == fold_name(other.admin1)
        if area.precision is PlacePrecision.REGION:
            return self._region_contains(area, other)
        if _order(other) < _order(area):
            return False
        return self._near(area, other)

    def _region_contains(self, area: Place, other: Place) -> bool:
        countries = self._regions.get(area.id)
        if countries and other.country and other.country not in countries:
            return False
        if other.precision is PlacePrecision.COUNTRY:
            return bool(countries) and other.country in (countries or ())
        direction, _, rest = area.id.removeprefix("region:").partition("-")
        whole = self._whole(rest) if countries is None and direction in DIRECTIONS else None
        extent = self._extent(whole) if whole else None
        if whole is not None and extent is not None and other.latitude is not None:
            towards = lies_towards(direction, extent, other.latitude, other.longitude or 0.0)
            return towards and self.contains(whole, other)
        return self._near(area, other)

    def _near(self, area: Place, other: Place) -> bool:
        distance = self.distance_km(area, other)
        return distance is not None and distance <= max(2.0, area.radius_km * 1.15)

    def distance_km(self, a: Place, b: Place) -> float | None:
        """The great-circle distance of two places in km (haversine, mean Earth radius); null if a point is missing."""
        if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
            return None
        north, south = math.radians(a.latitude), math.radians(b.latitude)
        east = math.radians(b.longitude - a.longitude)
        inner = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
        return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(inner)))


@lru_cache(maxsize=8)
def load_gazetteer(*added: Pack) -> Gazetteer:
    """The packaged gazetteer and sites, with the sites of further packs laid over them.

    Raises:
        TallystickError: E401, if a file of those packs is not valid.

    """
    return Gazetteer(GazetteerStore(), load_sites(*packaged_packs(), *added))


def _after_namesakes(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, a province weighing no more than the town in it that it is named after: "Kherson" is the town."""
    known = list(entries)
    seats = {(e.place.country, e.place.admin1): e for e in known if e.place.precision is PlacePrecision.TOWN}
    for entry in known:
        seat = seats.get((entry.place.country, entry.place.name))
        if entry.place.precision is PlacePrecision.PROVINCE and seat is not None:
            yield replace(entry, population=min(entry.population, seat.population))
        else:
            yield entry


def _rank(entry: Entry) -> tuple[int, bool, float, str]:
    spelled = NameMatch.NAME if entry.match is NameMatch.ARTICLE else entry.match
    return (spelled, entry.place.precision is not PlacePrecision.COUNTRY, -entry.weight, entry.place.id)


def _order(place: Place) -> int:
    coarse_first = [PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.DISTRICT,
                    PlacePrecision.TOWN, PlacePrecision.SITE]  # fmt: skip
    return coarse_first.index(place.precision)
