"""On whose word a report tells an event."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention
from tallystick.model.terms import Modality, Role


def named_attributors(event: EventMention) -> tuple[ActorRef | None, ...]:
    """Whoever is named for the telling; the report itself where nobody is."""
    return tuple(a for a in attributors_of(event) if a is not None) or (None,)


def attributors_of(event: EventMention) -> tuple[ActorRef | None, ...]:
    """On whose word a report tells an event: null for its own, and none where a claimant alone tells it."""
    named = tuple(p.actor for p in event.participants if p.role is Role.ATTRIBUTOR)
    if named:
        return named
    if event.reporter is not None:
        return (ActorRef(id=event.reporter.actor_id, name=event.reporter.name),)
    blamed = any(p.alleged for p in event.participants)
    states = event.modality is Modality.ACTUAL and event.status_cue != "claimed_only"
    return (None,) if blamed or states else ()
