"""Place names that tell whose or what sort, not where: "Syrian troops", "U.S. forces", "University of Baghdad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_span import OtherName, PlaceSpan, prior
from tallystick.reading.place_words import Lettering, Word

_AREAS = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.REGION)
_KNOWN_NEARBY, _KNOWN_AFAR = 1.8, 2.6  # towns of 4,000 and of 160,000 people
_LONGEST = 2  # words
_LONGEST_SHORT = 6  # characters


def find_associated(scene: Scene, spans: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The toponyms outside ``spans`` that stand in other names, as adjectives or as short forms, from left to right.

    The places in other names are those that the search for ``spans`` met and left.
    """
    covered = {i for span in spans for i in range(span.opens, span.until)}
    borne = [
        span
        for span, other in scene.borne
        if covered.isdisjoint(range(span.first, span.until)) and _names_its_place(span, other, scene)
    ]
    covered.update(i for span in borne for i in range(span.first, span.until))
    return sorted([*borne, *_short_words(scene, covered)], key=lambda span: span.first)


def _names_its_place(span: PlaceSpan, other: OtherName, scene: Scene) -> bool:
    """True unless the longer name may be a person's, or the place is too little known to have named it."""
    words = scene.words[span.first : span.last]
    if other is OtherName.PERSON or any(w.in_person for w in words):
        return False
    top = span.entries[0]
    if top.match >= NameMatch.SHORT:
        # "al-Qaeda" only sounds like Kaedi.
        return False
    if other is OtherName.ORGANISATION or top.place.precision in _AREAS:
        return True
    known_enough = _KNOWN_NEARBY if top.place.country in scene.near else _KNOWN_AFAR
    return prior(top) >= known_enough and not any(w.lower in scene.surnames for w in words)


def _short_words(scene: Scene, covered: set[int]) -> Iterator[PlaceSpan]:
    """Adjectives that describe something, and short forms, outside the ``covered`` words."""
    index = 0
    while index < len(scene.words):
        for last in range(min(index + _LONGEST, len(scene.words)), index, -1):
            span = None if covered & set(range(index, last)) else short_word(scene, index, last)
            if span is not None and (span.name.isupper() or scene.behind(last) is not None):
                yield span
                index = last - 1
                break
        index += 1


def short_word(scene: Scene, first: int, last: int) -> PlaceSpan | None:
    """The words from ``first`` to ``last`` (exclusive) as a place's adjective or its short form; null if neither."""
    word = scene.words[first]
    if not (word.is_capital or scene.lettering is Lettering.LOWER):
        return None
    place = _short_form(scene, word) if last - first == 1 else None
    if place is None and all(w.is_joined for w in scene.words[first + 1 : last]):
        place = _described(scene, " ".join(w.lower for w in scene.words[first:last]))
    if place is None:
        return None
    entry = Entry(place, NameMatch.NAME, place.precision.value)
    return PlaceSpan(first, last, last, first, scene.text(first, last), (entry,))


def _described(scene: Scene, folded: str) -> Place | None:
    id_ = load_lexicon("places")["adjectives"].get(folded)
    if id_ is not None:
        return scene.gazetteer.place(id_)
    code = scene.nationalities.adjectives.get(folded)
    return None if code is None else scene.gazetteer.country(code)


def _short_form(scene: Scene, word: Word) -> Place | None:
    """The place of "US" and "U.K.": in capitals, and with full stops where all is in capitals or none."""
    if len(word.text) > _LONGEST_SHORT or not (word.text.isupper() or "." in word.text):
        return None
    if not scene.is_mixed and "." not in word.text:
        return None
    id_ = load_lexicon("places")["short_forms"].get(word.lower)
    return None if id_ is None else scene.gazetteer.place(id_)
