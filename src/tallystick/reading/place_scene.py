"""What surrounds a place name: the words of the report, and what was found in it so far."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_compass import read_direction
from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.model.terms import PlacePrecision
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.place_context import Nationalities
from tallystick.reading.place_span import OtherName, PlaceSpan, prior
from tallystick.reading.place_words import Lettering, Word

_AREAS = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
_CLEARLY_MEANT = 2.2


def listed(key: str) -> frozenset[str]:
    """A list of the lexicon of places."""
    return words_of("places", key)


class Scene:
    """One report's words, and the memory of a reading from left to right.

    ``near`` holds the countries named or reached so far, ``seen_sites`` the ids of the sites, ``surnames`` names that
    turned out to be persons', ``persons`` the family names with an Arabic article, ``borne`` the places in other names.
    """

    def __init__(
        self,
        words: Sequence[Word],
        lettering: Lettering,
        *,
        gazetteer: Gazetteer,
        nationalities: Nationalities,
        countries: Counter[str],
    ) -> None:
        self.words = words
        self.lettering = lettering
        self.gazetteer = gazetteer
        self.nationalities = nationalities
        self.countries = countries
        self.near = set(countries)
        self.seen_sites: set[str] = set()
        self.surnames: set[str] = set()
        self.persons = _persons(words)
        self.organisation_until = -1
        self.borne: list[tuple[PlaceSpan, OtherName]] = []
        self.states: dict[str, str] = load_lexicon("places")["state_abbreviations"]

    @property
    def is_mixed(self) -> bool:
        """True if capitals tell names in this report."""
        return self.lettering is Lettering.MIXED

    def remember(self, span: PlaceSpan) -> None:
        """Keep the site and the country of a place that was found."""
        for top in span.entries[:1]:
            if top.place.precision is PlacePrecision.SITE:
                self.seen_sites.add(top.place.id)
            if top.place.country and prior(top) > _CLEARLY_MEANT:
                self.near.add(top.place.country)

    def before(self, index: int) -> Word | None:
        """The word that stands right before, with no punctuation between."""
        return self.words[index - 1] if index > 0 and self.words[index].is_joined else None

    def behind(self, last: int) -> Word | None:
        """The word that stands at ``last``, with no punctuation before it."""
        return self.words[last] if last < len(self.words) and self.words[last].is_joined else None

    def is_cut_short(self, index: int) -> bool:
        """True if the word at ``index`` ends in a full stop though its sentence may go on: "Calif.", "N.B."."""
        return "." in self.words[index].text or self.gap_behind(index + 1).startswith(".")

    def gap_behind(self, last: int) -> str:
        """The punctuation between the word before ``last`` and the next; empty at the end of the text."""
        return self.words[last].gap.strip() if last < len(self.words) else ""

    def sentence_at(self, index: int) -> tuple[Word, ...]:
        """The words of the sentence in which the word at ``index`` stands."""
        first = index
        while first and not self.words[first].opens_sentence:
            first -= 1
        behind = itertools.takewhile(lambda word: not word.opens_sentence, self.words[first + 1 :])
        return (self.words[first], *behind)

    def text(self, first: int, last: int) -> str:
        """The words with what stands between them, line breaks made spaces."""
        return "".join(
            word.text if i == 0 else (" " if not word.gap.strip(" \n") else word.gap) + word.text
            for i, word in enumerate(self.words[first:last])
        )

    def is_name_word(self, word: Word) -> bool:
        """True for a capitalised word that is no function word, weekday, nationality or place noun."""
        lower = word.lower
        return (
            word.text[0].isupper()
            and not any(lower in listed(key) for key in ("function", "calendar", "strong"))
            and not any(lower in listed(key) for key in ("province_nouns", "town_nouns", "facility_nouns"))
            and read_direction(lower) is None
            and not (word.opens_sentence and word.tag not in ("PROPN", ""))
            and lower not in self.nationalities.words
        )

    def opens_container(self, index: int) -> bool:
        """True if a country or a province is named from ``index`` on."""
        word = self.words[index]
        if not word.is_capital or (not self.is_mixed and len(word.text) < 4):
            return False
        if word.lower in self.states and word.text[0].isupper():
            return True
        return any(
            entry.place.precision in _AREAS and entry.match <= NameMatch.ARTICLE
            for last in range(min(index + 3, len(self.words)), index, -1)
            for entry in self.gazetteer.entries(self.text(index, last))
        )

    def is_held_by(self, span: PlaceSpan, index: int) -> bool:
        """True if the word at ``index`` is a country or province that holds a place of the span's name."""
        return any(
            self.gazetteer.contains(area.place, entry.place)
            for area in self.gazetteer.entries(self.words[index].text)[:4]
            if area.place.precision in _AREAS
            for entry in span.entries[:6]
            if entry.place.id != area.place.id
        )


def _persons(words: Sequence[Word]) -> frozenset[str]:
    """Family names behind a given name and an Arabic article ("Bashar al-Assad"), or behind a title."""
    found = set()
    places = listed("function") | listed("open_places")
    for i in range(1, len(words) - 1):
        given, word, name = words[i - 1], words[i], words[i + 1]
        if not given.is_capital or word.gap != " ":
            continue
        if given.lower in listed("titles") and word.is_capital:
            found.add(word.lower)
        elif word.lower in ("al", "el") and name.is_capital and given.lower not in places:
            found.add(name.lower)
    return frozenset(found)
