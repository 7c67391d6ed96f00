"""The frame of an incident: everybody who may have done it, as far as evidence names them, and somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

_NAMED = 10.0

Party = frozenset[str]
"""Who acted together, as keys of actors; one alone, where nobody is said to have acted with it."""


@dataclass(frozen=True)
class Frame:
    """The parties that may have done it, of which just one did, and ``somebody else`` as the last value.

    ``named`` are the parties that somebody names for the deed; the others only stand behind a name, or have a part in
    a joint deed. ``kin`` are sets of actors that stand behind one name or belong to one state. ``bodies`` gives, by
    the key of a state, its bodies among the actors, and by that of its armed forces their branches: what they did their
    state did, and not the other way round.
    """

    parties: tuple[Party, ...]
    named: frozenset[Party] = frozenset()
    kin: tuple[frozenset[str], ...] = ()
    bodies: tuple[tuple[str, frozenset[str]], ...] = ()

    @property
    def anybody(self) -> int:
        """The mask of the whole frame."""
        return int((1 << (len(self.parties) + 1)) - 1)

    @cached_property
    def base(self) -> tuple[float, ...]:
        """The base rate of each party and of somebody else.

        Each camp has as much as somebody else, and its parties share it: one that is named has ten times as much as one
        that is not. A camp is a set of parties joined by kinship or by being named together: a brand with many members
        weighs no more than one with few.
        """
        camps = self._camps()
        weights = [_NAMED if party in self.named else 1.0 for party in self.parties]
        whole = {camp: sum(w for w, c in zip(weights, camps, strict=True) if c == camp) for camp in camps}
        share = 1 / (len(whole) + 1)
        return (*(share * w / whole[camp] for w, camp in zip(weights, camps, strict=True)), share)

    def by_all_of(self, actors: Iterable[str]) -> int:
        """The parties of which all of these actors are part, alone or with others."""
        wanted = [self._acts_for(actor) for actor in actors]
        return self._mask(lambda party: all(party & one for one in wanted))

    def by_any_of(self, actors: Iterable[str]) -> int:
        """The parties of which at least one of these actors is part."""
        wanted = frozenset().union(*(self._acts_for(actor) for actor in actors))
        return self._mask(lambda party: bool(party & wanted))

    def holds(self, actors: Iterable[str]) -> bool:
        """True if one of these actors may have done it."""
        return self.by_any_of(actors) > 0

    def others(self, values: int) -> int:
        """All values but these."""
        return self.anybody & ~values

    def _mask(self, test: Callable[[Party], bool]) -> int:
        return sum(1 << n for n, party in enumerate(self.parties) if test(party))

    def _acts_for(self, actor: str) -> frozenset[str]:
        return dict(self.bodies).get(actor, frozenset()) | {actor}

    def _camps(self) -> list[int]:
        camps = list(range(len(self.parties)))
        joined = [*self.kin, *self.parties]
        for near in joined:
            found = {camps[n] for n, party in enumerate(self.parties) if party & near}
            if found:
                camps = [min(found) if camp in found else camp for camp in camps]
        return camps


def make_frame(
    parties: Iterable[Party],
    *,
    named: Iterable[Party] = (),
    kin: Iterable[frozenset[str]] = (),
    bodies: Sequence[tuple[str, frozenset[str]]] = (),
) -> Frame:
    """The frame of these parties, each once, in an order that hangs on nothing but them."""
    ordered = sorted(set(parties), key=lambda party: (len(party), sorted(party)))
    return Frame(tuple(ordered), frozenset(named), tuple(kin), tuple(bodies))
