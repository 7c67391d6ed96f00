"""How many incidents nobody told one by one, estimated from incidents on file and said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tallystick.analysis.capture.estimate import Estimate, estimate_whole, name_model
from tallystick.analysis.capture.lists import Lists, gather_lists
from tallystick.model.incident import Incident
from tallystick.model.unreported import ListPattern, UnreportedEstimate

_CLOSED = (
    "Closed population: every incident could have been told by every list, none entered or left its field of view."
)
_MATCHED = "Perfect matching: no incident stands on file twice, and none is two that were joined."
_ALIKE = "Equal catchability: within a list no incident is harder to hear of than another."
_SPREAD = (
    "Catchability: within a list some incidents may be harder to hear of than others only as one model allows, for "
    "every list alike; small incidents in places that no source covers are outside any estimate."
)
_INDEPENDENT = "Independence: what one list tells makes it neither likelier nor less likely that the other tells it."
_PAIRS = (
    "Dependence: lists may depend on each other in pairs or as one model of uneven catchability says, not otherwise."
)

_UNTRIED = (
    "Two lists cannot show whether they depend on each other. If they do, as where both tell what is large and near, "
    "the interval is wrong, most often too low."
)


def estimate_from_lists(incidents: Iterable[Incident]) -> UnreportedEstimate:
    """The estimate for incidents of one question, by who originally reported them.

    It holds for incidents like those: of their days, area and sort, and such as these lists tell at all.
    """
    gathered = gather_lists(incidents)
    table, names = gathered.table, tuple(each.name for each in gathered.lists)
    found = estimate_whole(table)
    least = found.at_least if found.total is None or found.at_least is None else min(found.at_least, found.total)
    two = table.lists == 2
    patterns = sorted(table.counts.items(), key=lambda item: (len(item[0]), sorted(item[0])))
    return UnreportedEstimate(
        lists=gathered.lists,
        patterns=tuple(ListPattern(told_by=tuple(names[n] for n in sorted(p)), incidents=c) for p, c in patterns),
        left_out=gathered.left_out,
        seen=table.seen,
        matched=table.matched,
        model=_say_model(found, names),
        total=_rounded(found.total),
        low=_rounded(found.low),
        high=_rounded(found.high),
        at_least=_rounded(least),
        refused=found.refused,
        assumptions=()
        if found.refused
        else (_CLOSED, *((_INDEPENDENT, _ALIKE) if two else (_PAIRS, _SPREAD)), _MATCHED),
        doubts=_doubts(gathered, two=two and found.refused is None),
        text=_say(found, table.seen, least),
    )


def _say_model(found: Estimate, names: tuple[str, ...]) -> str | None:
    if found.refused is not None:
        return None
    if len(names) == 2:
        return "two independent lists (Chapman 1951, interval of Sadinle 2009)"
    best = name_model(found.terms, names)
    return f"log-linear models, averaged; likeliest, with {found.weight:.0%} of the weight: {best}"


def _doubts(gathered: Lists, *, two: bool) -> tuple[str, ...]:
    """What speaks against independent lists: that two cannot be tried, and one informant behind what they share."""
    doubts = [_UNTRIED] if two else []
    shared = [i for i in gathered.matchable if len(i.origins) > 1]
    voices = Counter(name for i in shared for name in {a.name for a in i.informants})
    name, many = min(voices.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    if 2 * many > len(shared):
        doubts.append(
            f"{many} of the {len(shared)} incidents that two sources tell are told on the word of {name}: sources that "
            "wait for one voice depend on each other, and then more are untold than the estimate says."
        )
    return tuple(doubts)


def _say(found: Estimate, seen: int, least: float | None) -> str:
    more = "" if least is None else f"{max(0, round(least) - seen)} more"
    if found.total is None or found.low is None or found.high is None:
        cautious = f" The cautious figure is {more}, if no two lists avoid each other." if more else ""
        return f"No estimate: {found.refused}.{cautious}"
    untold, low, high = (max(0, round(n) - seen) for n in (found.total, found.low, found.high))
    return (
        f"{seen} incidents are told by at least one list. About {untold} more are estimated to be told by none "
        f"(90 % interval {low} to {high}), if the assumptions hold; the cautious figure is {more}."
    )


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 1)
