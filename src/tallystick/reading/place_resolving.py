"""Which places given stretches of a report stand for, when finding them was somebody else's work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.place import Place
from tallystick.model.report import Report
from tallystick.reading.place_choice import Chooser
from tallystick.reading.place_context import count_countries
from tallystick.reading.place_nouns import read_nouns
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_span import PlaceSpan
from tallystick.reading.place_words import lettering_of, split_words


def resolve_places(
    doc: Doc, report: Report, stretches: Sequence[tuple[int, int]], *, gazetteer: Gazetteer
) -> tuple[Place | None, ...]:
    """The place of each stretch (start and end in code points), in their order; null where none fits.

    ``doc`` must be made from ``report.text``. Every stretch is taken for a toponym.
    """
    words = split_words(doc, report.text)
    countries = count_countries(words, report, gazetteer)
    scene = Scene(words, lettering_of(report.text), gazetteer, countries)
    starts, ends = [w.start for w in words], [w.end for w in words]
    spans: dict[tuple[int, int], PlaceSpan] = {}
    for start, end in sorted(set(stretches)):
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last:
            name = scene.text(first, last)
            spans[start, end] = span = PlaceSpan(first, last, last, first, name, gazetteer.entries(name))
            read_nouns(span, scene)
    choices = Chooser(report.text, words, gazetteer, countries).choose(list(spans.values()))
    places = dict(zip(spans, (c.place for c in choices), strict=True))
    return tuple(places.get(stretch) for stretch in stretches)
