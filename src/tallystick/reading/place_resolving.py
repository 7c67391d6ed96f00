"""Which places given stretches of a report stand for, when finding them was somebody else's work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.place import Place
from tallystick.model.report import Report
from tallystick.reading.place_associated import short_word
from tallystick.reading.place_candidates import candidates_for
from tallystick.reading.place_choice import Choice, Chooser
from tallystick.reading.place_context import count_countries, nationalities_of
from tallystick.reading.place_inside import FINE, place_in_name, settle
from tallystick.reading.place_nouns import read_nouns
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_span import PlaceSpan, prior
from tallystick.reading.place_words import lettering_of, split_words

_KNOWN_ANYWHERE = 2.6  # a town of 160,000 people


def resolve_places(
    doc: Doc,
    report: Report,
    stretches: Sequence[tuple[int, int]],
    *,
    knowledge: KnowledgeBase,
    gazetteer: Gazetteer,
) -> tuple[Place | None, ...]:
    """The place of each stretch (start and end in code points), in their order; null where none fits.

    ``doc`` must be made from ``report.text``. Every stretch is taken for a toponym: an adjective for its country, a
    longer name for the place in it, a name on no list for the town that is named nearest to it.
    """
    words = split_words(doc, doc.text)
    nationalities = nationalities_of(knowledge)
    countries = count_countries(words, report, gazetteer=gazetteer, nationalities=nationalities)
    scene = Scene(words, lettering_of(doc.text), gazetteer=gazetteer, nationalities=nationalities, countries=countries)
    starts, ends = [w.start for w in words], [w.end for w in words]
    spans: dict[tuple[int, int], PlaceSpan] = {}
    previous: PlaceSpan | None = None
    for start, end in sorted(set(stretches)):
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last:
            spans[start, end] = previous = _span(scene, first, last, previous)
    choices = Chooser(doc.text, words, gazetteer, countries).choose(list(spans.values()))
    sure = [c for c in choices if c.span.entries and c.place is not None and not _is_stray(c, choices)]
    told = [c if c in sure else settle(replace(c, span=replace(c.span, entries=())), sure) or c for c in choices]
    places = dict(zip(spans, (c.place for c in told), strict=True))
    return tuple(places.get(stretch) for stretch in stretches)


def _is_stray(choice: Choice, choices: Sequence[Choice]) -> bool:
    """True for a small town in a country of which the report names nothing else: "the Grand", "Pioneer"."""
    place = choice.place
    if place is None or place.precision not in FINE or prior(choice.span.entries[0]) >= _KNOWN_ANYWHERE:
        return False
    return all(c.place is None or c.place.country != place.country or c.span.name == choice.span.name for c in choices)


def _span(scene: Scene, first: int, last: int, previous: PlaceSpan | None) -> PlaceSpan:
    short = short_word(scene, first, last)
    if short is not None:
        return short
    name = scene.text(first, last)
    entries = candidates_for(scene, first, last, previous) or scene.gazetteer.entries(name)
    span = PlaceSpan(first, last, last, first, name, entries)
    read_nouns(span, scene)
    if span.entries:
        return span
    inner = place_in_name(scene, first, last)
    if inner is not None:
        read_nouns(inner, scene)
    return inner if inner is not None and inner.entries else span
