"""The words beside a name that say what sort of place it is: "Anbar province", "the Omar field", "eastern Syria"."""

from __future__ import annotations

from tallystick.knowledge.gazetteer_compass import read_direction
from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import PlaceSpan
from tallystick.reading.place_words import Word

_OFFERED = {
    "site": (PlacePrecision.SITE,),
    "province": (PlacePrecision.PROVINCE, PlacePrecision.REGION, PlacePrecision.DISTRICT),
    "district": (PlacePrecision.DISTRICT, PlacePrecision.TOWN, PlacePrecision.PROVINCE, PlacePrecision.SITE),
    "town": tuple(PlacePrecision),
}
_FACILITY_WORDS_AT_MOST = 3
_WORDS_BACK_TO_A_BLOW = 6
_NAME_WORDS_AT_MOST = 4


def read_nouns(span: PlaceSpan, scene: Scene) -> None:
    """Set what the words beside the name tell of it, and drop short forms that no cue supports."""
    _read_noun_inside(span, scene)
    if not span.kind:
        _read_facility_behind(span, scene)
    if not span.kind:
        _read_noun_behind(span, scene)
    if not span.kind:
        _read_noun_before(span, scene)
    _read_direction(span, scene)
    if span.kind != "site" and not _is_struck(span.first, scene):
        span.entries = tuple(
            e for e in span.entries if e.match is not NameMatch.SHORT or e.place.id in scene.seen_sites
        )


def _offers(span: PlaceSpan, kind: str) -> bool:
    return any(e.place.precision in _OFFERED[kind] for e in span.entries)


def _kind_of(word: str, span: PlaceSpan) -> str:
    singular = word.removesuffix("s")
    for kind in ("province", "district", "town"):
        if (word in listed(f"{kind}_nouns") or singular in listed(f"{kind}_nouns")) and _offers(span, kind):
            return kind
    return ""


def _is_facility(word: str) -> bool:
    return word in listed("facility_nouns") or word.removesuffix("s") in listed("facility_nouns")


def _read_noun_inside(span: PlaceSpan, scene: Scene) -> None:
    closing = scene.words[span.last - 1].lower
    if span.last - span.first > 1:
        kind = _kind_of(closing, span)
        span.kind = kind if kind in ("province", "district") else ""


def _read_facility_behind(span: PlaceSpan, scene: Scene) -> None:
    last = span.last
    while last - span.last < _FACILITY_WORDS_AT_MOST and (word := scene.behind(last)) is not None:
        if word.lower not in listed("facility_words"):
            break
        last += 1
    noun = scene.behind(last)
    if noun is None or not _is_facility(noun.lower):
        return
    if noun.lower not in listed("airfield_nouns"):
        # "Mosul Dam" is not Mosul's airport.
        span.entries = tuple(e for e in span.entries if e.kind != "airfield" or e.match is not NameMatch.SHORT)
    if _offers(span, "site"):
        span.kind, span.until = "site", last + 1


def _read_noun_behind(span: PlaceSpan, scene: Scene) -> None:
    behind = scene.behind(span.last)
    shared = _shared_noun(span.last, scene)
    noun = shared or behind
    if noun is None:
        return
    if shared is not None and _is_facility(noun.lower) and _offers(span, "site"):
        span.kind = "site"
        return
    span.kind = _kind_of(noun.lower, span)
    if span.kind and noun is behind and noun.lower != "capital":
        span.until = span.last + 1


def _shared_noun(last: int, scene: Scene) -> Word | None:
    """The plural behind a list that the name opens: "the al-Omar and Conoco fields", "Sumy and Kharkiv regions"."""
    words = scene.words
    if last + 2 >= len(words) or words[last].lower not in ("and", "or"):
        return None
    nouns = ("facility_nouns", "province_nouns", "district_nouns", "town_nouns")
    for word in words[last + 2 : last + 6]:
        if not word.is_joined:
            return None
        if word.lower.endswith("s") and any(word.lower.removesuffix("s") in listed(key) for key in nouns):
            return word
        if not word.is_capital and word.lower not in listed("facility_words") | listed("connectors"):
            return None
    return None


def _read_noun_before(span: PlaceSpan, scene: Scene) -> None:
    before = scene.before(span.first)
    if before is None:
        return
    if before.lower == "of" and span.first >= 2:
        span.kind = _kind_of(scene.words[span.first - 2].lower, span)
    elif before.lower in listed("town_nouns") and before.lower != "capital" and not before.is_capital:
        span.kind = "town"


def _read_direction(span: PlaceSpan, scene: Scene) -> None:
    before = scene.before(span.first)
    direction = read_direction(before.text) if before is not None else None
    if before is None or direction is None:
        return
    opens = span.first - 1
    earlier = scene.before(opens)
    longer = read_direction(f"{earlier.text} {before.text}") if earlier is not None else None
    span.direction, span.opens = (longer, opens - 1) if longer else (direction, opens)


def _before_the_row(joint: int, scene: Scene) -> tuple[Word | None, int]:
    """The word before a name that "and" joins to another ("on" of "on al-Tanf and Al-Asad"), and where it begins."""
    first = joint
    while first > max(0, joint - _NAME_WORDS_AT_MOST) and scene.words[first - 1].is_capital:
        first -= 1
    article = scene.words[first - 1].lower if first > 0 else ""
    if article in listed("connectors") and article not in listed("aims"):
        first -= 1
    return (scene.before(first) if first < joint else None), first


def _is_struck(first: int, scene: Scene) -> bool:
    """True if the words before say that something lies, flies or strikes there: a short form may be a site's."""
    words = scene.words
    if {w.lower for w in words[first : first + 3]} & scene.persons:
        return False
    before = scene.before(first)
    if before is not None and before.lower == "the":
        before, first = scene.before(first - 1), first - 1
    if before is None:
        return False
    if before.lower in ("and", "or") and scene.seen_sites:
        before, first = _before_the_row(first - 1, scene)
        if before is None:
            return False
    if before.lower in ("at", "near", "outside"):
        return True
    recent = words[max(0, first - _WORDS_BACK_TO_A_BLOW) : first]
    return before.lower in listed("aims") and any(w.lower in listed("weapons_and_blows") for w in recent)
