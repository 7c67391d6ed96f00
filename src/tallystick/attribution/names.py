"""Actors as keys and as words."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef


def key(actor: ActorRef) -> str:
    """What makes two pointers the same actor: the id, or for a name outside the knowledge base the name, folded."""
    return actor.id or f"name:{fold_name(actor.name) or actor.name}"


def names(actors: Iterable[ActorRef], *, last: str = "and") -> str:
    """The names in a row: "A, B and C"."""
    *first, final = [a.name for a in actors]
    return f"{', '.join(first)} {last} {final}" if first else final
