"""An estimate from a table of lists, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

from tallystick.analysis.capture.closed import chapman, chapman_interval, lower_bound
from tallystick.analysis.capture.loglinear import UNEVEN, average_models
from tallystick.analysis.capture.table import Table

FEWEST_MATCHED = 7
"""Below seven matches Chapman's estimate is biased low by more than chance (Robson and Regier 1964)."""
FEWEST_ON_A_LIST = 7
WIDEST = 5.0
"""How many times its lower end the upper end of an interval may be. Our choice: wider than that it tells no size."""
MOST_LISTS = 4
"""With five lists there are a thousand models, and the cells run empty."""


@dataclass(frozen=True)
class Estimate:
    """The whole with its 90 % interval, null where refused; ``at_least`` is null where too little is matched.

    ``terms`` are the dependences of the likeliest model, pairs of lists as "0 1", and ``weight`` is its share.
    """

    total: float | None = None
    low: float | None = None
    high: float | None = None
    at_least: float | None = None
    terms: tuple[str, ...] = ()
    weight: float = 1.0
    refused: str | None = None


def estimate_whole(table: Table) -> Estimate:
    """The size of the whole of which the lists tell parts.

    Two lists: Chapman (1951) with Sadinle's (2009) interval. Three or four: log-linear models, averaged. Refused where
    the data cannot carry it.
    """
    if (why := _too_little(table)) is not None:
        return Estimate(refused=why)
    least = lower_bound(table)
    if table.lists == 2:
        low, high = chapman_interval(table)
        return _unless_wide(Estimate(total=chapman(table), low=low, high=high, at_least=least), ends=True)
    found = average_models(table)
    whole = Estimate(found.total, found.low, found.high, least, found.best, found.weight)
    return _unless_wide(whole, ends=found.ends)


def name_model(terms: tuple[str, ...], names: tuple[str, ...]) -> str:
    """What the likeliest model says of three or more lists: "the lists are independent", or which pairs are not."""
    if not terms:
        return "the lists are independent"
    if terms[0] in UNEVEN:
        return "some incidents are harder to hear of than others, for every list alike"
    pairs = (" and ".join(names[int(n)] for n in term.split()) for term in terms)
    return f"what one tells depends on what the other tells: {'; '.join(pairs)}"


def _too_little(table: Table) -> str | None:
    if table.lists < 2:
        return f"fewer than two independent lists tell {FEWEST_ON_A_LIST} incidents or more that can be matched"
    if table.matched == 0:
        return "no incident is told by two lists: without an overlap nothing can be said"
    if table.matched < FEWEST_MATCHED:
        few = (
            f"only {table.matched} {'incident is' if table.matched == 1 else 'incidents are'} told by two lists or more"
        )
        return f"{few}, and {FEWEST_MATCHED} are the least that an estimate can rest on"
    for one, other in permutations(range(table.lists), 2):
        if table.on(one) == table.on(one, other):
            return "one list tells nothing that another does not tell too, as a copy would"
    return None


def _unless_wide(whole: Estimate, *, ends: bool) -> Estimate:
    assert whole.low is not None
    assert whole.high is not None
    if not ends:
        why = "the models set no upper end: the data fit almost any number untold"
    elif whole.high > WIDEST * whole.low:
        why = f"the interval runs from {whole.low:.0f} to {whole.high:.0f}, more than {WIDEST:.0f} to one"
    else:
        return whole
    return Estimate(at_least=whole.at_least, refused=why)
