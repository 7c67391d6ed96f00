"""How sure the machine is of what stands on file, from 0 to 1: by this, what waits for review is put in order.

Joins and readings bring their own probability. For the others we use Laplace's rule of succession (Laplace 1814): after
``n`` cases for and ``m`` against, the next is for it with probability ``(n + 1) / (n + m + 2)``.
"""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.deciding.incidents import Named
from tallystick.model.actor import Actor
from tallystick.model.incident import Incident
from tallystick.model.terms import Status

UNDISPUTED = (Status.CONFIRMED, Status.REPORTED)


def certainty_of_incident(incident: Incident) -> float:
    """Each independent source speaks for it; each field on which reports differ against it, and a status other than
    confirmed or reported once more.
    """
    against = len(incident.conflicts) + (incident.status not in UNDISPUTED)
    return succession(incident.sources, against)


def certainty_of_name(actor: Actor) -> float:
    """How sure it is that a name is that of somebody whom the knowledge base does not hold: the less the more it is
    like a known name; of one like none, each report that gives it speaks for it.
    """
    if actor.candidate is None:
        return 1.0
    if actor.candidate.may_be:
        return round(1 - max(like.likeness for like in actor.candidate.may_be), 4)
    return succession(actor.candidate.reports, 0)


def chance_of_one(ours: Named, theirs: Named) -> float | None:
    """How likely the machine holds it that two sides are one happening, by what is on file; null where it never joined
    them, nor left open that one may be the other.
    """
    ours_told, theirs_told = ({event.id for event in side.events} for side in (ours, theirs))
    joins = (join for side in (ours, theirs) for join in side.incident.joins if join.steps)
    scores = [
        *(j.score for j in joins if (j.left in ours_told and j.right in theirs_told)
          or (j.right in ours_told and j.left in theirs_told)),
        *_may_be(ours, theirs), *_may_be(theirs, ours),
    ]  # fmt: skip
    return max(scores, default=None)


def succession(for_it: int, against: int) -> float:
    """The rule of succession, to four digits."""
    return round((for_it + 1) / (for_it + against + 2), 4)


def _may_be(one: Named, other: Named) -> Iterable[float]:
    return (each.score for each in one.incident.may_be if each.id == other.incident.id)
