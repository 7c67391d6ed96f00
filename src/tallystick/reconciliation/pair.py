"""How two tallies stand to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tallystick.model.actor import ActorRef
from tallystick.model.tally import Tally
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import Agreement, Difference, TallyUnit
from tallystick.reconciliation.count import bounds
from tallystick.reconciliation.note import quantity, window
from tallystick.reconciliation.scope import SameSide
from tallystick.reconciliation.sums import AreaWithin, scope_words
from tallystick.reconciliation.ways import Way, extents_of

_KIN = frozenset({TallyUnit.ATTACKS, TallyUnit.STRIKES, TallyUnit.CLAIMS, TallyUnit.PROJECTILES})
"""Units that readers take for one another."""

_WORDS = {
    Difference.WINDOW: "they count over different days",
    Difference.DAY: "they run to different days",
    Difference.AREA: "they differ in area",
    Difference.WEAPONS: "they differ in weapons",
    Difference.SIDES: "they differ in the sides that they name",
    Difference.UNIT: "they count different things",
    Difference.COUNTER: "they have two counters",
    Difference.HEADLINE: "one is the headline of the report, the other its body",
    Difference.ARITHMETIC: "a part would be more than its whole",
    Difference.FALL: "a running count cannot fall",
    Difference.REVISION_SAID: "a report says that a count was revised",
}


def compare_pair(
    first: Tally,
    second: Tally,
    *,
    same_side: SameSide,
    area_within: AreaWithin,
    area_name: Callable[[str], str] = str,
) -> TallyComparison | None:
    """How two tallies stand to each other, the one that runs to the earlier day first; null where nothing shows them to
    be of one matter, or where units, days or areas have nothing to do with each other.
    """
    if not _is_one_matter(first, second, same_side):
        return None
    if first.unit is not second.unit:
        if first.unit in _KIN and second.unit in _KIN:
            return _told(first, second, Agreement.NOT_COMPARABLE, [Difference.UNIT])
        return None
    found = []
    for extent in extents_of(first, second, area_within):
        if extent.is_told and extent.way is Way.APART:
            return None
        found.append(extent)
    differing = [e.difference for e in found if e.way is not Way.SAME]
    differing += [Difference.COUNTER] if _are_two_counters(first, second) else []
    firm = {e.way for e in found if e.is_told} - {Way.SAME}
    ways = {e.way for e in found} - {Way.SAME}
    if Way.CROSSING in ways or len(firm) > 1:
        return _told(first, second, Agreement.NOT_COMPARABLE, differing)
    (way,) = (ways if len(ways) == 1 else firm) or {Way.SAME}
    if not _cannot_both_hold(first, second, way):
        return _told(first, second, Agreement.COMPATIBLE, differing)
    if len(ways) > 1:
        return _told(first, second, Agreement.NOT_COMPARABLE, differing)
    return _told(first, second, *_clash(first, second, way, differing), area_name)


def look_apart(first: Tally, second: Tally) -> bool:
    """True if no number satisfies both, whatever they count."""
    return _exceeds(first, second) or _exceeds(second, first)


def _clash(
    first: Tally, second: Tally, way: Way, differing: Sequence[Difference]
) -> tuple[Agreement, list[Difference]]:
    """Of two that cannot both hold, whether one takes the place of the other, and by what rule they clash."""
    fell = differing[:1] == [Difference.DAY] and first.since == second.since
    same_report = first.report_id == second.report_id
    rule = [Difference.FALL] if fell else [] if way is Way.SAME else [Difference.ARITHMETIC]
    if same_report and first.in_headline is not second.in_headline:
        return Agreement.CONTRADICTORY, [*rule, Difference.HEADLINE, *differing]
    if first.revision or second.revision:
        return Agreement.REVISED, [Difference.REVISION_SAID, *rule, *differing]
    if fell and Difference.COUNTER not in differing:
        return Agreement.REVISED, [*rule, *differing]
    return Agreement.CONTRADICTORY, [*rule, *differing]


def _told(
    first: Tally,
    second: Tally,
    agreement: Agreement,
    differences: Sequence[Difference],
    area_name: Callable[[str], str] = str,
) -> TallyComparison:
    reasons = [_reason(d, first, second) for d in differences]
    if agreement is Agreement.CONTRADICTORY:
        reasons.append("so they cannot both hold" if differences else "same days, same scope, so they cannot both hold")
    if agreement is Agreement.REVISED and Difference.REVISION_SAID not in differences:
        reasons.append("so one of the two was revised")
    if agreement in (Agreement.CONTRADICTORY, Agreement.REVISED):
        reasons += _parts_that_differ(first, second, area_name)
    return TallyComparison(
        tally_ids=(first.id, second.id),
        agreement=agreement,
        differences=tuple(differences),
        why="; ".join(f"{', '.join(p)}" for p in ([f"{say(first)} against {say(second)}"], reasons) if p) + ".",
    )


def _reason(difference: Difference, first: Tally, second: Tally) -> str:
    if difference is Difference.WINDOW and (first.since is None) is not (second.since is None):
        return "one does not say from when it counts"
    return _WORDS[difference]


def _parts_that_differ(first: Tally, second: Tally, area_name: Callable[[str], str]) -> Iterator[str]:
    others = {p.scope: p.value for p in second.parts}
    for part in first.parts:
        if part.scope in others and others[part.scope] != part.value:
            yield f"{scope_words(part.scope, area_name)} {part.value} against {others[part.scope]}"


def _is_one_matter(first: Tally, second: Tally, same_side: SameSide) -> bool:
    """True if the two are known to count the same sort of thing: by a side that they share or areas where neither names
    a side of another, or because one report tells both; and nothing shows them to count different sides.
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
        shared.append(bool(shared) or bool(frozenset(one.areas) & frozenset(two.areas)))
    return all(shared) and (bool(shared) or first.report_id == second.report_id)


def _cannot_both_hold(first: Tally, second: Tally, way: Way) -> bool:
    if way is Way.SAME:
        return look_apart(first, second)
    return _exceeds(first, second) if way is Way.INSIDE else _exceeds(second, first)


def _exceeds(inner: Tally, outer: Tally) -> bool:
    """True if the least that the one says is more than the most that the other does."""
    low, high = bounds(inner)[0], bounds(outer)[1]
    return low is not None and high is not None and low > high


def _are_two_counters(first: Tally, second: Tally) -> bool:
    one, two = first.counter, second.counter
    return one is not None and two is not None and (one.id or one.name.lower()) != (two.id or two.name.lower())


def _joined(left: ActorRef | None, right: ActorRef | None, same_side: SameSide) -> bool:
    return left is not None and right is not None and (left == right or same_side(left, right) is True)


def say(tally: Tally) -> str:
    """A tally in few words: "at least 24 attacks since 2023-10-17 (the ministry)"."""
    counter = f" ({' '.join(tally.counter.name.split())})" if tally.counter else ""
    return f"{quantity(tally)}{window(tally, tally.until)}{counter}"
