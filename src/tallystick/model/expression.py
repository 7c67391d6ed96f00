"""The layers below the mentions: every date, place and actor expression of a report, event or not."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ToponymUse
from tallystick.model.when import When

PRONOUNS = frozenset({"it", "its", "itself", "they", "them", "their", "themselves"})
"""The pronouns that can mean an actor."""


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
    backer ("Iran-backed militias"). The ``actor_id`` of a person is the body that the report says they speak or act
    for, and ``acts_for`` the sort of it. ``member_ids`` are the actors that "both groups" points back to. ``why``
    says in words how the actor was found. ``described`` is a name that no base holds together with the words that
    describe it ("a group calling itself X", "X, a splinter of Y").
    """

    quote: Quote
    actor_id: str | None = None
    name: str
    type: ActorType
    backer_id: str | None = None
    acts_for: ActorType | None = None
    member_ids: tuple[str, ...] = ()
    described: Quote | None = None
    why: str

    @property
    def actor(self) -> ActorRef:
        """Whom it means, as a pointer to an actor."""
        return ActorRef(id=self.actor_id, name=self.name)

    @property
    def is_pronoun(self) -> bool:
        """True for "it", "they" and the like."""
        return self.quote.exact.lower() in PRONOUNS

    @property
    def is_known_body(self) -> bool:
        """True for an actor of the knowledge base itself, and no person of it."""
        return self.actor_id is not None and self.acts_for is None

    @property
    def is_mere_description(self) -> bool:
        """True for armed people without a name ("a guerrilla organisation")."""
        return self.actor_id is None and self.type in (ActorType.UNNAMED_SET, ActorType.GROUP_OF_PEOPLE)

    @property
    def names_body(self) -> bool:
        """True for an organisation by its name, and no person, people or outlet."""
        return self.type not in (
            ActorType.PERSON, ActorType.GROUP_OF_PEOPLE, ActorType.UNNAMED_SET, ActorType.MEDIA, ActorType.UNKNOWN,
        )  # fmt: skip

    @property
    def speaks_as(self) -> ActorType:
        """The sort of body whose word it is: for a person the one that they speak or act for."""
        return self.acts_for or self.type
