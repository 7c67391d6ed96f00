"""What holds a place that no list has: told beside it, at the head of its paragraph, or by the whole report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_scene import listed
from tallystick.reading.place_span import COARSENESS, PlaceSpan
from tallystick.reading.place_words import Word

_POINTS = (PlacePrecision.SITE, PlacePrecision.TOWN)
_PARAGRAPH = re.compile(r"\n\s*\n|\n\s*(?:[•*·▪–-]|\(?\d{1,2}[.)])\s")
_NEAR = re.compile(r"\s*,?\s*(?:close\s+to|near|outside|not\s+far\s+from)\s+\Z", re.I)
_OF_THE_CITY = re.compile(r"(?:\s*,\s*an?\s[^,.;:]{0,60}?)?\s+(?:of|in)\s+the\s+(city|town|capital)\b", re.I)
_AREAS_OF_TOWNS = re.compile(r"\b([a-z]+)\s+of\s+(?:the\s+)?\Z", re.I)


class Holders:
    """Finds what holds an unlisted place, in a report whose other places were chosen.

    ``chosen`` maps the number of a span to its place, ``containers`` to the numbers of the spans named as holding it.
    """

    def __init__(
        self,
        spans: Sequence[PlaceSpan],
        chosen: Mapping[int, Place],
        containers: Mapping[int, Sequence[int]],
        *,
        text: str,
        words: Sequence[Word],
        gazetteer: Gazetteer,
    ) -> None:
        self._spans = spans
        self._chosen = chosen
        self._containers = containers
        self._text = text
        self._words = words
        self._gazetteer = gazetteer

    def holder_of(self, number: int) -> tuple[Place, str] | None:
        """The finest place told to hold the span, and how it is told; null if only the report as a whole tells."""
        told = [self._area_told(k) for k in self._containers.get(number, ()) if k in self._chosen]
        if told:
            return min(told, key=lambda place: COARSENESS[place.precision]), "which is named as holding it"
        city = self._city(number)
        if city is not None:
            return city, "the city that is meant"
        beside = self._beside(number)
        if beside is not None:
            return beside, "which holds the place that it is near"
        head = self._head(number)
        if head is not None:
            return head, "which is named at the head of its paragraph"
        shared = self._province_of_most(k for k in self._chosen if self._is_beside(k, number))
        if shared is not None:
            return shared, "where the other places of the sentence lie"
        main = self._province_of_most(self._chosen)
        return None if main is None else (main, "where most of the other places of the report lie")

    def _area_told(self, number: int) -> Place:
        """The place, or its province if the text names a district and the list has only the town of that name."""
        place, span = self._chosen[number], self._spans[number]
        noun = _AREAS_OF_TOWNS.search(self._text[: self._words[span.first].start])
        is_area = span.kind == "district" or (noun is not None and noun[1].lower() in listed("wide_nouns"))
        return self._province_of(place) if is_area and place.precision in _POINTS else place

    def _province_of(self, place: Place) -> Place:
        if place.country is None or place.precision is PlacePrecision.PROVINCE:
            return place
        province = self._gazetteer.admin1(place.country, place.admin1) if place.admin1 else None
        return province or self._gazetteer.country(place.country) or place

    def _beside(self, number: int) -> Place | None:
        """The province of the town in "a hamlet near Blida"."""
        following = number + 1
        if following not in self._chosen:
            return None
        gap = self._text[self._end(number) : self._words[self._spans[following].opens].start]
        return self._province_of(self._chosen[following]) if _NEAR.match(gap) else None

    def _city(self, number: int) -> Place | None:
        """The town told last before, for "the Sukari district of the city"; for "the capital", the capital if named."""
        told = _OF_THE_CITY.match(self._text, self._end(number))
        if told is None:
            return None
        is_capital = told[1].lower() == "capital"
        for k in range(number - 1, -1, -1):
            if k not in self._chosen or self._chosen[k].precision is not PlacePrecision.TOWN:
                continue
            if not is_capital or self._is_capital(k):
                return self._chosen[k]
        return None

    def _head(self, number: int) -> Place | None:
        """The finest area in the head of the paragraph, "Beni territory, North Kivu: …", or the name that stands as a
        sentence of its own: "Banke. 25 May: …".
        """
        alone = [k for k in range(number) if k in self._chosen and self._stands_alone(k)]
        if alone:
            return self._area_at_head(alone[-1])
        here = self._words[self._spans[number].first].start
        starts = [m.end() for m in _PARAGRAPH.finditer(self._text, 0, here)]
        start = starts[-1] if starts else 0
        colon = self._text.find(": ", start, here)
        if colon < 0 or re.search(r"[.!?]\s", self._text[start:colon]):
            return None
        named = [
            self._area_at_head(k)
            for k in range(number)
            if k in self._chosen and start <= self._words[self._spans[k].first].start < colon
        ]
        return min(named, key=lambda place: COARSENESS[place.precision], default=None)

    def _stands_alone(self, number: int) -> bool:
        span, words = self._spans[number], self._words
        closes = span.until < len(words) and words[span.until].gap.startswith(".") and words[span.until].opens_sentence
        return closes and words[span.first].opens_sentence

    def _is_beside(self, other: int, number: int) -> bool:
        """True for two spans of one sentence."""
        first, last = sorted((self._spans[other].first, self._spans[number].first))
        return not any(word.opens_sentence for word in self._words[first + 1 : last + 1])

    def _province_of_most(self, numbers: Iterable[int]) -> Place | None:
        """The province in which more than half of the places lie that are no country and no national capital."""
        places = [self._chosen[k] for k in numbers if not self._is_of_state(k)]
        provinces = [self._province_of(place) for place in places]
        counted = Counter(p.id for p in provinces if p.precision is PlacePrecision.PROVINCE)
        if not counted:
            return None
        id_, count = counted.most_common(1)[0]
        return next(p for p in provinces if p.id == id_) if count * 2 > len(places) else None

    def _is_of_state(self, number: int) -> bool:
        place = self._chosen[number]
        if COARSENESS[place.precision] > COARSENESS[PlacePrecision.PROVINCE]:
            return True
        return self._is_capital(number)

    def _is_capital(self, number: int) -> bool:
        id_ = self._chosen[number].id
        return any(entry.capital and entry.place.id == id_ for entry in self._spans[number].entries)

    def _area_at_head(self, number: int) -> Place:
        place = self._chosen[number]
        return self._province_of(place) if place.precision in _POINTS else place

    def _end(self, number: int) -> int:
        return self._words[self._spans[number].until - 1].end
