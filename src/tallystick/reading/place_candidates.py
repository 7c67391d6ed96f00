"""What the gazetteer offers for a stretch of words, less what its spelling rules out."""

from __future__ import annotations

from tallystick.knowledge.gazetteer_compass import read_direction
from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.knowledge.gazetteer_names import drop_articles, fold_name
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import PlaceSpan
from tallystick.reading.place_words import Lettering

_SHORTEST = 3
_LONGEST_ACRONYM = 4
_AREAS = (PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)


def candidates_for(scene: Scene, first: int, last: int, previous: PlaceSpan | None) -> tuple[Entry, ...]:
    """The places that the words from ``first`` to ``last`` (exclusive) may stand for by their spelling."""
    name, word = scene.text(first, last), scene.words[first]
    if last - first == 1:
        state = _state(scene, first, previous)
        if state:
            return state
        if word.lower in listed("calendar") or word.lower in scene.nationalities.words:
            return ()
        if len(word.lower) < _SHORTEST and not _is_country_code(scene, first):
            return ()
    if not scene.is_mixed and _is_description(scene, first, last):
        return ()
    entries = scene.gazetteer.entries(name)
    if last - first == 1 and len(name) <= _LONGEST_ACRONYM:
        entries = _without_acronyms(scene, last, name, entries)
    if drop_articles(fold_name(name)) in listed("never"):
        noun = scene.behind(last)
        if noun is not None and noun.lower in listed("province_nouns") | listed("district_nouns"):
            # "Unity state".
            return tuple(e for e in entries if e.place.precision in _AREAS)
        # Such a name counts only as a site's short form: "the Omar field".
        return tuple(e for e in entries if e.match is NameMatch.SHORT)
    return entries


def _is_description(scene: Scene, first: int, last: int) -> bool:
    """True for "THE NORTHERN DEPARTMENT", which is a name only where capitals say so."""
    nouns = listed("function") | listed("province_nouns") | listed("district_nouns") | listed("town_nouns")
    return all(w.lower in nouns or read_direction(w.lower) is not None for w in scene.words[first:last])


def _state(scene: Scene, first: int, previous: PlaceSpan | None) -> tuple[Entry, ...]:
    """The state of the USA or province of Canada whose abbreviation follows a name ("Oakland, Calif.")."""
    word = scene.words[first]
    if first == 0 or word.lower not in scene.states or word.gap.strip() not in (",", "("):
        return ()
    behind = scene.behind(first + 1)
    if behind is not None and behind.is_capital and scene.is_mixed:
        # "Santa Rosa, La Mar province" names no Louisiana.
        return ()
    follows_place = previous is not None and previous.until == first
    follows_name = scene.words[first - 1].is_capital and scene.is_mixed and scene.is_cut_short(first)
    if not (follows_place or follows_name) or not (word.text[-1:].islower() or len(word.text.replace(".", "")) == 2):
        return ()
    entries = scene.gazetteer.entries(scene.states[word.lower])
    return tuple(e for e in entries if e.place.id.startswith(("iso:US-", "iso:CA-")))


def _without_acronyms(scene: Scene, last: int, name: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries without towns behind "OAS" and without countries behind "car"."""
    is_dateline = scene.gap_behind(last) in (",", "(", "—", "--")
    if scene.is_mixed and name.isupper() and not is_dateline:
        entries = tuple(e for e in entries if e.place.precision is PlacePrecision.COUNTRY or e.match is NameMatch.SITE)
    is_told = scene.is_mixed or name.lower() in listed("plain_abbreviations")
    if "." in name or (name.isupper() and is_told):
        return entries
    folded = fold_name(name)
    return tuple(
        e for e in entries if e.place.precision is not PlacePrecision.COUNTRY or folded in fold_name(e.place.name)
    )


def _is_country_code(scene: Scene, index: int) -> bool:
    """True for "US" and "U.S." used as a place: in capitals, behind a preposition, and with no noun behind it."""
    word = scene.words[index]
    if not (word.text.isupper() or scene.lettering is Lettering.LOWER):
        return False
    if not scene.is_mixed and "." not in word.text:
        return False
    before = scene.before(index)
    if before is not None and before.lower == "the":
        before = scene.before(index - 1)
    if before is None or before.lower not in listed("place_prepositions"):
        return False
    following = scene.behind(index + 1)
    return following is None or following.tag not in ("NOUN", "PROPN", "ADJ", "NUM")
