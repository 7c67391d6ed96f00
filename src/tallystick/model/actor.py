"""Who."""

from __future__ import annotations

from pydantic import Field

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ParticipantType, Role


class ActorRef(Noun):
    """A pointer to an actor. ``id`` is null for a name that the knowledge base does not hold."""

    id: str | None = None
    name: str


class Participant(Noun):
    """Someone or something in an event, in a role, with the words that name it.

    ``alleged`` is true for a perpetrator who is only blamed or suspected. Who says so is the attributor, else the
    reporter; without either, nobody is named who says so. ``possible`` is true for one alleged of whom it is only left
    open that he did it ("could have been the group"). ``accused_by`` is who names an accused. ``described`` is a
    name that no knowledge base holds with the words that describe it ("a group calling itself X"). ``inferred`` is true
    for a perpetrator whom only the reader puts to the event, by words in another sentence: no report says that he did
    it, so that he is evidence of nothing.
    """

    role: Role
    type: ParticipantType
    name: str
    actor_id: str | None = None
    quote: Quote
    alleged: bool = False
    possible: bool = False
    accused_by: ActorRef | None = None
    described: Quote | None = None
    inferred: bool = False

    @property
    def actor(self) -> ActorRef:
        """The participant as a pointer to an actor."""
        return ActorRef(id=self.actor_id, name=self.name)


class LikeName(Noun):
    """A known actor with a name like an unknown one: a hint for a person, never a link.

    ``likeness`` is that of the two names, 0 to 1, whatever the order of their words.
    """

    id: str
    name: str
    likeness: float = Field(ge=0, le=1)


class Candidate(Noun):
    """What speaks for taking an unknown name into the knowledge base.

    ``reports`` counts those that name it; ``contexts`` are words that do, of at most three of them; ``described`` are
    the words that describe it ("a group calling itself X"), of at most three that have such. ``may_be`` are the known
    actors with the names most like it, the likest first.
    """

    reports: int = Field(ge=1)
    contexts: tuple[Quote, ...]
    described: tuple[Quote, ...] = ()
    may_be: tuple[LikeName, ...] = ()


class Actor(Noun):
    """An actor met in the reports.

    ``known`` is false for one that the knowledge base does not hold. If it has a name, and no description alone
    ("gunmen", "a security source"), it is a ``candidate`` for it.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    known: bool
    candidate: Candidate | None = None
