"""The places layer: every toponym of a report, with the place that it stands for."""

from __future__ import annotations

from spacy.tokens import Doc

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.expression import PlaceExpression
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.reading.place_choice import Choice, Chooser
from tallystick.reading.place_context import count_countries
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_spans import find_spans
from tallystick.reading.place_words import Word, lettering_of, split_words


def find_places(doc: Doc, report: Report, *, gazetteer: Gazetteer) -> tuple[PlaceExpression, ...]:
    """Every toponym of the report, event or not, in the order of the text and none overlapping another.

    ``doc`` must be made from ``report.text``; its parts of speech help, its named entities are not needed.
    Nationality words, and places inside the names of persons and organisations, are no toponyms. ``why`` tells in
    words what decided between ``candidates``.
    """
    words = split_words(doc, report.text)
    if not words:
        return ()
    countries = count_countries(words, report, gazetteer)
    spans = find_spans(Scene(words, lettering_of(report.text), gazetteer, countries))
    choices = Chooser(report.text, words, gazetteer, countries).choose(spans)
    return tuple(_expression(choice, words, report) for choice in choices)


def _expression(choice: Choice, words: tuple[Word, ...], report: Report) -> PlaceExpression:
    span = choice.span
    is_part = choice.place is not None and span.direction is not None and choice.place.id.startswith("region:")
    first = span.opens if is_part else span.first
    return PlaceExpression(
        quote=quote_from(report.id, report.text, words[first].start, words[span.until - 1].end),
        place=choice.place,
        candidates=choice.candidates,
        why=choice.why,
    )
