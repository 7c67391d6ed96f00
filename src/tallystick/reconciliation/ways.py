"""How what two tallies count over lies to each other: days, areas, weapons, sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from tallystick.model.tally import Tally
from tallystick.model.terms import Difference
from tallystick.reconciliation.scope import NOT_EXHAUSTIVE
from tallystick.reconciliation.sums import AreaWithin


class Way(Enum):
    """How what one tally counts over lies to what another does."""

    SAME = "same"
    INSIDE = "inside"
    AROUND = "around"
    APART = "apart"
    CROSSING = "crossing"


class Extent(NamedTuple):
    """How two tallies lie to each other in one respect. ``is_told`` is false where one of them does not tell it: that
    one may count more, or the same.
    """

    difference: Difference
    way: Way
    is_told: bool = True


def extents_of(first: Tally, second: Tally, area_within: AreaWithin) -> Iterator[Extent]:
    """How two tallies lie to each other in every respect, ``first`` being the one that runs to the earlier day."""
    yield _when(first, second)
    one, two = first.scope, second.scope
    if one.areas and two.areas:
        yield Extent(Difference.AREA, _of_areas(one.areas, two.areas, area_within))
    else:
        yield Extent(Difference.AREA, _of_untold([(not one.areas, not two.areas)]), is_told=False)
    yield Extent(Difference.WEAPONS, _of_weapons(_weapons(first), _weapons(second)))
    sides = [(a is None, b is None) for a, b in ((one.actor, two.actor), (one.target, two.target))]
    yield Extent(Difference.SIDES, _of_untold(sides), is_told=False)


def _when(first: Tally, second: Tally) -> Extent:
    """Both since the same day: the one that runs on is around the other. ``first`` runs to the earlier day."""
    if first.until is None or second.until is None:
        return Extent(Difference.WINDOW, Way.CROSSING)
    if first.since == second.since:
        return Extent(Difference.DAY, Way.SAME if first.until == second.until else Way.INSIDE)
    if first.since is None or second.since is None:
        return Extent(Difference.WINDOW, Way.CROSSING)
    if first.until < second.since:
        return Extent(Difference.WINDOW, Way.APART)
    if second.since < first.since:
        return Extent(Difference.WINDOW, Way.INSIDE)
    return Extent(Difference.WINDOW, Way.AROUND if first.until == second.until else Way.CROSSING)


def _of_areas(one: Sequence[str], two: Sequence[str], area_within: AreaWithin) -> Way:
    inside = all(any(area_within(a, b) for b in two) for a in one)
    around = all(any(area_within(b, a) for a in one) for b in two)
    if inside or around:
        return Way.SAME if inside and around else Way.INSIDE if inside else Way.AROUND
    touch = any(area_within(a, b) or area_within(b, a) for a in one for b in two)
    return Way.CROSSING if touch else Way.APART


def _of_weapons(one: frozenset[str], two: frozenset[str]) -> Way:
    if one == two:
        return Way.SAME
    if not two or (one and one < two):
        return Way.INSIDE
    if not one or two < one:
        return Way.AROUND
    return Way.CROSSING if one & two else Way.APART


def _of_untold(untold: Sequence[tuple[bool, bool]]) -> Way:
    """Of what one tells and the other does not: that which tells less counts more, or the same."""
    if any(one and not two for one, two in untold):
        return Way.CROSSING if any(two and not one for one, two in untold) else Way.AROUND
    return Way.INSIDE if any(two and not one for one, two in untold) else Way.SAME


def _weapons(tally: Tally) -> frozenset[str]:
    """The weapons that are counted alone; empty where others count too ("primarily drones")."""
    weapons = tally.scope.weapons
    return frozenset() if not weapons or NOT_EXHAUSTIVE.search(tally.quote.exact) else frozenset(weapons)
