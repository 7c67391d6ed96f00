"""How many incidents were counted and never told: bounds from the tallies, and an estimate beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.analysis.capture.from_lists import estimate_from_lists
from tallystick.model.incident import Incident
from tallystick.model.tally import Tally
from tallystick.model.terms import Comparator, TallyUnit, Verdict
from tallystick.model.unreported import Unreported, UnreportedEstimate

_COUNTED_ONE_BY_ONE = (TallyUnit.ATTACKS, TallyUnit.STRIKES)


def estimate_unreported(tallies: Sequence[Tally], incidents: Iterable[Incident] = ()) -> tuple[Unreported, ...]:
    """For each checked tally of attacks or strikes, how many are not on file; the largest lower bound first.

    The bounds assume that the count is right and that no incident counted on file is there twice. An incident told too
    vaguely to be counted may be one of those left, which lowers the least. Beside them stands, where ``incidents``
    hold those inside, what their sources say of the incidents that nobody tells.
    """
    by_id = {i.id: i for i in incidents}
    estimates: dict[tuple[str, ...], UnreportedEstimate] = {}
    found = []
    for tally in tallies:
        if tally.unit in _COUNTED_ONE_BY_ONE and tally.reconciliation.verdict is not Verdict.NOT_CHECKED:
            least, most = _bounds(tally)
            inside = tuple(sorted(i for i in tally.reconciliation.inside if i in by_id))
            if inside and inside not in estimates:
                estimates[inside] = estimate_from_lists(by_id[i] for i in inside)
            said = _say(least, most)
            estimate = estimates.get(inside)
            found.append(Unreported(tally_id=tally.id, least=least, most=most, text=said, estimate=estimate))
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
