"""What the incidents inside a tally come to, in the unit of the tally."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from tallystick.model.base import Noun
from tallystick.model.countable import Countable
from tallystick.model.mention import Range, TallyMention
from tallystick.model.tally import Tally
from tallystick.model.terms import Comparator, TallyUnit, Verdict

ABOUT = 0.1
"""How far, as a share of the value, a count may lie from "about" or "nearly" and still agree with it. Our choice."""


class Pick(Enum):
    """Which number of a range is summed."""

    LEAST = "least"
    BEST = "best"
    MOST = "most"


class Counted(Noun):
    """A count from the incidents on file. ``number`` is null where no incident tells the unit; ``untold`` is how many
    incidents inside do not tell it.
    """

    number: int | None
    untold: int = 0


def count(unit: TallyUnit, incidents: Sequence[Countable], pick: Pick = Pick.BEST) -> Counted:
    """The incidents in the given unit: attacks and strikes one each, else the sum of what they tell of it.

    Incidents tell nothing of people abducted, detained or displaced.
    """
    match unit:
        case TallyUnit.ATTACKS | TallyUnit.STRIKES:
            return Counted(number=len(incidents))
        case TallyUnit.CLAIMS:
            return Counted(number=sum(1 for i in incidents if i.claimed_by))
        case TallyUnit.SITES:
            pins = {i.place.id for i in incidents if i.place and not i.place.is_area}
            untold = sum(1 for i in incidents if i.place is None or i.place.is_area)
            return Counted(number=len(pins) if pins else None, untold=untold)
        case TallyUnit.PROJECTILES:
            return _sum((i.weapon_count for i in incidents), pick)
        case TallyUnit.KILLED:
            return _sum((i.killed for i in incidents), pick)
        case TallyUnit.INJURED:
            return _sum((i.injured for i in incidents), pick)
        case TallyUnit.CASUALTIES:
            return _sum((_together(i, pick) for i in incidents), pick)
        case TallyUnit.ABDUCTED | TallyUnit.DETAINED | TallyUnit.DISPLACED:
            return Counted(number=None, untold=len(incidents))


def bounds(tally: TallyMention | Tally) -> tuple[int | None, int | None]:
    """The least and the most that a tally says; null where it sets no bound. Widened by ``ABOUT`` for round words."""
    value = tally.value
    slack = max(1, round(value * ABOUT))
    match tally.comparator:
        case Comparator.EXACT:
            return value, value
        case Comparator.AT_LEAST:
            return value, None
        case Comparator.MORE_THAN:
            return value + 1, None
        case Comparator.ABOUT:
            return _or(tally.value_low, value - slack), _or(tally.value_high, value + slack)
        case Comparator.NEARLY:
            return _or(tally.value_low, value - slack), value
        case Comparator.UP_TO:
            return tally.value_low, value


def least(tally: TallyMention) -> int | None:
    """The number that must be on file for nothing to be missing; null where a tally sets no lower bound."""
    if tally.comparator is Comparator.UP_TO:
        return tally.value_low
    return tally.value + 1 if tally.comparator is Comparator.MORE_THAN else tally.value


def missing_of(tally: TallyMention, number: int | None) -> int | None:
    """How many of the count are not on file; null where it was not counted or sets no lower bound."""
    expected = least(tally)
    return None if number is None or expected is None else max(0, expected - number)


def judge(strict: int, lenient: int, low: int | None, high: int | None) -> Verdict:
    """How the incidents that are surely counted (``strict``) and all that may be (``lenient``, no fewer) stand to the
    bounds of a tally. Without an upper bound nothing is exceeded, without a lower one nothing is missing.
    """
    if low is not None and lenient < low:
        return Verdict.INCOMPLETE
    if high is not None and strict > high:
        return Verdict.EXCEEDED
    short, over = low is not None and strict < low, high is not None and lenient > high
    if short:
        return Verdict.BETWEEN_READINGS if over else Verdict.CONSISTENT_LENIENTLY
    return Verdict.CONSISTENT_STRICTLY if over else Verdict.CONSISTENT


def _sum(ranges: Iterable[Range | None], pick: Pick) -> Counted:
    told, untold = [], 0
    for one in ranges:
        number = None if one is None else _number(one, pick)
        if number is None:
            untold += 1
        else:
            told.append(number)
    return Counted(number=sum(told) if told else None, untold=untold)


def _number(told: Range, pick: Pick) -> int | None:
    match pick:
        case Pick.LEAST:
            return _or(told.low, told.best)
        case Pick.BEST:
            return _or(told.best, told.low)
        case Pick.MOST:
            return _or(told.high, _or(told.best, told.low))


def _together(incident: Countable, pick: Pick) -> Range | None:
    both = _sum((incident.killed, incident.injured), pick)
    return None if both.number is None else Range(low=both.number, best=both.number, high=both.number)


def _or(number: int | None, instead: int | None) -> int | None:
    return instead if number is None else number
