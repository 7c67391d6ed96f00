"""Known actors found by what somebody types of a name."""

from __future__ import annotations

from typing import NamedTuple

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name

MOST_FOUND = 8


class FoundActor(NamedTuple):
    """A known actor, and the name of it that was found."""

    actor: KnownActor
    by: str


def find_actors(knowledge: KnowledgeBase, typed: str, *, most: int = MOST_FOUND) -> list[FoundActor]:
    """The actors with a name whose words begin with those typed, in any order: the whole name first, then one that
    begins so, then the shortest. Case, accents, apostrophes and hyphens do not count (``fold_name``).
    """
    wanted = fold_name(typed)
    if not wanted:
        return []
    ranked = []
    for actor in knowledge.actors:
        names = (*actor.names(), *(alias.name for alias in actor.ambiguous_aliases))
        fitting = [(rank, name) for name in names if (rank := _rank(fold_name(name), wanted)) is not None]
        if fitting:
            rank, name = min(fitting)
            ranked.append((rank, actor.name, FoundActor(actor, name)))
    return [found for _, _, found in sorted(ranked, key=lambda each: each[:2])[:most]]


def _rank(name: str, wanted: str) -> tuple[int, int] | None:
    """How well a folded name fits, the best least; null if it does not."""
    if name == wanted:
        return 0, 0
    if name.startswith(wanted):
        return 1, len(name)
    words = name.split()
    if all(any(word.startswith(each) for word in words) for each in wanted.split()):
        return 2, len(name)
    return None
