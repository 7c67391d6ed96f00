"""An actor found in a report, before it becomes an expression."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.terms import ActorType


@dataclass(frozen=True)
class Found:
    """The words ``first`` to ``last`` name an actor. Without a ``name`` it is called as written.

    ``acts_for`` is the sort of body that a person speaks or acts for, ``member_ids`` whom a set consists of.
    """

    first: int
    last: int
    type: ActorType
    why: str
    actor_id: str | None = None
    name: str | None = None
    backer_id: str | None = None
    acts_for: ActorType | None = None
    member_ids: tuple[str, ...] = ()


class Board:
    """What is found so far; a word belongs to one actor only, and the first to come keeps it."""

    def __init__(self, size: int) -> None:
        self._at: list[Found | None] = [None] * size
        self._spoken_for: set[int] = set()
        self.found: list[Found] = []

    def is_free(self, first: int, last: int) -> bool:
        """True if no actor holds any of the words."""
        return all(self._at[i] is None for i in range(first, last + 1))

    def at(self, i: int) -> Found | None:
        """The actor that holds a word."""
        return self._at[i] if 0 <= i < len(self._at) else None

    def add(self, found: Found) -> bool:
        """Put an actor down, unless one of its words is held already."""
        if not self.is_free(found.first, found.last):
            return False
        self._at[found.first : found.last + 1] = [found] * (found.last - found.first + 1)
        self.found.append(found)
        return True

    def replace(self, found: Found) -> None:
        """Put an actor down in place of those that hold its words."""
        gone = {id(f) for i in range(found.first, found.last + 1) if (f := self._at[i]) is not None}
        self.found = [f for f in self.found if id(f) not in gone]
        self._at = [None if f is not None and id(f) in gone else f for f in self._at]
        self.add(found)

    def set_aside(self, first: int, last: int) -> None:
        """Mark words as settled without an actor, such as a country that is only a place."""
        self._spoken_for.update(range(first, last + 1))

    def is_open(self, first: int, last: int) -> bool:
        """True if the words are neither held nor set aside."""
        return self.is_free(first, last) and self._spoken_for.isdisjoint(range(first, last + 1))
