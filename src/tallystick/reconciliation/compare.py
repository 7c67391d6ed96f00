"""Tallies against each other: the matrix, and what in it a reader must know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
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
    """The matrix of tallies, as a ``Comparer`` makes it."""
    return Comparer(same_side=same_side, area_within=area_within, area_name=area_name).compare_all(tallies)


class Comparer:
    """Compares tallies two by two.

    A later count that is higher is growth and compatible, as is a part that is no more than its whole, and bounds that
    overlap. Two of the same days and scope that differ contradict each other, whoever counted. A running total of one
    counter that falls was revised, and so is a count of which a report says so. What differs in unit, or over days or
    areas of which neither holds the other, cannot be compared.
    """

    def __init__(
        self,
        *,
        same_side: SameSide,
        area_within: AreaWithin = str.__eq__,
        area_name: Callable[[str], str] = str,
    ) -> None:
        self._same_side = asked_once(same_side)
        self._area_within = cache(area_within)
        self._area_name = area_name

    def compare_all(self, tallies: Iterable[Tally]) -> tuple[TallyComparison, ...]:
        """Every pair of one matter, those that run to the earliest day first."""
        pairs = (self.compare_two(a, b) for a, b in combinations(by_days(tallies), 2))
        return tuple(pair for pair in pairs if pair is not None)

    def compare_two(self, first: Tally, second: Tally) -> TallyComparison | None:
        """How two stand to each other, the first of which runs to the earlier day; null if they are of two matters."""
        return compare_pair(
            first, second, same_side=self._same_side, area_within=self._area_within, area_name=self._area_name
        )

    def compare_one(self, tally: Tally, others: Iterable[Tally]) -> Iterator[TallyComparison]:
        """How one stands to each of the others that are of its matter, in their order."""
        for other in others:
            is_first = _by_days(tally) < _by_days(other)
            pair = self.compare_two(tally, other) if is_first else self.compare_two(other, tally)
            if pair is not None:
                yield pair


def by_days(tallies: Iterable[Tally]) -> list[Tally]:
    """The tallies, those that run to the earliest day first."""
    return sorted(tallies, key=_by_days)


def in_order(tallies: Iterable[Tally], pairs: Iterable[TallyComparison]) -> list[TallyComparison]:
    """Pairs of these tallies in the order in which a ``Comparer`` gives them."""
    rank = {tally.id: at for at, tally in enumerate(by_days(tallies))}
    return sorted(pairs, key=lambda pair: tuple(rank[id_] for id_ in pair.tally_ids))


def list_disagreements(tallies: Iterable[Tally], matrix: Iterable[TallyComparison]) -> tuple[Disagreement, ...]:
    """What a reader must know of the tallies: every list that cannot come to its whole, every pair that cannot both
    hold, and every pair up to one day that only looks as if it could not, with what explains it.
    """
    by_id = {t.id: t for t in tallies}
    return (*_bad_sums(by_id.values()), *_pairs(by_id, matrix))


def disagreement_in(pair: TallyComparison, first: Tally, second: Tally) -> Disagreement | None:
    """What a reader must know of a pair of tallies; null if there is nothing."""
    head = _head(first, second, pair)
    return None if head is None else Disagreement(tally_ids=pair.tally_ids, why=f"{head}: {pair.why}")


def _by_days(tally: Tally) -> tuple[bool, date, bool, date, str]:
    since, until = tally.since, tally.until
    return until is None, until or date.max, since is None, since or date.max, tally.id


def _bad_sums(tallies: Iterable[Tally]) -> Iterator[Disagreement]:
    for tally in tallies:
        for each in tally.reconciliation.sums:
            if each.contradicts:
                told_by = [a.tally_id for a in each.addends if a.tally_id is not None]
                why = f"Arithmetic: {say(tally)}. {each.why}"
                yield Disagreement(tally_ids=(tally.id, *told_by), why=why)


def _pairs(by_id: dict[str, Tally], matrix: Iterable[TallyComparison]) -> Iterator[Disagreement]:
    for pair in matrix:
        found = disagreement_in(pair, *(by_id[i] for i in pair.tally_ids))
        if found is not None:
            yield found


def _head(first: Tally, second: Tally, pair: TallyComparison) -> str | None:
    if pair.agreement is Agreement.CONTRADICTORY:
        return "Contradiction"
    if pair.agreement is Agreement.REVISED:
        return "Revision"
    explained = next((_HEADS[d] for d in pair.differences if d in _HEADS), None)
    is_of_one_day = first.until is not None and first.until == second.until
    return explained if is_of_one_day and explained and look_apart(first, second) else None
