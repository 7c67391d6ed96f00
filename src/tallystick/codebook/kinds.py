"""How event kinds stand to each other, as the parents and families in ``event_kinds.yaml`` say."""

from __future__ import annotations

from functools import cache

from tallystick.codebook.load import entry
from tallystick.model.terms import EventKind


@cache
def looser_kinds(kind: EventKind) -> frozenset[EventKind]:
    """All kinds that stand above this one, at any height."""
    parents = [EventKind(code) for code in entry(kind).parents]
    return frozenset(parents).union(*(looser_kinds(parent) for parent in parents))


def is_compatible_kind(a: EventKind, b: EventKind) -> bool:
    """True if one happening can be told under both kinds: they are equal, or one stands above the other."""
    return a == b or a in looser_kinds(b) or b in looser_kinds(a)


def is_same_family(a: EventKind, b: EventKind) -> bool:
    """True if the two kinds are of one family, so that one may be mistaken for the other."""
    return entry(a).family == entry(b).family


def more_specific_kind(a: EventKind, b: EventKind) -> EventKind:
    """The kind that says more. Of two that do not stand one above the other, the first."""
    return b if a in looser_kinds(b) else a
