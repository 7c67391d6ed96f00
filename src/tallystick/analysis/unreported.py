"""How many incidents were counted and never told: bounds from the tallies, nothing modelled."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.base import Noun
from tallystick.model.tally import Tally
from tallystick.model.terms import Comparator, TallyUnit, Verdict

_COUNTED_ONE_BY_ONE = (TallyUnit.ATTACKS, TallyUnit.STRIKES)


class Unreported(Noun):
    """The least and the most that a tally leaves untold; ``most`` is null where the tally sets no upper bound."""

    tally_id: str
    least: int
    most: int | None
    text: str


def estimate_unreported(tallies: Sequence[Tally]) -> tuple[Unreported, ...]:
    """For each checked tally of attacks or strikes, how many are not on file; the largest lower bound first.

    Assumes that the count is right and that no incident counted on file is there twice. An incident told too vaguely
    to be counted may be one of those left, which lowers the least. No estimate is made of incidents
    that nobody counted: that would need independent lists, and reports copy one another.
    """
    found = []
    for tally in tallies:
        if tally.unit in _COUNTED_ONE_BY_ONE and tally.reconciliation.verdict is not Verdict.NOT_CHECKED:
            least, most = _bounds(tally)
            found.append(Unreported(tally_id=tally.id, least=least, most=most, text=_say(least, most)))
    return tuple(sorted(found, key=lambda u: (-u.least, u.tally_id)))


def _bounds(tally: Tally) -> tuple[int, int | None]:
    told = len(tally.reconciliation.inside)
    vague = len(tally.reconciliation.vague)
    missing = tally.reconciliation.missing or 0
    least = max(0, missing - vague)
    match tally.comparator:
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            return least, None
        case Comparator.UP_TO:
            return least, max(missing, tally.value - told)
        case Comparator.ABOUT | Comparator.NEARLY:
            low = missing if tally.value_low is None else max(0, tally.value_low - told)
            high = tally.value if tally.value_high is None else tally.value_high
            return max(0, low - vague), max(low, high - told)
        case Comparator.EXACT:
            return least, missing


def _say(least: int, most: int | None) -> str:
    if most is None:
        many = f"{least} or more"
    elif least == most:
        many = str(least)
    else:
        many = f"{least} to {most}"
    return f"{many} counted and not told one by one, if the count is right and nothing on file is there twice."
