"""Which places in a sentence are the ground of one number, and which that of another beside it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.expression import PlaceExpression
from tallystick.reading.document import Document
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.tally_count import Count

_COUNTRY = 5
_UP = ("compound", "nmod", "amod", "poss", "conj", "appos")


def ground_of(document: Document, count: Count, sentence: Span) -> tuple[PlaceExpression, ...]:
    """The places between what a count counts and the next number ("320 explosions in Donetsk region")."""
    end = next((t.i for t in sentence.doc[count.anchor.i + 1 : sentence.end] if t.tag_ == "CD"), sentence.end)
    near = (document.place_at.get(i) for i in range(count.anchor.i + 1, end))
    return tuple({e.quote.start: e for e in near if e is not None and e.place is not None}.values())


def lies_outside(document: Document, area: str, ground: Sequence[PlaceExpression]) -> bool:
    """True for an area that can be no part of a ground: in another country, or as wide as it and another."""
    told = next((e for e in document.places if e.place is not None and area in (e.place.id, e.place.country)), None)
    return bool(ground) and told is not None and not any(_may_hold(whole, told, area) for whole in ground)


def _may_hold(whole: PlaceExpression, part: PlaceExpression, area: str) -> bool:
    outer, inner = whole.place, part.place
    if outer is None or inner is None:
        return True
    if len(area) == 2 or rank_of(whole) == _COUNTRY:
        return outer.country is None or inner.country is None or outer.country == inner.country
    if outer.id == inner.id or rank_of(whole) > rank_of(part):
        return outer.country is None or inner.country is None or outer.country == inner.country
    return False


def number_over(place: Span) -> Token | None:
    """The bare number that tells what was at a place ("45 in Luhansk region"); null if a noun or verb does."""
    token = place.root
    while token.dep_ in _UP and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    above = token.head.head
    return above if token.dep_ == "pobj" and above.tag_ == "CD" else None


def code_of(expression: PlaceExpression) -> str:
    """The code of a place as an area: of a country its code, else its id.

    Raises:
        ValueError: if it was not resolved to a place.

    """
    place = expression.place
    if place is None:
        raise ValueError(f"{expression.quote.exact!r} was not resolved to a place")
    return place.country if rank_of(expression) == _COUNTRY and place.country else place.id
