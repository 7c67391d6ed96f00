"""Buildings, streets and other spots that no list has, known by a noun in their name: "Altnagelvin Hospital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.reading.place_inside import place_in_name
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import PlaceSpan

_LONGEST = 6


def find_venues(scene: Scene, taken: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The names of spots outside the words of ``taken``, from left to right; none where capitals do not tell names.

    Their entries are those of the place in the name, if there is one.
    """
    if not scene.is_mixed:
        return []
    covered = {i for span in taken for i in range(span.opens, span.until)}
    return list(_venues(scene, covered))


def _venues(scene: Scene, covered: set[int]) -> Iterator[PlaceSpan]:
    index = 0
    while index < len(scene.words):
        last = _end_of_run(scene, index, covered)
        until = _end_of_venue(scene, index, last)
        if until and not all(w.in_person for w in scene.words[index:until]):
            inner = place_in_name(scene, index, until)
            name = scene.text(index, until)
            yield PlaceSpan(index, until, until, index, name, inner.entries if inner is not None else ())
        index = max(index + 1, last)


def _end_of_run(scene: Scene, index: int, covered: set[int]) -> int:
    """Where the capitalised words that begin at ``index`` end, exclusive; ``index`` if none begin there."""
    last = index
    while last < len(scene.words) and last - index < _LONGEST and last not in covered:
        word = scene.words[last]
        if last > index and not (word.is_joined or word.is_owned):
            break
        if (not word.is_capital or word.lower in listed("function")) and not _is_inside_name(scene, index, last):
            break
        last += 1
    return last


def _is_inside_name(scene: Scene, index: int, at: int) -> bool:
    """True for the small words in "Church of the Nativity" and "Rue de la Paix"."""
    word, following = scene.words[at], scene.behind(at + 1)
    small = listed("connectors") - listed("function") | {"of", "the"}
    if at == index or word.lower not in small or following is None:
        return False
    return following.is_capital or following.lower in small


def _end_of_venue(scene: Scene, first: int, last: int) -> int:
    """Behind the last noun of a spot among the words, or behind the name that such a noun opens; 0 if none is there."""
    for k in range(last - 1, first, -1):
        if scene.words[k].lower in listed("venue_nouns") and scene.words[k].is_capital:
            return k + 1
    return last if last - first > 1 and scene.words[first].lower in listed("venue_heads") else 0
