"""Whom each of the actors that tellings name does not conflict with."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.model.actor import ActorRef
from tallystick.resolution.features.actors import token_of
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling


class Sides:
    """The actors that each actor does not conflict with, of all those that tellings name."""

    def __init__(self, tellings: Iterable[Telling], knows: Knows) -> None:
        named = (a for t in tellings for a in (*t.perpetrators, *t.claimants, *t.targets) if a.id is not None)
        self._actors = {a.id: a for a in named}
        self._knows = knows
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, actors: Iterable[ActorRef]) -> list[str]:
        """The actors themselves, and those that one of them does not conflict with, as tokens; sorted."""
        found: set[str] = set()
        for actor in actors:
            token = token_of(actor)
            found.add(token)
            if actor.id is not None:
                if token not in self._known:
                    compatible = (i for i, other in self._actors.items() if self._knows.compatible(actor, other))
                    self._known[token] = tuple(i for i in compatible if i is not None)
                found.update(self._known[token])
        return sorted(found)
