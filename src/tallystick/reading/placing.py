"""Where an event took place, out of the places that its words name."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from spacy.tokens import Span, Token

from tallystick.model.expression import PlaceExpression
from tallystick.model.terms import PlacePrecision, ToponymUse
from tallystick.reading.belonging import Belonging, belonging_of
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.place_asides import is_scene
from tallystick.reading.place_prepositions import preposition_before
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.place_span import COARSENESS
from tallystick.reading.segments import Segment
from tallystick.reading.trigger import Trigger

_REGION = COARSENESS[PlacePrecision.REGION]
_GIVES_WAY = 2.5
_WAY = frozenset({"from", "to", "for", "toward", "towards"})
_VICINITY = frozenset({"near", "of", "outside", "beyond", "off", "between", "from", "towards"})


def find_places_of(
    document: Document, segment: Segment, triggers: tuple[Trigger, ...] = (), head: Token | None = None
) -> tuple[PlaceExpression, ...]:
    """The places where the segment's event happened: one, or several of the same fineness that are listed together.

    A container named beside its part ("Harir, Erbil Province, Iraq") and the place that something came from are
    left out.
    """
    events = {t.token.i for t in triggers}
    inside = [
        e
        for e in (*document.places, *document.towns_in_names)
        if e.place is not None
        and (span := document.span_of(e.quote)) is not None
        and segment.start <= span.start < segment.end
        and is_scene(document, e)
    ]
    if not inside:
        return ()
    ranks = {e: _rank(document, e, events, head) for e in inside}
    finest = min(ranks.values())
    chosen = [e for e in inside if ranks[e] == finest]
    if finest >= _REGION:
        return tuple(chosen)
    if len(chosen) == 1:
        return tuple(chosen)
    return _listed(document, chosen)


def last_site(document: Document, segment: Segment) -> tuple[PlaceExpression, ...]:
    """The site or town named last before a segment, which "the base" and "it" stand for; empty if there is none."""
    start = document.doc[segment.start].idx
    before = (e for e in reversed(document.places) if e.quote.end <= start and rank_of(e) <= 1)
    return tuple(islice((e for e in before if is_scene(document, e)), 1))


def _rank(document: Document, expression: PlaceExpression, events: Collection[int], head: Token | None) -> float:
    """Coarseness, half a step coarser for what stands only as a neighbour ("near Erbil") or in another name.

    What measures a bearing, is gone to or come from, or is told by the way, gives way to a province.
    """
    rank = float(rank_of(expression))
    span = document.span_of(expression.quote)
    if span is None or rank > 1:
        return rank
    before = preposition_before(span)
    is_bearing = before is not None and before.lower_ in _VICINITY and _is_bearing(before)
    if (
        is_bearing
        or _is_of_office(span)
        or _is_of_way(span, before)
        or belonging_of(span.root, events, head) is not Belonging.EVENT
    ):
        return rank + _GIVES_WAY
    is_neighbour = before is not None and before.lower_ in _VICINITY
    return rank + 0.5 if is_neighbour or expression.use is not ToponymUse.PLACE else rank


def _is_of_way(span: Span, preposition: Token | None) -> bool:
    """True for a place left or headed for: "fled Mosul", "on its way from Bentiu to Malakal"."""
    if preposition is None:
        return span.root.dep_ in ("dobj", "obj") and span.root.head.lemma_.lower() in words_of("cues", "depart")
    return preposition.lower_ in _WAY and preposition.head.lemma_.lower() in words_of("cues", "travel")


def _is_of_office(span: Span) -> bool:
    """True for the town in "the mayor of Bani-Bangou", who may be anywhere."""
    preposition = span.root.head
    return preposition.lower_ == "of" and preposition.head.lemma_.lower() in words_of("places", "officers")


def _is_bearing(preposition: Token) -> bool:
    """True for the "of" in "east of Damascus" and "30km south of the town", which say from where one measures."""
    return (
        preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ in words_of("cues", "bearing")
    )


def _listed(document: Document, chosen: list[PlaceExpression]) -> tuple[PlaceExpression, ...]:
    """The places that stand in one list with the first; the rest are told of something else."""
    listed = [chosen[0]]
    first = document.span_of(chosen[0].quote)
    before = preposition_before(first) if first is not None else None
    if before is not None and before.lower_ == "between":
        # What happens on the road between two towns happens once.
        return tuple(listed)
    for expression in chosen[1:]:
        if expression.place is not None and any(expression.place.id == e.place.id for e in listed if e.place):
            continue
        previous = document.span_of(listed[-1].quote)
        this = document.span_of(expression.quote)
        if previous is None or this is None:
            continue
        between = this.doc[previous.end : this.start]
        joined = {t.lower_ for t in between}
        if "in" in joined and "and" not in joined:
            continue
        if joined & {"and", ",", "or", "plus"} and not any(t.pos_ == "VERB" and t.tag_ != "VBN" for t in between):
            listed.append(expression)
    return tuple(listed)
