"""Tallies against each other: the matrix, and what in it a reader must know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from tallystick.model.disagreement import Disagreement
from tallystick.model.tally import Tally
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import Agreement, Difference
from tallystick.reconciliation.asking import asked_once
from tallystick.reconciliation.pair import compare_pair, look_apart, say
from tallystick.reconciliation.scope import SameSide
from tallystick.reconciliation.sums import AreaWithin

_HEADS = {
    Difference.UNIT: "Unit",
    Difference.WINDOW: "Window",
    Difference.AREA: "Scope",
    Difference.WEAPONS: "Scope",
    Difference.SIDES: "Scope",
}


def compare_all(
    tallies: Sequence[Tally],
    *,
    same_side: SameSide,
    area_within: AreaWithin = str.__eq__,
    area_name: Callable[[str], str] = str,
) -> tuple[TallyComparison, ...]:
    """The matrix of tallies: every pair of one matter, those that run to the earliest day first.

    A later count that is higher is growth and compatible, as is a part that is no more than its whole, and bounds that
    overlap. Two of the same days and scope that differ contradict each other, whoever counted. A running total of one
    counter that falls was revised, and so is a count of which a report says so. What differs in unit, or over days or
    areas of which neither holds the other, cannot be compared.
    """
    ordered = sorted(tallies, key=lambda t: (t.until is None, t.until, t.since is None, t.since, t.id))
    sides, within = asked_once(same_side), cache(area_within)
    pairs = (
        compare_pair(a, b, same_side=sides, area_within=within, area_name=area_name)
        for a, b in combinations(ordered, 2)
    )
    return tuple(pair for pair in pairs if pair is not None)


def list_disagreements(tallies: Iterable[Tally], matrix: Iterable[TallyComparison]) -> tuple[Disagreement, ...]:
    """What a reader must know of the tallies: every list that cannot come to its whole, every pair that cannot both
    hold, and every pair up to one day that only looks as if it could not, with what explains it.
    """
    by_id = {t.id: t for t in tallies}
    return (*_bad_sums(by_id.values()), *_pairs(by_id, matrix))


def _bad_sums(tallies: Iterable[Tally]) -> Iterator[Disagreement]:
    for tally in tallies:
        for each in tally.reconciliation.sums:
            if each.contradicts:
                told_by = [a.tally_id for a in each.addends if a.tally_id is not None]
                why = f"Arithmetic: {say(tally)}. {each.why}"
                yield Disagreement(tally_ids=(tally.id, *told_by), why=why)


def _pairs(by_id: dict[str, Tally], matrix: Iterable[TallyComparison]) -> Iterator[Disagreement]:
    for pair in matrix:
        first, second = (by_id[i] for i in pair.tally_ids)
        head = _head(first, second, pair)
        if head is not None:
            yield Disagreement(tally_ids=pair.tally_ids, why=f"{head}: {pair.why}")


def _head(first: Tally, second: Tally, pair: TallyComparison) -> str | None:
    if pair.agreement is Agreement.CONTRADICTORY:
        return "Contradiction"
    if pair.agreement is Agreement.REVISED:
        return "Revision"
    explained = next((_HEADS[d] for d in pair.differences if d in _HEADS), None)
    is_of_one_day = first.until is not None and first.until == second.until
    return explained if is_of_one_day and explained and look_apart(first, second) else None
