"""The place in a longer name ("Colchester Hospital"), and the town that a name on no list is told in."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_associated import short_word
from tallystick.reading.place_choice import Choice
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import PlaceSpan, prior
from tallystick.reading.place_unlisted import place_inside

FINE = (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT)
_WELL_KNOWN = 2.6  # a town of 160,000 people


def place_in_name(scene: Scene, first: int, last: int) -> PlaceSpan | None:
    """The longest place name among the words from ``first`` to ``last`` (exclusive), less than all; null if none.

    Of two of one length, the better known. Small towns are passed over: most words of a name are one somewhere. So are
    streets: Oxford Street is in London, and in Belfast.
    """
    if {scene.words[first].lower, scene.words[last - 1].lower} & listed("street_words"):
        return None
    nouns = listed("function") | listed("never") | listed("venue_nouns") | listed("organisation_tails")
    for length in range(last - first - 1, 0, -1):
        spans = []
        for opens in range(first, last - length + 1):
            until = opens + length
            short = short_word(scene, opens, until)
            if short is not None:
                spans.append(short)
                continue
            if not scene.words[opens].is_capital or scene.words[opens].lower in nouns:
                continue
            name = scene.text(opens, until)
            entries = tuple(e for e in scene.gazetteer.entries(name) if e.match < NameMatch.SHORT)
            if entries and (prior(entries[0]) >= _WELL_KNOWN or entries[0].place.country in scene.near):
                spans.append(PlaceSpan(opens, until, until, opens, name, entries))
        if spans:
            return max(spans, key=lambda span: prior(span.entries[0]))
    return None


def settle(choice: Choice, choices: Sequence[Choice]) -> Choice | None:
    """A name on no list as a place in the one that its own words name, else in the nearest town or site named.

    A country in the name counts only where no town is named: "the British School" may stand in Cairo. Null if the
    report names neither.
    """
    span, inner = choice.span, choice.place if choice.span.entries else None
    near = [c for c in choices if c.place is not None and c.place.precision in FINE and c.span is not span]
    if inner is not None and (inner.precision is not PlacePrecision.COUNTRY or not near):
        return Choice(span, place_inside(span.name, inner), choice.candidates, f"{choice.why}; in {span.name!r}")
    if not near:
        return None
    nearest = min(near, key=lambda c: max(c.span.first - span.until, span.first - c.span.until))
    assert nearest.place is not None
    why = f"{span.name!r} is on no list; placed by {nearest.place.name}, which is named nearest to it"
    return Choice(span, place_inside(span.name, nearest.place), (), why)
