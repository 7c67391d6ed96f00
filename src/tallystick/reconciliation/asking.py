"""Questions that are asked again and again, answered once."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.reconciliation.scope import SameSide


def asked_once(same_side: SameSide) -> SameSide:
    """The same test, which keeps its answers."""
    answers: dict[tuple[str | None, str, str | None, str], bool | None] = {}

    def kept(left: ActorRef, right: ActorRef) -> bool | None:
        pair = (left.id, left.name, right.id, right.name)
        if pair not in answers:
            answers[pair] = same_side(left, right)
        return answers[pair]

    return kept
