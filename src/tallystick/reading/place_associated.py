"""Place names that tell whose or what sort, not where: "Syrian troops", "U.S. forces", "University of Baghdad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.place_context import national_adjectives
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_span import OtherName, PlaceSpan, prior
from tallystick.reading.place_words import Lettering, Word

_AREAS = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.REGION)
_KNOWN_NEARBY, _KNOWN_AFAR = 1.8, 2.6  # towns of 4,000 and of 160,000 people
_LONGEST = 2  # words
_LONGEST_SHORT = 6  # characters


def find_associated(scene: Scene, spans: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The toponyms besides ``spans`` that stand in other names, as adjectives or as short forms, from left to right.

    The places in other names are those that the search for ``spans`` met and left.
    """
    borne = [span for span, other in scene.borne if _names_its_place(span, other, scene)]
    covered = {i for span in (*spans, *borne) for i in range(span.opens, span.until)}
    return sorted([*borne, *_short_words(scene, covered)], key=lambda span: span.first)


def _names_its_place(span: PlaceSpan, other: OtherName, scene: Scene) -> bool:
    """True unless the longer name may be a person's, or the place is too little known to have named it."""
    words = scene.words[span.first : span.last]
    if other is OtherName.PERSON or any(w.in_person or w.lower in scene.surnames for w in words):
        return False
    top = span.entries[0]
    if other is OtherName.ORGANISATION or top.place.precision in _AREAS:
        return True
    return prior(top) >= (_KNOWN_NEARBY if top.place.country in scene.near else _KNOWN_AFAR)


def _short_words(scene: Scene, covered: set[int]) -> Iterator[PlaceSpan]:
    """Adjectives and short forms outside the ``covered`` words."""
    index = 0
    while index < len(scene.words):
        for last in range(min(index + _LONGEST, len(scene.words)), index, -1):
            place = None if covered & set(range(index, last)) else _place_of(scene, index, last)
            if place is not None:
                entry = Entry(place, NameMatch.NAME, place.precision.value)
                yield PlaceSpan(index, last, last, index, scene.text(index, last), (entry,))
                index = last - 1
                break
        index += 1


def _place_of(scene: Scene, first: int, last: int) -> Place | None:
    """The place of an adjective that describes something, or of a short form; null for other words."""
    word = scene.words[first]
    if not (word.is_capital or scene.lettering is Lettering.LOWER):
        return None
    if last - first == 1:
        place = _short_form(scene, word)
        if place is not None:
            return place
    elif not scene.words[last - 1].is_joined:
        return None
    if scene.behind(last) is None:
        return None
    folded = " ".join(w.lower for w in scene.words[first:last])
    id_ = load_lexicon("places")["adjectives"].get(folded)
    if id_ is not None:
        return scene.gazetteer.place(id_)
    code = national_adjectives().get(folded)
    return None if code is None else scene.gazetteer.country(code)


def _short_form(scene: Scene, word: Word) -> Place | None:
    """The place of "US" and "U.K.": in capitals, and with full stops where all is in capitals or none."""
    if len(word.text) > _LONGEST_SHORT or not (word.text.isupper() or "." in word.text):
        return None
    if not scene.is_mixed and "." not in word.text:
        return None
    id_ = load_lexicon("places")["short_forms"].get(word.lower)
    return None if id_ is None else scene.gazetteer.place(id_)
