"""The places layer: every toponym of a report, with the place that it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from spacy.tokens import Doc

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.model.expression import PlaceExpression
from tallystick.model.place import Place
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.model.terms import PlacePrecision, ToponymUse
from tallystick.reading.place_associated import find_associated
from tallystick.reading.place_choice import Choice, Chooser
from tallystick.reading.place_context import count_countries, nationalities_of
from tallystick.reading.place_inside import settle
from tallystick.reading.place_scene import Scene
from tallystick.reading.place_span import PlaceSpan
from tallystick.reading.place_spans import find_spans
from tallystick.reading.place_venues import find_venues
from tallystick.reading.place_words import Word, lettering_of, split_words

_NAMED_ANEW = (PlacePrecision.TOWN, PlacePrecision.DISTRICT)
_ONE_NAME = 72.0


def find_places(
    doc: Doc, report: Report, *, knowledge: KnowledgeBase, gazetteer: Gazetteer
) -> tuple[PlaceExpression, ...]:
    """Every toponym of the report, event or not, in the order of the text and none overlapping another.

    ``doc`` must be made from ``report.text``, or from its copy with capitals restored (``lettering.py``). ``use`` tells
    places from adjectives and from places inside the names of organisations; a place inside the name of a person is no
    toponym. ``why`` tells in words what decided between ``candidates``.
    """
    text = doc.text
    words = split_words(doc, text)
    if not words:
        return ()
    nationalities = nationalities_of(knowledge)
    countries = count_countries(words, report, gazetteer=gazetteer, nationalities=nationalities)
    scene = Scene(words, lettering_of(text), gazetteer=gazetteer, nationalities=nationalities, countries=countries)
    spans = find_spans(scene)

    def choose(all_spans: Sequence[PlaceSpan]) -> list[Choice]:
        return Chooser(text, words, gazetteer, countries).choose(all_spans)

    choices = choose(spans)
    found = [(choice, ToponymUse.PLACE) for choice in choices if _is_toponym(choice)]
    venues = find_venues(scene, spans)
    associated = find_associated(scene, [*spans, *venues])
    if venues or associated:
        # Chosen beside the others, but in a second go: whose troops they are must not move a place.
        everything = choose(sorted([*spans, *venues, *associated], key=lambda span: span.first))
        chosen = {id(choice.span): choice for choice in everything}
        borne = (chosen[id(span)] for span in associated)
        found += [(choice, ToponymUse.ASSOCIATED) for choice in borne if _is_toponym(choice)]
        settled = (settle(chosen[id(span)], choices) for span in venues)
        found += [(choice, ToponymUse.VENUE) for choice in settled if choice is not None]
    expressions = (_expression(choice, use, words, report) for choice, use in found)
    return tuple(sorted(expressions, key=lambda e: e.quote.start))


def _as_written(place: Place, written: str) -> Place:
    """A town or district under the name that the report calls it by, where the list calls it something else.

    "Stepanakert" is not shown as Khankendi; "Kabkabiya" and Kabkabiyah are one name (rapidfuzz's ratio of the folded
    names, from 72 of 100 on). Sites keep the names that they were listed by.
    """
    folded = fold_name(written)
    if place.precision not in _NAMED_ANEW or not place.id.startswith(("geonames:", "town:")) or not folded.isascii():
        return place
    listed = fold_name(place.name)
    if listed in folded or folded in listed or fuzz.ratio(folded, listed) >= _ONE_NAME:
        return place
    return place.model_copy(update={"name": written.title() if written.isupper() else written})


def _is_toponym(choice: Choice) -> bool:
    """False for a name on the list of which no place was chosen."""
    return choice.place is not None or not choice.span.entries


def _expression(choice: Choice, use: ToponymUse, words: tuple[Word, ...], report: Report) -> PlaceExpression:
    span = choice.span
    is_part = choice.place is not None and span.direction is not None and choice.place.id.startswith("region:")
    first = span.opens if is_part else span.first
    return PlaceExpression(
        quote=quote_from(report.id, report.text, words[first].start, words[span.until - 1].end),
        use=use,
        place=None if choice.place is None else _as_written(choice.place, span.name),
        candidates=choice.candidates,
        why=choice.why,
    )
