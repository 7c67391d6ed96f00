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


class DateExpression(Noun):
    """A date expression and the days it stands for."""

    quote: Quote
    when: When
    timex: Timex


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
