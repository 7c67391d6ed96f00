"""The places layer: every toponym of a report, with the place that it stands for."""

from __future__ import annotations

from spacy.tokens import Doc

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.expression import PlaceExpression
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.model.terms import ToponymUse
from tallystick.reading.place_associated import find_associated
from tallystick.reading.place_choice import Choice, Chooser
from tallystick.reading.place_context import count_countries
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_spans import find_spans
from tallystick.reading.place_words import Word, lettering_of, split_words


def find_places(doc: Doc, report: Report, *, gazetteer: Gazetteer) -> tuple[PlaceExpression, ...]:
    """Every toponym of the report, event or not, in the order of the text and none overlapping another.

    ``doc`` must be made from ``report.text``, or from its copy with capitals restored (``lettering.py``). ``use`` tells
    places from adjectives and from places inside the names of organisations; a place inside the name of a person is no
    toponym. ``why`` tells in words what decided between ``candidates``.
    """
    text = doc.text
    words = split_words(doc, text)
    if not words:
        return ()
    countries = count_countries(words, report, gazetteer)
    scene = Scene(words, lettering_of(text), gazetteer, countries)
    spans = find_spans(scene)
    found = [
        _expression(choice, ToponymUse.PLACE, words, report)
        for choice in Chooser(text, words, gazetteer, countries).choose(spans)
    ]
    associated = find_associated(scene, spans)
    if associated:
        # Chosen beside the others, but in a second go: whose troops they are must not move a place.
        everything = sorted([*spans, *associated], key=lambda span: span.first)
        chosen = Chooser(text, words, gazetteer, countries).choose(everything)
        those = {id(span) for span in associated}
        found += [_expression(c, ToponymUse.ASSOCIATED, words, report) for c in chosen if id(c.span) in those]
    return tuple(sorted(found, key=lambda e: e.quote.start))


def _expression(choice: Choice, use: ToponymUse, words: tuple[Word, ...], report: Report) -> PlaceExpression:
    span = choice.span
    is_part = choice.place is not None and span.direction is not None and choice.place.id.startswith("region:")
    first = span.opens if is_part else span.first
    return PlaceExpression(
        quote=quote_from(report.id, report.text, words[first].start, words[span.until - 1].end),
        use=use,
        place=choice.place,
        candidates=choice.candidates,
        why=choice.why,
    )
