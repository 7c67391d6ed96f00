"""What resolution asks of the knowledge base, as functions, so that it need not import it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tallystick.model.actor import ActorRef
from tallystick.model.outlet import Outlet
from tallystick.model.place import Place
from tallystick.model.terms import ActorType


def _no_name(_actor_id: str) -> None:
    return None


@dataclass(frozen=True)
class Knows:
    """Questions to the knowledge base.

    ``compatible(a, b)`` is false only where a and b are known to be different actors, neither of which acts for the
    other; ``contains(outer, inner)`` is true if the inner place lies in the outer; ``distance_km(a, b)`` is null
    where either has no point. ``name_of(actor_id)`` is the name by which the base calls an actor, ``type_of(actor_id)``
    what sort of actor it is, both null if it does not hold it: reports name targets in many words. ``outlet_of(name)``
    is the outlet that an address or some words name.
    """

    compatible: Callable[[ActorRef, ActorRef], bool]
    contains: Callable[[Place, Place], bool]
    distance_km: Callable[[Place, Place], float | None]
    name_of: Callable[[str], str | None] = _no_name
    type_of: Callable[[str], ActorType | None] = _no_name
    outlet_of: Callable[[str], Outlet | None] = _no_name

    def named(self, actor: ActorRef) -> ActorRef:
        """The actor under the name by which the knowledge base calls it."""
        name = self.name_of(actor.id) if actor.id else None
        return actor if not name or name == actor.name else ActorRef(id=actor.id, name=name)
