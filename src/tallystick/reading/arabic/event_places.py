"""The places and days that Arabic words give an event."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.knowledge.names import fold_name
from tallystick.model.expression import DateExpression, PlaceExpression
from tallystick.model.place import Place, Where
from tallystick.model.terms import DatePrecision
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import words_in


def places_of(passage: Passage, words: range) -> list[PlaceExpression]:
    """The places in a run of words at which something may have happened, the order kept; not where it came from."""
    found = []
    for named, expression in passage.places_in(words):
        before = passage.words[named.first - 1] if named.first else None
        if before is None or not before.is_one_of(words_in("away")):
            found.append(expression)
    return [p for n, p in enumerate(found) if not any(_holds(p.place, other.place) for other in found[:n])]


def _holds(area: Place | None, other: Place | None) -> bool:
    """True for the province that a place told before it lies in, or the town that this province is named after."""
    return (
        area is not None
        and other is not None
        and area.country == other.country
        and other.admin1 is not None
        and fold_name(area.name) == fold_name(other.admin1)
    )


def where_of(expression: PlaceExpression | None) -> Where | None:
    """The place with the words that carry it; null for none."""
    if expression is None or expression.place is None:
        return None
    return Where(**expression.place.model_dump(), quote=expression.quote)


def date_of(passage: Passage, sentence: range, stretch: range) -> DateExpression | None:
    """The day told in the stretch, else in the sentence, else a longer time; not one that opens a window."""
    told = [d for words in (stretch, sentence) for d in _dates_in(passage, words)]
    return next((d for d in told if d.when.precision is DatePrecision.DAY), told[0] if told else None)


def _dates_in(passage: Passage, words: range) -> Iterator[DateExpression]:
    for at in words:
        expression = passage.date_words.get(at)
        first = passage.words_within(expression.quote.start, expression.quote.end).start if expression else at
        opens = first > 0 and passage.words[first - 1].is_one_of(words_in("since") | words_in("until"))
        if expression is not None and not opens:
            yield expression
