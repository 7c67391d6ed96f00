"""The lines of the network: what says the same of two actors is one line, and what follows from others is not drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.codebook.load import entry
from tallystick.publishing.brief.relations import Edge


@dataclass(frozen=True)
class Bundle:
    """Relations of one family and one kind of source between the same two actors, drawn as one line; what a person
    accepted is a line of its own.
    """

    edges: tuple[Edge, ...]

    @property
    def first(self) -> Edge:
        """A relation that stands for all in what they share: the actors, the family, the kind of source, and whether
        it was accepted.
        """
        return self.edges[0]

    @property
    def is_strong(self) -> bool:
        """True if one of them is strongly evidenced."""
        return any(edge.is_strong for edge in self.edges)

    @property
    def words(self) -> str:
        """Its name: ``front for, brand of, since 2020``; with a tick before it if it was accepted."""
        kinds = dict.fromkeys(entry(edge.predicate).label.lower() for edge in self.edges)
        years = dict.fromkeys(edge.years for edge in self.edges if edge.years)
        return ("✓ " if self.first.is_accepted else "") + ", ".join([*kinds, *years])


def bundle_edges(edges: Sequence[Edge]) -> list[Bundle]:
    """The lines to draw, in the order of their first relation.

    A known relation is not drawn if a chain of others leads from the one actor up to the other, nor if reports state
    one of the same family between the two.
    """
    alike: dict[tuple[str, str, str, bool, bool], list[Edge]] = {}
    for edge in edges:
        alike.setdefault((edge.lower, edge.upper, edge.family, edge.stated, edge.is_accepted), []).append(edge)
    bundles = [Bundle(tuple(same)) for same in alike.values()]
    stated = {(b.first.lower, b.first.upper, b.first.family) for b in bundles if b.first.stated}
    kept = [b for b in bundles if b.first.stated or (b.first.lower, b.first.upper, b.first.family) not in stated]
    for bundle in list(kept):
        if not bundle.first.stated and _follows(bundle, kept):
            kept.remove(bundle)
    return kept


def _follows(bundle: Bundle, kept: Sequence[Bundle]) -> bool:
    """True if the others lead from the lower to the upper actor of a bundle, step by step."""
    above: dict[str, set[str]] = {}
    for other in kept:
        if {other.first.lower, other.first.upper} != {bundle.first.lower, bundle.first.upper}:
            above.setdefault(other.first.lower, set()).add(other.first.upper)
    seen, edge = {bundle.first.lower}, [bundle.first.lower]
    while edge:
        for up in above.get(edge.pop(), set()) - seen:
            seen.add(up)
            edge.append(up)
    return bundle.first.upper in seen
