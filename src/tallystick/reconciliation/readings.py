"""A tally under the strict and the lenient reading of its scope."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.model.tally import ScopeReading
from tallystick.model.terms import Verdict
from tallystick.reconciliation.count import Counted, Pick, bounds, count, judge, missing_of
from tallystick.reconciliation.cover import Cover


class Readings(NamedTuple):
    """What a tally comes to as its words are told (``counted``), strictly and leniently, and the verdict."""

    counted: Counted
    missing: int | None
    strict: ScopeReading
    lenient: ScopeReading
    verdict: Verdict


def read_both_ways(tally: TallyMention, covered: Cover) -> Readings:
    """Counts what a tally covers: strictly the least of it, leniently the most.

    Nothing is judged where no incident tells the unit. A tally that does not say from when it counts is not exceeded:
    nobody knows what it leaves out.
    """
    counted = count(tally.unit, covered.inside)
    strict = _reading(tally, covered.strict, Pick.LEAST)
    lenient = _reading(tally, covered.lenient, Pick.MOST)
    low, high = bounds(tally)
    if (
        lenient.number is None
        or counted.number is None
        or (tally.since is None and high is not None and counted.number > high)
    ):
        verdict = Verdict.NOT_CHECKED
    else:
        verdict = judge(strict.number or 0, lenient.number, low, high)
    return Readings(counted, missing_of(tally, counted.number), strict, lenient, verdict)


def _reading(tally: TallyMention, incidents: Sequence[Countable], pick: Pick) -> ScopeReading:
    number = count(tally.unit, incidents, pick).number
    return ScopeReading(inside=tuple(sorted(i.id for i in incidents)), number=number, missing=missing_of(tally, number))
