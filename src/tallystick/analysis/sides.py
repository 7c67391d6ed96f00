"""Who stands against whom in two incidents."""

from __future__ import annotations

from collections.abc import Callable

from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident

SameSide = Callable[[ActorRef, ActorRef], bool | None]


def doers(incident: Incident) -> tuple[ActorRef, ...]:
    """Whoever did it, by the reports or by claim."""
    return (incident.perpetrator,) if incident.perpetrator else incident.claimed_by


def is_opposed(earlier: Incident, later: Incident, same_side: SameSide) -> bool:
    """True if the later incident hits the side that did the earlier one, or is done by the side that was hit; and
    nothing shows both to be of one hand.
    """
    did_first, did_second = doers(earlier), doers(later)
    if any(same_side(a, b) for a in did_first for b in did_second):
        return False
    hits_back = later.target_actor is not None and any(same_side(a, later.target_actor) for a in did_first)
    was_hit = earlier.target_actor is not None and any(same_side(a, earlier.target_actor) for a in did_second)
    return hits_back or was_hit
