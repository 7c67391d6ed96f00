"""What resolution asks of the knowledge base, as functions, so that it need not import it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tallystick.model.actor import ActorRef
from tallystick.model.place import Place


@dataclass(frozen=True)
class Knows:
    """Three questions to the knowledge base.

    ``compatible(a, b)`` is false only where a and b are known to be different actors, neither of which acts for the
    other; ``contains(outer, inner)`` is true if the inner place lies in the outer; ``distance_km(a, b)`` is null
    where either has no point.
    """

    compatible: Callable[[ActorRef, ActorRef], bool]
    contains: Callable[[Place, Place], bool]
    distance_km: Callable[[Place, Place], float | None]
