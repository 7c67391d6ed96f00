"""How coarse a place is told, and the place as it is told."""

from __future__ import annotations

from tallystick.model.expression import PlaceExpression
from tallystick.model.place import Where
from tallystick.model.terms import PlacePrecision
from tallystick.reading.place_span import COARSENESS

_TOWN = COARSENESS[PlacePrecision.TOWN]


def where_of(expression: PlaceExpression) -> Where:
    """The place of an expression with the words that carry it."""
    if expression.place is None:
        raise ValueError(f"{expression.quote.exact!r} was not resolved to a place")
    return Where(**expression.place.model_dump(), quote=expression.quote)


def rank_of(expression: PlaceExpression) -> int:
    """How coarse a place is told: 0 for a site, 5 for a country; a village on no list is told as finely as a town."""
    if expression.place is None:
        return 9
    return _TOWN if expression.place.is_unlisted else COARSENESS[expression.place.precision]
