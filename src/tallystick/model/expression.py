"""The layers below the mentions: every date, place and actor expression of a report, event or not."""

from __future__ import annotations

from tallystick.model.base import Noun
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ToponymUse
from tallystick.model.when import When


class Timex(Noun):
    """A time expression in TIMEX3 terms (TimeML 1.2.1): type DATE, TIME, DURATION or SET, and its value."""

    type: str
    value: str

    @property
    def is_stretch(self) -> bool:
        """True for a length of time or a vague past ("recent weeks"): it may bound events, and dates none."""
        return self.type == "DURATION" or self.value == "PAST_REF"


class RangeEnd(Noun):
    """One of the two dates of a range, as an expression of its own."""

    quote: Quote
    timex: Timex


class DateExpression(Noun):
    """A date expression and the days it stands for.

    A range ("from 17 to 24 October") is one expression of value ``first/last``. TIMEX3 counts it as two: its ``ends``.
    """

    quote: Quote
    when: When
    timex: Timex
    ends: tuple[RangeEnd, ...] = ()


class PlaceExpression(Noun):
    """A toponym, what it does in the report, and the place it was resolved to; null where nothing fits."""

    quote: Quote
    use: ToponymUse = ToponymUse.PLACE
    place: Place | None
    candidates: tuple[Place, ...] = ()
    why: str


class ActorExpression(Noun):
    """A name or description of an actor.

    ``actor_id`` is null for a name outside the knowledge base. ``backer_id`` is set for an unnamed set with a
    backer ("Iran-backed militias"). ``why`` says in words how the actor was found.
    """

    quote: Quote
    actor_id: str | None = None
    name: str
    type: ActorType
    backer_id: str | None = None
    why: str
