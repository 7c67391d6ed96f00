"""Which stretches of a report name a place."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.reading.place_candidates import candidates_for
from tallystick.reading.place_evidence import names_a_place
from tallystick.reading.place_guards import other_name_of
from tallystick.reading.place_nouns import read_nouns
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import OtherName, PlaceSpan, prior
from tallystick.reading.place_unlisted import unlisted_from
from tallystick.reading.place_words import Lettering

_LONGEST = 6
_OF_SOME_SIZE, _OF_NOTE = 1.8, 2.4


def find_spans(scene: Scene) -> list[PlaceSpan]:
    """The stretches that name a place, from left to right, longest names first, none overlapping another."""
    found: list[PlaceSpan] = []
    index = 0
    while index < len(scene.words):
        span, index = _next_from(index, found[-1] if found else None, scene)
        if span is not None:
            found.append(span)
            scene.remember(span)
    return found


def _next_from(index: int, previous: PlaceSpan | None, scene: Scene) -> tuple[PlaceSpan | None, int]:
    """The longest name that begins at ``index``, if any, and where to look on."""
    if not _may_open(index, scene):
        return None, index + 1
    for last in _ends(index, scene):
        entries = candidates_for(scene, index, last, previous)
        if not entries:
            continue
        span = PlaceSpan(index, last, last, index, scene.text(index, last), entries)
        read_nouns(span, scene)
        if not span.entries:
            continue
        if _goes_on(span, scene):
            unlisted = unlisted_from(index, scene)
            return unlisted, unlisted.until if unlisted else last + 2
        other = other_name_of(span, previous, scene)
        if other is not None:
            unlisted = unlisted_from(index, scene) if other is OtherName.RUN else None
            if unlisted is not None:
                return unlisted, unlisted.until
            scene.borne.append((span, other))
            return None, last
        if names_a_place(span, previous, scene):
            return span, span.until
        if last - index > 1 and span.entries[0].match < NameMatch.SHORT:
            return None, last
    unlisted = unlisted_from(index, scene) if scene.lettering is not Lettering.LOWER else None
    return unlisted, unlisted.until if unlisted else index + 1


def _goes_on(span: PlaceSpan, scene: Scene) -> bool:
    """True for "Bab" in "Bab al-Nasr" and "Dasht" in "Dasht-e-Barchi": a part of a name that is on no list."""
    particle, name = scene.behind(span.last), scene.behind(span.last + 1)
    if particle is None or name is None or not scene.is_mixed or not name.is_capital or name.gap != "-":
        return False
    if particle.lower not in listed("articles") | {"e", "i"} or particle.is_capital:
        return False
    return (
        particle.gap == "-"
        or scene.words[span.first].lower in listed("open_places")
        or prior(span.entries[0]) < _OF_NOTE
    )


def _may_open(index: int, scene: Scene) -> bool:
    word = scene.words[index]
    if scene.lettering is Lettering.LOWER:
        return word.lower not in listed("function") and len(word.lower) > 1
    if index and word.gap in ("-", "‐", "‑") and scene.words[index - 1].is_capital:
        # "Ahl al-Haq" is one name, "Odesa-Mykolaiv" two.
        return word.is_capital and _is_place_word(index - 1, scene)
    if word.is_capital:
        return word.lower not in listed("function") or word.lower in listed("opening_function")
    following = scene.behind(index + 1)
    if following is None or not following.is_capital:
        return False
    return word.lower in ("al", "el") or (word.lower in listed("articles") and following.gap != " ")


def _is_place_word(index: int, scene: Scene) -> bool:
    return any(prior(e) > _OF_SOME_SIZE for e in scene.gazetteer.entries(scene.words[index].text)[:1])


def _ends(index: int, scene: Scene) -> Iterator[int]:
    """Where a name that begins at ``index`` may end, longest first; exclusive."""
    words = scene.words
    ends = [index + 1] if not words[index].text[0].isdigit() else []
    for last in range(index + 2, min(index + _LONGEST, len(words)) + 1):
        word = words[last - 1]
        is_abbreviated = word.gap == ". " and words[last - 2].lower in ("st", "mt", "ft")
        if not ends or not (word.is_joined or word.is_owned or is_abbreviated):
            break
        is_facility = any(word.lower in listed(key) for key in ("facility_nouns", "facility_words", "district_nouns"))
        if not scene.is_mixed and word.lower in listed("function"):
            continue
        if not scene.is_mixed or word.is_capital or word.text[0].isdigit() or is_facility:
            ends.append(last)
        elif word.lower not in listed("connectors"):
            break
    return reversed(ends)
