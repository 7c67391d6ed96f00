"""Incidents as lists: which can be matched, and who originally reported them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tallystick.analysis.capture.estimate import FEWEST_ON_A_LIST, MOST_LISTS
from tallystick.analysis.capture.table import Table
from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident
from tallystick.model.terms import DatePrecision, PlacePrecision, ReviewState, Status
from tallystick.model.unreported import LeftOut, ReportingList

_DID_NOT_HAPPEN = (Status.DENIED, Status.DISCOUNTED, Status.RETRACTED)
_COARSE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
_OTHERS = "the other sources together"


@dataclass(frozen=True)
class Lists:
    """The lists with the most incidents first, their table, and the incidents that went into it."""

    lists: tuple[ReportingList, ...]
    table: Table
    matchable: tuple[Incident, ...]
    left_out: tuple[LeftOut, ...]


def gather_lists(incidents: Iterable[Incident]) -> Lists:
    """The independent lists behind incidents: one for each who originally reported, copies of one wire being one list.

    Only incidents told to the day, and to a place finer than a country, are taken: whether two reports mean the same
    happening can be told of no other. A source of fewer than ``FEWEST_ON_A_LIST`` incidents, and those beyond the
    ``MOST_LISTS`` - 1 largest, are pooled into one list, which is dropped if it is too short itself.
    """
    matchable, left_out = _set_apart(tuple(incidents))
    told: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for incident in matchable:
        for origin in incident.origins:
            told[origin.id].add(incident.id)
            names.setdefault(origin.id, origin.name)
    order = sorted(told, key=lambda o: (-len(told[o]), names[o].casefold(), o))
    long = [o for o in order if len(told[o]) >= FEWEST_ON_A_LIST]
    alone = long if len(long) == len(order) and len(long) <= MOST_LISTS else long[: MOST_LISTS - 1]
    rest = [o for o in order if o not in alone]
    held: list[tuple[str, set[str], tuple[str, ...]]] = [(names[o], told[o], ()) for o in alone]
    pooled = set[str]().union(*(told[o] for o in rest))
    if len(pooled) >= FEWEST_ON_A_LIST:
        held.append((_OTHERS, pooled, tuple(names[o] for o in rest)))
    patterns = {i.id: frozenset(n for n, (_, ids, _) in enumerate(held) if i.id in ids) for i in matchable}
    untold = sum(not p for p in patterns.values())
    if untold:
        left_out = (*left_out, LeftOut(why="told only by sources too short to be a list", incidents=untold))
    return Lists(
        lists=tuple(ReportingList(name=n, incidents=len(ids), pooled=pool) for n, ids, pool in held),
        table=Table.of(patterns.values(), len(held)),
        matchable=matchable,
        left_out=left_out,
    )


def _set_apart(incidents: Sequence[Incident]) -> tuple[tuple[Incident, ...], tuple[LeftOut, ...]]:
    """The incidents that can be matched, and how many others for which reason, in the order of the reasons met."""
    vague = {i.id for i in set_vague_apart(incidents)[1]}
    reasons = {i.id: _why_not(i, vague=i.id in vague) for i in incidents}
    counted = Counter(why for why in reasons.values() if why)
    return (
        tuple(i for i in incidents if reasons[i.id] is None),
        tuple(LeftOut(why=why, incidents=n) for why, n in sorted(counted.items())),
    )


def _why_not(incident: Incident, *, vague: bool) -> str | None:
    if incident.review_state is ReviewState.REJECTED:
        return "rejected by a reviewer"
    if incident.background:
        return "told as background"
    if incident.status in _DID_NOT_HAPPEN:
        return "denied, discounted or retracted"
    if vague:
        return "told too vaguely to say whether it is another"
    if incident.date_precision is not DatePrecision.DAY or incident.start is None:
        return "not told to the day"
    if incident.place is None or incident.place.precision in _COARSE:
        return "not told to a place finer than a country"
    return None
