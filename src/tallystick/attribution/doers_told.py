"""Whom the mentions of an incident name as its doers."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.mention import EventMention
from tallystick.model.terms import Role


def inferred_in(events: Iterable[EventMention]) -> tuple[ActorRef, ...]:
    """Whom the reader puts to an event by words in another sentence, and no report says to have done it."""
    found = (p.actor for event in events for p in event.participants if p.role is Role.PERPETRATOR and p.inferred)
    return tuple({key(actor): actor for actor in found}.values())


def said_to_have_done_it(event: EventMention) -> list[Participant]:
    """The doers that a report names, without those whom the reader only inferred."""
    return [p for p in event.participants if p.role is Role.PERPETRATOR and not p.inferred]


def all_doers(event: EventMention) -> list[ActorRef]:
    """Whoever is said to have done it, claims it or is accused of it."""
    done_by = (Role.PERPETRATOR, Role.CLAIMANT, Role.ACCUSED)
    return [p.actor for p in event.participants if p.role in done_by and not p.inferred]


def doers_of(event: EventMention) -> tuple[ActorRef, ...]:
    """The actors who are said to have done it, each once."""
    named = [p.actor for p in said_to_have_done_it(event)]
    return tuple({key(a): a for a in named}.values())
