"""Which of the places of one name is meant: by container, country, neighbourhood, kind and size."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_containers import containers_of
from tallystick.reading.place_holding import Holders
from tallystick.reading.place_span import COARSENESS, PlaceSpan, prior
from tallystick.reading.place_unlisted import main_country, place_inside
from tallystick.reading.place_words import Word

_CONTAINED, _NOT_CONTAINED = 6.0, -1.5
_WELL_KNOWN = 2.5  # a country or a named region, over the towns that share its name
_THE_COUNTRY = 2.0  # if no other country is named; less by its share
_SAME_PROVINCE = 1.2
_WELL_ENOUGH_KNOWN = 2.5
_BY_THE_WAY = (NameMatch.ALIAS, NameMatch.ARTICLE, NameMatch.SOUND)
_HARDLY_KNOWN = 2.0  # a town of 10,000 people
_OUTSHONE, _LARGE, _FAR_LARGER = 1.2, 100_000, 10
_HARDLY_ANOTHER = 50  # times as many people
_FINE = (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT)
_AREAS = (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)
_SAME_KM, _NEXT_DOOR_KM, _NEAR_KM = 3.0, 60.0, 200.0
_IN_REACH, _NEXT_DOOR = 0.8, 1.6


@dataclass(frozen=True)
class Choice:
    """A span with the place chosen for it, the candidates weighed and the reason in words."""

    span: PlaceSpan
    place: Place | None
    candidates: tuple[Place, ...]
    why: str


class Chooser:
    """Chooses for all spans of one report together, the coarse ones first."""

    def __init__(self, text: str, words: Sequence[Word], gazetteer: Gazetteer, countries: Counter[str]) -> None:
        self._text = text
        self._words = words
        self._gazetteer = gazetteer
        self._countries = countries
        self._chosen: dict[int, Entry] = {}
        self._provinces: set[tuple[str | None, str | None]] = set()

    def choose(self, spans: Sequence[PlaceSpan]) -> list[Choice]:
        """One choice a span, in the order of the spans. No place is chosen for a word that is none after all."""
        containers = containers_of(spans, self._words, self._text)
        order = sorted(range(len(spans)), key=lambda i: (-_coarseness(spans[i]), i))
        reasons: dict[int, tuple[list[Entry], str]] = {}
        # What stands further on is known the second time only.
        for i in order * 2:
            reasons[i] = self._weigh(i, spans, containers)
            if reasons[i][0] and self._is_elsewhere(reasons[i][0][0], containers.get(i, ())):
                reasons[i] = ([], "")
            if reasons[i][0]:
                self._choose(i, reasons[i][0][0])
            else:
                self._chosen.pop(i, None)
        self._hold_to_first_sense(spans, containers, reasons)
        strays = {i for i in self._chosen if self._is_stray(i, spans)}
        return [
            self._finish(spans[i], *reasons[i])
            if reasons[i][0] and i not in strays
            else self._finish_unlisted(i, spans, containers)
            for i in range(len(spans))
        ]

    def _is_stray(self, number: int, spans: Sequence[PlaceSpan]) -> bool:
        """True for a small place in a country of which a report that is about another one names nothing else."""
        entry, name = self._chosen[number], spans[number].name
        country = entry.place.country
        is_known = prior(entry) >= _WELL_ENOUGH_KNOWN or entry.place.id.startswith("site:")
        if is_known or entry.place.precision not in _FINE or country in self._countries:
            return False
        others = {e.place.country for k, e in self._chosen.items() if spans[k].name != name}
        if (
            self._countries
            and country not in others
            and prior(entry) < _HARDLY_KNOWN
            and not spans[number].is_put_there
        ):
            return True
        main = main_country(self._named_countries(), self._gazetteer)
        return country not in others and main is not None and main.country != country

    def _is_elsewhere(self, entry: Entry, wholes: Sequence[int]) -> bool:
        """True for a small place of another country or province than the one that the text names as holding it."""
        if prior(entry) >= _WELL_ENOUGH_KNOWN:
            return False
        holders = [self._chosen[k].place for k in wholes if k in self._chosen]
        countries = {holder.country for holder in holders if holder.country}
        provinces = [holder for holder in holders if holder.precision is PlacePrecision.PROVINCE]
        if countries and entry.place.country not in countries:
            return True
        return bool(provinces) and entry.place.precision in _FINE and all(self._is_far(p, entry) for p in provinces)

    def _is_far(self, province: Place, entry: Entry) -> bool:
        """True if a place lies well outside a province, whatever province the list has it in."""
        distance = self._gazetteer.distance_km(province, entry.place)
        beyond = distance is not None and distance > max(_NEXT_DOOR_KM, 1.5 * province.radius_km)
        return beyond and not self._gazetteer.contains(province, entry.place)

    def _finish_unlisted(self, number: int, spans: Sequence[PlaceSpan], containers: dict[int, list[int]]) -> Choice:
        span = spans[number]
        if span.entries and not (span.is_put_there or span.kind or number in containers):
            return Choice(span, None, (), f"{span.name!r} is the name of places that the report is not about")
        chosen = {k: entry.place for k, entry in self._chosen.items()}
        holders = Holders(spans, chosen, containers, text=self._text, words=self._words, gazetteer=self._gazetteer)
        told = holders.holder_of(number)
        container = told[0] if told else main_country(self._named_countries(), self._gazetteer)
        if container is None:
            return Choice(span, None, (), f"{span.name!r} is called a place and is on no list")
        why = f"{span.name!r} is on no list; placed no finer than {container.name}, "
        why += told[1] if told else "the country that the report is about"
        return Choice(span, place_inside(span.name, container), (), why)

    def _choose(self, number: int, entry: Entry) -> None:
        self._chosen[number] = entry
        if entry.place.precision is PlacePrecision.PROVINCE:
            self._provinces.add((entry.place.country, entry.place.name))

    @staticmethod
    def _hold_to_first_sense(
        spans: Sequence[PlaceSpan], containers: dict[int, list[int]], reasons: dict[int, tuple[list[Entry], str]]
    ) -> None:
        """Give a bare name the sense that its container gave it elsewhere in the report."""
        told = {(spans[i].name, spans[i].kind): i for i in sorted(containers, reverse=True) if reasons[i][0]}
        for i, span in enumerate(spans):
            k = told.get((span.name, span.kind))
            if k is None or i in containers:
                continue
            sense = reasons[k][0][0]
            ranked = reasons[i][0]
            if sense in ranked and ranked[0] is not sense:
                rest = [e for e in ranked if e is not sense]
                reasons[i] = ([sense, *rest], f"{span.name!r} is told in full elsewhere in the report; {reasons[k][1]}")

    def _finish(self, span: PlaceSpan, ranked: list[Entry], why: str) -> Choice:
        places = tuple(e.place for e in ranked[:5])
        place = places[0] if places else None
        if place is not None and self._means_part(span, place):
            part = self._gazetteer.part_of(span.direction or "", place)
            if part is not None:
                return Choice(span, part, (part, *places[:4]), f"the {span.direction} part of {place.name}; {why}")
        return Choice(span, place, places, why)

    def _means_part(self, span: PlaceSpan, place: Place) -> bool:
        """True for "eastern Syria"; not for "southern Kandahar province", which says where the province lies."""
        if (
            span.direction is None
            or place.country is None
            or COARSENESS[place.precision] < COARSENESS[PlacePrecision.PROVINCE]
        ):
            return False
        if place.precision is not PlacePrecision.PROVINCE or span.kind != "province":
            return True
        country = self._gazetteer.country(place.country)
        part = country and self._gazetteer.part_of(span.direction, country)
        return part is None or not self._gazetteer.contains(part, place)

    def _named_countries(self) -> Counter[str]:
        """The countries named, and those of the places chosen."""
        chosen = (
            entry.place.country
            for entry in self._chosen.values()
            if entry.place.precision is not PlacePrecision.COUNTRY
        )
        return self._countries + Counter(code for code in chosen if code)

    def _weigh(
        self, number: int, spans: Sequence[PlaceSpan], containers: dict[int, list[int]]
    ) -> tuple[list[Entry], str]:
        span = spans[number]
        wholes = [k for k in containers.get(number, ()) if k != number]
        parts = [k for k, inside in containers.items() if number in inside]
        scored: list[tuple[float, Entry, str]] = []
        for entry in span.entries:
            score, why = self._score(entry, span, wholes, parts, spans)
            scored.append((score, entry, why))
        scored.sort(key=lambda s: (-s[0], s[1].place.id))
        if not scored:
            return [], "no place of that name is known"
        _, best, why = scored[0]
        named = (
            "is a site on the list"
            if best.place.id.startswith("site:")
            else f"is a {best.place.precision.value} on record"
        )
        heard = " under another spelling" if best.match in (NameMatch.SOUND, NameMatch.ALIAS) else ""
        return [entry for _, entry, _ in scored], f"{span.name!r} {named}{heard}" + (f"; {why}" if why else "")

    def _score(
        self, entry: Entry, span: PlaceSpan, wholes: list[int], parts: list[int], spans: Sequence[PlaceSpan]
    ) -> tuple[float, str]:
        place = entry.place
        score, reasons = prior(entry), []
        if place.precision is PlacePrecision.COUNTRY or place.id.startswith("region:"):
            score += _WELL_KNOWN
        score += self._kind_fits(entry, span.kind)
        if entry.match in _BY_THE_WAY and any(
            _outshines(other, entry) or self._is_named_holder(other, entry) for other in span.entries
        ):
            score -= _OUTSHONE
        share = self._share_of(place.country, span.name, spans)
        if share and place.precision is not PlacePrecision.COUNTRY:
            score += _THE_COUNTRY * math.sqrt(share)
            reasons.append("the report is about that country")
        for k in wholes:
            holder = self._chosen.get(k)
            options = (holder,) if holder else spans[k].entries[:6]
            holding = [h for h in options if h is not None and self._holds(h.place, place)]
            if holding:
                score += _CONTAINED
                reasons.insert(0, f"named as in {holding[0].place.name}")
            elif holder is not None and COARSENESS[holder.place.precision] > COARSENESS[place.precision]:
                score += _NOT_CONTAINED
        for k in parts:
            if any(self._holds(place, e.place) for e in spans[k].entries[:8]):
                score += 3.5
                reasons.append(f"holds {spans[k].name}")
        if (place.country, place.admin1) in self._provinces and place.precision is not PlacePrecision.PROVINCE:
            score += _SAME_PROVINCE
            reasons.append(f"the report names {place.admin1}")
        near, far = self._neighbour(place, span.name, wholes, spans)
        if near is not None:
            score += _NEXT_DOOR if far < _NEXT_DOOR_KM else _IN_REACH
            reasons.append(f"close to {near.name}")
        return score, ", ".join(dict.fromkeys(reasons))

    def _is_named_holder(self, other: Entry, entry: Entry) -> bool:
        """True for an area that bears the name itself, over a town in it that is called so by the way."""
        named = other.match is NameMatch.NAME and other.place.precision in _AREAS
        return named and self._gazetteer.contains(other.place, entry.place)

    def _share_of(self, country: str | None, name: str, spans: Sequence[PlaceSpan]) -> float:
        """What part this country has, 0 to 1, of the countries named and of those that other names speak for."""
        others = {(spans[k].name, e.place.country) for k, e in self._chosen.items() if self._bears_witness(spans[k], e)}
        told = self._countries + Counter(code for other, code in others if code and other != name)
        return told[country] / told.total() if country and told else 0.0

    @staticmethod
    def _bears_witness(span: PlaceSpan, chosen: Entry) -> bool:
        """True if the name hardly means a place of another country; countries are counted elsewhere."""
        if chosen.place.precision is PlacePrecision.COUNTRY:
            return False
        others = (e for e in span.entries if e.place.country != chosen.place.country)
        return all(0 < other.population * _HARDLY_ANOTHER <= chosen.population for other in others)

    def _holds(self, area: Place, other: Place) -> bool:
        return COARSENESS[area.precision] > COARSENESS[other.precision] and self._gazetteer.contains(area, other)

    def _neighbour(
        self, place: Place, name: str, wholes: list[int], spans: Sequence[PlaceSpan]
    ) -> tuple[Place | None, float]:
        """The nearest place within 200 km that was chosen for another name, and how many km off it is."""
        nearest, least = None, _NEAR_KM
        if place.precision in _FINE:
            for k, entry in self._chosen.items():
                if k in wholes or entry.place.precision not in _FINE or spans[k].name == name:
                    continue
                distance = self._gazetteer.distance_km(place, entry.place)
                if distance is not None and _SAME_KM < distance < least:
                    nearest, least = entry.place, distance
        return nearest, least

    @staticmethod
    def _kind_fits(entry: Entry, kind: str) -> float:
        precision = entry.place.precision
        if kind == "province":
            fits = precision in (PlacePrecision.PROVINCE, PlacePrecision.REGION)
            return 5.0 if fits else (3.0 if precision is PlacePrecision.DISTRICT else -2.0)
        if kind == "district":
            return {PlacePrecision.DISTRICT: 3.0, PlacePrecision.TOWN: 1.0, PlacePrecision.COUNTRY: -2.0}.get(
                precision, 0.0
            )
        if kind == "town":
            return 4.0 if precision is PlacePrecision.TOWN else -1.0
        if kind == "site":
            return 4.0 if precision is PlacePrecision.SITE else 0.0
        return 0.0


def _outshines(other: Entry, entry: Entry) -> bool:
    """True if ``other`` bears the name itself and is a far larger town: "New York" is not Niu-York."""
    return other.match is NameMatch.NAME and other.weight > max(_LARGE, _FAR_LARGER * entry.weight)


def _coarseness(span: PlaceSpan) -> int:
    return COARSENESS[span.entries[0].place.precision] if span.entries else -1
