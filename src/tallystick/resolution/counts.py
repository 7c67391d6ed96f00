"""Numbers of people and weapons, pooled over independent sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tallystick.model.incident import Conflict, GroupCount
from tallystick.model.mention import EventMention, Range
from tallystick.model.terms import CasualtyGroup
from tallystick.resolution.features.effects import show_range
from tallystick.resolution.support import conflict, support
from tallystick.resolution.telling import Telling

COUNT_RULE = (
    "low and high over the latest word of every independent source; best is the number of most sources, then of the "
    "latest report (compare UCDP's low, best and high estimates)"
)


def pool_counts(
    tellings: Sequence[Telling], count_of: Callable[[EventMention], Range | None], *, field: str
) -> tuple[Range | None, tuple[Conflict, ...]]:
    """What the counts of one thing come to; null where no telling gives one.

    A source that corrects itself counts with its latest word only. An open end ("at least 3") stays open unless
    another source closes it.
    """
    told = [(count, t) for t in _latest_words(tellings, count_of) if (count := count_of(t.mention)) is not None]
    if not told:
        return None, ()
    values = support(told, same=_bounds)
    ranges = [v.value for v in values]
    leasts = [n for r in ranges if (n := r.low if r.low is not None else r.best) is not None]
    low = min(leasts, default=None)
    high = max((r.high for r in ranges if r.high is not None), default=None)
    if high is not None and high < max(leasts, default=0):
        high = None
    told_best = [v for v in values if v.value.best is not None]
    best = min(told_best, key=lambda v: (-v.origins, -_latest(v.tellings))).value.best if told_best else None
    if best is not None:
        best = max(best, low or 0) if high is None else min(max(best, low or 0), high)
    return Range(low=low, best=best, high=high), conflict(field, values, COUNT_RULE, show=show_range)


def pool_groups(tellings: Sequence[Telling]) -> tuple[tuple[GroupCount, ...], tuple[Conflict, ...]]:
    """What is told of civilians, combatants, women and children apart, each pooled by itself, in that order."""
    counts: list[GroupCount] = []
    conflicts: list[Conflict] = []
    for group in CasualtyGroup:
        killed, of_killed = pool_counts(tellings, _count_of(group, "killed"), field=f"killed_{group.value}")
        injured, of_injured = pool_counts(tellings, _count_of(group, "injured"), field=f"injured_{group.value}")
        conflicts += [*of_killed, *of_injured]
        if killed or injured:
            counts.append(GroupCount(group=group, killed=killed, injured=injured))
    return tuple(counts), tuple(conflicts)


def _count_of(group: CasualtyGroup, harm: str) -> Callable[[EventMention], Range | None]:
    return lambda mention: getattr(mention.casualties.of(group), harm, None)


def _latest_words(tellings: Sequence[Telling], count_of: Callable[[EventMention], Range | None]) -> list[Telling]:
    """The telling that speaks for each origin: of its latest report with the count, the first that gives a number.

    News tells the whole first, and its parts and earlier tolls later; "dozens" gives no number.
    """
    latest: dict[str, Telling] = {}
    for t in sorted(tellings, key=lambda t: (t.published or date.min, t.key)):
        count = count_of(t.mention)
        if count is None:
            continue
        known = latest.get(t.origin.id)
        known_count = count_of(known.mention) if known is not None else None
        if (
            known is None
            or known_count is None
            or known.mention.report_id != t.mention.report_id
            or (known_count.best is None and (count.best or 0) >= (known_count.low or 0))
        ):
            latest[t.origin.id] = t
    return sorted(latest.values(), key=lambda t: t.key)


def _latest(tellings: Sequence[Telling]) -> int:
    return max((t.published or date.min).toordinal() for t in tellings)


def _bounds(r: Range) -> tuple[int | None, int | None, int | None]:
    return r.low, r.best, r.high
