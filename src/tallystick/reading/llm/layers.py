"""What our own reading of dates, places and actors says of the words that the model points to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression
from tallystick.model.place import Where
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType
from tallystick.model.when import When
from tallystick.reading.place_ranks import rank_of, where_of
from tallystick.reading.reader import Reading

_Expression = TypeVar("_Expression", DateExpression, PlaceExpression, ActorExpression)


@dataclass(frozen=True)
class Linked:
    """An actor that words name, and its sort."""

    actor: ActorRef
    type: ActorType


class Layers(Protocol):
    """What words of a report stand for."""

    def when(self, words: Quote) -> When:
        """The days; unknown where the words tell none."""
        ...

    def where(self, words: Quote) -> Where | None:
        """The place; null where none is known by these words."""
        ...

    def actor(self, words: Quote) -> Linked | None:
        """The actor; null where the words hold no name or description of one."""
        ...


class ReadLayers:
    """The layers that the reader of the report's language finds."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def when(self, words: Quote) -> When:
        """The days of the date expression that shares most with the words."""
        found = _nearest((e for e in self._reading.dates if not e.timex.is_stretch), words)
        return When() if found is None else found.when.model_copy(update={"quote": found.quote})

    def where(self, words: Quote) -> Where | None:
        """The finest place among the words."""
        named = [e for e in self._reading.places if e.place is not None and e.quote.overlaps(words)]
        return where_of(min(named, key=rank_of)) if named else None

    def actor(self, words: Quote) -> Linked | None:
        """The actor expression that shares most with the words."""
        found = _nearest((e for e in self._reading.actors if not e.is_pronoun), words)
        return None if found is None else Linked(found.actor, found.type)


class LookedUpLayers:
    """For languages that Tallystick has no reader for: names looked up as they are written, and no dates.

    A name that more than one actor, or places of more than one country, may bear is left open.
    """

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self._knowledge = knowledge
        self._gazetteer = gazetteer

    def when(self, words: Quote) -> When:  # noqa: ARG002 (dates are read in the languages that have a reader)
        """Unknown."""
        return When()

    def where(self, words: Quote) -> Where | None:
        """The place of that very name."""
        places = self._gazetteer.find(words.exact)
        if len({place.country for place in places}) != 1:
            return None
        return Where(**places[0].model_dump(), quote=words)

    def actor(self, words: Quote) -> Linked | None:
        """The actor of that very name."""
        known = self._knowledge.match_alias(words.exact)
        return Linked(self._knowledge.ref(known[0].id), known[0].type) if len(known) == 1 else None


def _nearest(expressions: Iterable[_Expression], words: Quote) -> _Expression | None:
    shared = [(min(e.quote.end, words.end) - max(e.quote.start, words.start), e) for e in expressions]
    best = max((pair for pair in shared if pair[0] > 0), key=_by_share, default=None)
    return None if best is None else best[1]


def _by_share(pair: tuple[int, object]) -> int:
    return pair[0]
