"""Who."""

from __future__ import annotations

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
    reporter; without either, nobody is named who says so. ``accused_by`` is who names an accused. ``described`` is a
    name that no knowledge base holds with the words that describe it ("a group calling itself X").
    """

    role: Role
    type: ParticipantType
    name: str
    actor_id: str | None = None
    quote: Quote
    alleged: bool = False
    accused_by: ActorRef | None = None
    described: Quote | None = None

    @property
    def actor(self) -> ActorRef:
        """The participant as a pointer to an actor."""
        return ActorRef(id=self.actor_id, name=self.name)


class Actor(Noun):
    """An actor met in the reports. ``known`` is false for a name that the knowledge base does not hold."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    known: bool
