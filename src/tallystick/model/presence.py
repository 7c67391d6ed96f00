"""Who fights whom in which land."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun


class Presence(Noun):
    """What one incident or several tell of who is where: who did it, to whom, and in which land (ISO 3166-1 alpha-2, or
    at sea the id of the place).
    """

    doers: tuple[ActorRef, ...] = ()
    target: ActorRef | None = None
    land: str
