"""What is known of an actor before any report is read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from tallystick.model.base import Noun
from tallystick.model.terms import ActorType

OF_A_STATE = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.CORPS, ActorType.GOVERNMENT_BODY)
"""The types of a state and of its bodies."""


class Organ(StrEnum):
    """What a body is to its state, so that "Iraqi police" finds the police of Iraq."""

    ARMED_FORCES = "armed_forces"
    ARMY = "army"
    NAVY = "navy"
    AIR_FORCE = "air_force"
    POLICE = "police"
    INTELLIGENCE = "intelligence"
    COAST_GUARD = "coast_guard"
    BORDER_GUARD = "border_guard"
    DEFENCE_MINISTRY = "defence_ministry"
    FOREIGN_MINISTRY = "foreign_ministry"
    INTERIOR_MINISTRY = "interior_ministry"
    HEALTH_MINISTRY = "health_ministry"
    PRESIDENCY = "presidency"


class AmbiguousAlias(Noun):
    """A name that means this actor in some places or contexts only, and the note that says which.

    ``where`` lists the states (ids) of which a report tells when the name means this actor; ``beside`` the actors, this
    one too, one of which such a report names in full. Without either, the states of the actor itself decide.
    """

    name: str
    note: str
    where: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class KnownActor(Noun):
    """An actor of the knowledge base.

    ``id`` of a state is its ISO 3166-1 alpha-2 code in small letters (``iq``); a state's armed forces are
    ``iq-armed-forces``; every other actor has a slug of its usual name (``kataib-hezbollah``).
    ``adjectives`` ("Iraqi"), ``people`` ("Iraqis") and ``metonyms`` ("Baghdad", which means the government
    only in speech) belong to states. ``country`` is the state that an organ or force belongs to, ``organ`` what it
    is to that state. ``theatre`` lists the states in which a non-state actor mainly acts. ``since`` and ``until``
    are the first and last day of the actor's existence, where known; a bare year means its first or last day.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    ambiguous_aliases: tuple[AmbiguousAlias, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    organ: Organ | None = None
    theatre: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    wikidata: str | None = Field(default=None, pattern=r"^Q\d+$")
    citation: str

    @property
    def iso(self) -> str | None:
        """The ISO 3166-1 alpha-2 code of a state; null for any other actor."""
        return self.id.upper() if self.type is ActorType.STATE else None

    def attributes(self) -> tuple[str, ...]:
        """The words by which something is told to be a state's: its adjectives, and its name with the "s" of a
        possessive whose apostrophe was lost, as in many archives ("Irans army")."""
        if self.type is not ActorType.STATE or self.name.endswith("s"):
            return self.adjectives
        return (*self.adjectives, f"{self.name}s")

    def places(self) -> tuple[str, ...]:
        """The states (ids) in which the actor acts: itself if it is one, else its theatre, else its own state."""
        if self.type is ActorType.STATE:
            return (self.id, *self.theatre)
        return self.theatre or ((self.country,) if self.country else ())

    def names(self) -> tuple[str, ...]:
        """The name and the aliases that always mean this actor."""
        return (self.name, *self.aliases)
