"""Where an event took place whose own words name no place: pointed at, told just before, or all that the report has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.model.expression import PlaceExpression
from tallystick.model.terms import PlacePrecision, ToponymUse
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_definite
from tallystick.reading.place_asides import is_scene
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.place_span import COARSENESS
from tallystick.reading.told_apart import crosses_item

_DISTRICT = COARSENESS[PlacePrecision.DISTRICT]
_PROVINCE = COARSENESS[PlacePrecision.PROVINCE]
_REGION = COARSENESS[PlacePrecision.REGION]
_TOWNS = (PlacePrecision.TOWN,)
_AREAS = (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.REGION)


def place_pointed_at(document: Document, frame: Frame) -> tuple[PlaceExpression, ...]:
    """The place told before that "the same town", "in the district", "there" or the name of a building points to."""
    for token in frame.span:
        nouns = _places_meant(token)
        if nouns is None:
            continue
        before = _scenes_before(document, token.idx)
        meant = next((e for e in before if e.place is not None and e.place.precision in nouns), None)
        if meant is not None:
            return (meant,)
    venue = _venue_in(document, frame.span)
    if venue is None:
        return ()
    towns = [e for e in _scenes(document) if e.place is not None and e.place.precision is PlacePrecision.TOWN]
    return tuple([e for e in towns if e.quote.start < venue.quote.start][-1:])


def place_told_in_sentence(document: Document, frame: Frame) -> tuple[PlaceExpression, ...]:
    """The one place that the frame's sentence names outside the frame's own words."""
    return _only_scene_in(document, frame.sentence, coarsest=_REGION)


def place_still_told_of(document: Document, frame: Frame, before: Frame) -> tuple[PlaceExpression, ...]:
    """The place of the event told before, if the words since name no other and open no new item or paragraph."""
    if len(before.places) != 1 or rank_of(before.places[0]) >= _REGION:
        return ()
    end = max(s.end_char for s in before.stretches)
    between = document.report.text[end : frame.sentence.start_char]
    if "\n" in between.strip(" ") or crosses_item(before.sentence, frame.sentence):
        return ()
    named = (e for e in document.places if end <= e.quote.start < frame.sentence.end_char)
    return () if any(e.place != before.places[0].place for e in named) else before.places


def place_of_sentence_before(document: Document, frame: Frame) -> tuple[PlaceExpression, ...]:
    """The one town or district that the sentence before names, in the same paragraph: "A car turned into a street in
    Rome. A commando fired …", "21 November, Cotonou anchorage. Three men tried to board a carrier".
    """
    before = next((s for s in reversed(document.sentences) if s.end <= frame.sentence.start), None)
    if before is None or "\n" in before.doc[before.start : frame.sentence.start].text.strip(" "):
        return ()
    return _only_scene_in(document, before, coarsest=_DISTRICT)


def only_place(document: Document) -> tuple[PlaceExpression, ...]:
    """The town or district that a report names and no other; else the one province that holds what it names."""
    fine = [e for e in _scenes(document) if not _opens_report(document, e) and rank_of(e) <= _DISTRICT]
    if alone := _if_alone(fine):
        return alone
    provinces = [e for e in document.toponyms if rank_of(e) == _PROVINCE and e.use is not ToponymUse.VENUE]
    held = {e.place.admin1 for e in (*fine, *provinces) if e.place is not None}
    return tuple(provinces[:1]) if provinces and len(held) == 1 else ()


def country_told_of(document: Document) -> tuple[PlaceExpression, ...]:
    """The country in which all places lie at which the report has something happen, told by its name or by theirs; none
    where one of them lies in no country, such as a sea.
    """
    scenes = [e for e in _scenes(document) if e.place is not None]
    countries = {e.place.country for e in scenes if e.place is not None}
    code = next(iter(countries)) if len(countries) == 1 else None
    country = load_gazetteer().country(code) if code is not None else None
    if country is None:
        return ()
    named = next((e for e in document.toponyms if e.place is not None and e.place.id == country.id), scenes[0])
    return (named.model_copy(update={"place": country}),)


def _only_scene_in(document: Document, span: Span, *, coarsest: int) -> tuple[PlaceExpression, ...]:
    """The one place up to a coarseness at which a stretch has something happen."""
    inside = [e for e in _scenes(document) if _is_in(e, span) and rank_of(e) <= coarsest]
    return _if_alone([e for e in inside if not _opens_report(document, e)])


def _if_alone(told: Sequence[PlaceExpression]) -> tuple[PlaceExpression, ...]:
    """The first expression where all are of one place; empty where they are of none or several."""
    return tuple(told[:1]) if len({e.place.id for e in told if e.place is not None}) == 1 else ()


def _places_meant(token: Token) -> Sequence[PlacePrecision] | None:
    """The sorts of places that a word may point back to; null if it points to none."""
    word = token.lemma_.lower()
    if word == "there":
        return (*_TOWNS, PlacePrecision.SITE) if token.dep_ == "advmod" else None
    if not is_definite(token) or not _is_put(token) or _is_told_whose(token):
        return None
    if word in words_of("places", "wide_nouns"):
        return (*_AREAS, *_TOWNS)
    return _TOWNS if word in words_of("retelling", "same_town") else None


def _is_put(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "across", "inside", "near", "outside", "of", "on")


def _is_told_whose(token: Token) -> bool:
    """True for "the town of Bor" and "the Bor district", which say which one."""
    if any(c.pos_ == "PROPN" for c in token.children):
        return True
    return any(c.lower_ in ("of", "where", "that", "which") for c in token.children)


def _venue_in(document: Document, span: Span) -> PlaceExpression | None:
    return next((e for e in document.toponyms if e.use is ToponymUse.VENUE and _is_in(e, span)), None)


def _is_in(expression: PlaceExpression, span: Span) -> bool:
    return span.start_char <= expression.quote.start < span.end_char


def _scenes(document: Document) -> Iterator[PlaceExpression]:
    return (e for e in document.places if e.place is not None and is_scene(document, e))


def _opens_report(document: Document, expression: PlaceExpression) -> bool:
    """True for "Mogadishu, 6 November —", where the report was written; "Mogadishu. A car …" tells where it goes on."""
    text = document.report.text
    is_first = not text[: expression.quote.start].strip()
    return is_first and not text[expression.quote.end :].startswith(".")


def _scenes_before(document: Document, start: int) -> list[PlaceExpression]:
    return [e for e in reversed(list(_scenes(document))) if e.quote.end <= start]
