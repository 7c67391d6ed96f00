"""Tallies that differ, and why: revision, window, scope, unit or arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tallystick.model.actor import ActorRef
from tallystick.model.disagreement import Disagreement
from tallystick.model.mention import TallyScope
from tallystick.model.tally import Tally
from tallystick.model.terms import TallyUnit
from tallystick.reconciliation.count import bounds
from tallystick.reconciliation.note import quantity, window
from tallystick.reconciliation.scope import SameSide

_KIN = frozenset({TallyUnit.ATTACKS, TallyUnit.STRIKES, TallyUnit.CLAIMS, TallyUnit.PROJECTILES})
"""Units that readers take for one another."""


def compare_tallies(tallies: Sequence[Tally], *, same_side: SameSide) -> tuple[Disagreement, ...]:
    """Every tally whose parts do not add up, and every pair that cannot both hold or looks as if it could not.

    A later count that is higher is growth, not a disagreement; one that is lower is a revision. Two counts up to the
    same day that differ are explained by window, scope or unit where these differ, and contradict each other where
    they do not. Bounds that overlap ("at least 38", "40") do not disagree.
    """
    ordered = sorted(tallies, key=lambda t: (t.until is None, t.until, t.since is None, t.since, t.id))
    singles = (Disagreement(tally_ids=(t.id,), why=why) for t in ordered if (why := _bad_sum(t)))
    pairs = (
        Disagreement(tally_ids=(a.id, b.id), why=why)
        for a, b in combinations(ordered, 2)
        if (why := _why_differ(a, b, same_side))
    )
    return (*singles, *pairs)


def _bad_sum(tally: Tally) -> str | None:
    total = sum(p.value for p in tally.parts)
    if not tally.parts or total == tally.value:
        return None
    listed = " + ".join(f"{p.value} {p.scope}" for p in tally.parts)
    return f"Arithmetic: the parts ({listed}) come to {total}, the whole is said to be {tally.value}."


def _why_differ(first: Tally, second: Tally, same_side: SameSide) -> str | None:
    """``first`` counts up to the same day as ``second`` or an earlier one."""
    if first.until is None or second.until is None or not _same_matter(first, second, same_side):
        return None
    both = f"{_say(first)} against {_say(second)}"
    same_unit = first.unit is second.unit
    differences = list(_scope_differences(first.scope, second.scope))
    if first.until < second.until:
        if not same_unit or differences or first.since != second.since or not _fell(first, second):
            return None
        return f"Revision: {both}; a running count cannot fall, so one of the two was revised."
    if not same_unit:
        return f"Unit: {both}; they count different things." if first.unit in _KIN and second.unit in _KIN else None
    if not _apart(first, second):
        return None
    if first.since != second.since:
        return f"Window: {both}; they count from different days."
    if differences:
        return f"Scope: {both}; they differ in {' and '.join(differences)}."
    return f"Contradiction: {both}; same days, same scope, so they cannot both hold."


def _same_matter(first: Tally, second: Tally, same_side: SameSide) -> bool:
    """True if the two are known to count the same sort of thing: by a side or an area that they share, or because one
    report tells both; and nothing shows them to count different sides or places.
    """
    one, two = first.scope, second.scope
    if _joined(one.actor, two.target, same_side) or _joined(one.target, two.actor, same_side):
        return False
    shared = [
        _joined(a, b, same_side)
        for a, b in ((one.actor, two.actor), (one.target, two.target))
        if a is not None and b is not None
    ]
    if one.areas and two.areas:
        shared.append(bool(frozenset(one.areas) & frozenset(two.areas)))
    return all(shared) and (bool(shared) or first.report_id == second.report_id)


def _joined(left: ActorRef | None, right: ActorRef | None, same_side: SameSide) -> bool:
    return left is not None and right is not None and (left == right or same_side(left, right) is True)


def _scope_differences(first: TallyScope, second: TallyScope) -> Iterator[str]:
    if frozenset(first.areas) != frozenset(second.areas):
        yield "area"
    if frozenset(first.weapons) != frozenset(second.weapons):
        yield "weapons"
    if (first.actor is None) is not (second.actor is None):
        yield "whose attacks they count"
    if (first.target is None) is not (second.target is None):
        yield "the target"


def _fell(earlier: Tally, later: Tally) -> bool:
    """True if the later count lies below the earlier one."""
    low, high = bounds(earlier)[0], bounds(later)[1]
    return low is not None and high is not None and high < low


def _apart(first: Tally, second: Tally) -> bool:
    """True if no number satisfies both."""
    return _fell(first, second) or _fell(second, first)


def _say(tally: Tally) -> str:
    counter = f" ({tally.counter.name})" if tally.counter else ""
    return f"{quantity(tally)}{window(tally, tally.until)}{counter}"
