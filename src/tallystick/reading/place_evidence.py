"""How much the words around a name speak for a place."""

from __future__ import annotations

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import PlaceSpan, prior

_THRESHOLD = 2.6
_WITHOUT_CAPITALS = 0.6
_STRONG_CUE, _LISTED_CUE, _WEAK_CUE = 2.0, 1.2, 0.8
_DATELINE_CUE = 1.5


def names_a_place(span: PlaceSpan, previous: PlaceSpan | None, scene: Scene) -> bool:
    """True if name and surroundings together make a place likely enough.

    The sum of the best candidate's prior and of what the words around tell must reach a threshold, which is higher
    where capitals do not tell names. Weights were set by hand; see ``prior``.
    """
    score = prior(span.entries[0]) + _evidence(span, previous, scene)
    return score >= _THRESHOLD + (0 if scene.is_mixed else _WITHOUT_CAPITALS)


def _evidence(span: PlaceSpan, previous: PlaceSpan | None, scene: Scene) -> float:
    top, word = span.entries[0], scene.words[span.first]
    cue = _cue(span, previous, scene)
    span.is_put_there = cue >= _STRONG_CUE
    is_local = any(e.place.country in scene.near for e in span.entries[:8])
    is_well_known = top.place.precision is PlacePrecision.COUNTRY or top.place.id.startswith(("site:", "region:"))
    score = cue + (0.5 if span.last - span.first > 1 else 0) + (2 if span.kind else 0) + (1 if span.direction else 0)
    if is_local:
        score += 1
    elif scene.near and prior(top) < 2.4:
        score -= 0.8
    if word.tag not in ("PROPN", "") and not is_well_known and not span.kind:
        score -= 1.5 if word.opens_sentence or not scene.is_mixed else 0.7
    if top.match is NameMatch.SOUND and not (is_local and cue >= 1):
        score -= 3
    if top.match is NameMatch.SHORT and span.kind != "site":
        score += 2 if is_local or scene.seen_sites else -3
    if word.lower in scene.surnames and cue < _STRONG_CUE and top.place.precision is not PlacePrecision.COUNTRY:
        score -= 3
    speaks = span.until < len(scene.words) and scene.words[span.until].lower in listed("speech")
    if speaks and not (is_well_known or top.capital or cue):
        score -= 1.5
    return score


def _cue(span: PlaceSpan, previous: PlaceSpan | None, scene: Scene) -> float:
    """What the preposition, the list, the container or the dateline around the name is worth."""
    first, words = span.opens, scene.words
    word = words[first]
    before = scene.before(first)
    if before is not None and before.lower == "the" and first > 1:
        first, before = first - 1, words[first - 2]
    if before is not None and not word.opens_sentence:
        if before.lower in listed("strong"):
            return _STRONG_CUE
        if before.lower == "of" and first > 1 and words[first - 2].lower in listed("area_heads"):
            return _STRONG_CUE
        if before.lower in ("and", "or"):
            return _LISTED_CUE if previous is not None and previous.until >= first - 1 else 0.0
        if before.lower in listed("weak"):
            return _WEAK_CUE
    if previous is not None and previous.until == span.opens and word.gap.strip() in (",", "/", "–", "-", "("):
        return _LISTED_CUE
    gap = scene.gap_behind(span.until)
    if gap in (",", "(") and scene.opens_container(span.until):
        return _STRONG_CUE
    return _DATELINE_CUE if word.opens_sentence and gap in ("(", "—", "--", "–", "- -", ":") else 0.0
