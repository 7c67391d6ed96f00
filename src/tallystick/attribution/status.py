"""Did it happen: what the claims add to the question."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.terms import Status

_OPEN = (Status.CONFIRMED, Status.REPORTED, Status.CLAIMED_ONLY)


def refine_status(incident: Incident, events: Sequence[EventMention], claimed: Sequence[Claimed]) -> Status:
    """The incident's status in the light of who tells it.

    Told by nobody but its claimants: ``claimed_only``. Confirmed in one mention: ``confirmed``. Otherwise told by
    somebody else as well: ``reported``. A denied, contested, discounted or retracted incident stays so.
    """
    if incident.status not in _OPEN or not events:
        return incident.status
    claimants = {key(c.claimant) for c in claimed}
    others = [e for e in events if not _is_claimants_own(e, claimants)]
    if not others:
        return Status.CLAIMED_ONLY
    if any(e.status_cue == "confirmed" for e in others):
        return Status.CONFIRMED
    return incident.status if incident.status is Status.CONFIRMED else Status.REPORTED


def _is_claimants_own(event: EventMention, claimants: set[str]) -> bool:
    if event.status_cue == "claimed_only":
        return True
    reporter = event.reporter
    return reporter is not None and key(ActorRef(id=reporter.actor_id, name=reporter.name)) in claimants
