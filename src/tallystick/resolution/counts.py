"""Numbers of people and weapons, pooled over independent sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tallystick.model.incident import Conflict, ConflictValue, GroupCount
from tallystick.model.mention import EventMention, Range
from tallystick.model.terms import CasualtyGroup
from tallystick.resolution.features.effects import show_range
from tallystick.resolution.rules import RULES
from tallystick.resolution.support import Chosen, Supported, support
from tallystick.resolution.telling import Key, Telling

CountOf = Callable[[EventMention], Range | None]
Told = list[tuple[Range, Telling]]
Bounds = tuple[int | None, int | None, int | None]

TAKEN_BACK = "the latest word of the source"


def pool_counts(tellings: Sequence[Telling], count_of: CountOf, *, field: str) -> Chosen[Range | None]:
    """What the counts of one thing come to, low and high over all sources (compare UCDP's low, best and high); null
    where no telling gives one.

    A source that corrects itself counts with its latest word only; its earlier ones are kept among the conflicts, with
    no source that stands by them. An open end ("at least 3") stays open unless another source closes it.
    """
    told = [(count, t) for t in tellings if (count := count_of(t.mention)) is not None]
    if not told:
        return Chosen(None)
    latest, earlier = _words(told)
    values = RULES[field].order(support(latest, same=_bounds))
    ranges = [v.value for v in values]
    leasts = [n for r in ranges if (n := r.low if r.low is not None else r.best) is not None]
    low = min(leasts, default=None)
    high = max((r.high for r in ranges if r.high is not None), default=None)
    if high is not None and high < max(leasts, default=0):
        high = None
    best = values[0].value.best
    if best is not None:
        best = max(best, low or 0) if high is None else min(max(best, low or 0), high)
    backing = {_bounds(s.value): s for s in support([*latest, *earlier], same=_bounds)}
    return Chosen(
        Range(low=low, best=best, high=high),
        tuple(i for v in values for i in backing[_bounds(v.value)].mention_ids),
        _conflict(field, values, backing),
    )


def pool_groups(tellings: Sequence[Telling]) -> tuple[tuple[GroupCount, ...], dict[str, Chosen[Range | None]]]:
    """What is told of civilians, combatants, women and children apart, each pooled by itself, in that order; and how
    each count of them was chosen, by field.
    """
    counts: list[GroupCount] = []
    chosen: dict[str, Chosen[Range | None]] = {}
    apart = [t for t in tellings if t.mention.casualties.groups]
    for group in CasualtyGroup if apart else ():
        fields = {harm: f"{harm}_{group.value}" for harm in ("killed", "injured")}
        pooled = {harm: pool_counts(apart, _count_of(group, harm), field=f) for harm, f in fields.items()}
        if any(each.value for each in pooled.values()):
            counts.append(GroupCount(group=group, killed=pooled["killed"].value, injured=pooled["injured"].value))
            chosen |= {fields[harm]: each for harm, each in pooled.items()}
    return tuple(counts), chosen


def _conflict(
    field: str, values: Sequence[Supported[Range]], backing: Mapping[Bounds, Supported[Range]]
) -> tuple[Conflict, ...]:
    """The counts that differ, the one that sets the best number first, those taken back last; empty where all can be
    one count ("2", "at least 2").
    """
    if _agree([s.value for s in backing.values()]):
        return ()
    standing = {_bounds(v.value): v.origins for v in values}
    shown = tuple(
        ConflictValue(value=show_range(s.value), mention_ids=s.mention_ids, sources=standing.get(bounds, 0))
        for bounds, s in sorted(backing.items(), key=lambda item: _place(item[0], standing))
    )
    rule = RULES[field]
    decided_by = rule.deciding(values[0], values[1]) if len(values) > 1 else TAKEN_BACK
    return (Conflict(field=field, values=shown, rule=rule.words, decided_by=decided_by),)


def _place(bounds: Bounds, standing: Mapping[Bounds, int]) -> int:
    return list(standing).index(bounds) if bounds in standing else len(standing)


def _count_of(group: CasualtyGroup, harm: str) -> CountOf:
    return lambda mention: getattr(mention.casualties.of(group), harm, None)


def _words(told: Told) -> tuple[Told, Told]:
    """The count that each origin stands by, and the counts that it told before: one a report."""
    words: dict[tuple[str, str], tuple[Range, Telling]] = {}
    for count, t in sorted(told, key=_by_day):
        if _speaks(count, words.get(key := (t.origin.id, t.mention.report_id))):
            words[key] = count, t
    latest = {t.origin.id: (count, t) for count, t in words.values()}
    standing = {id(t) for _, t in latest.values()}
    return list(latest.values()), [(count, t) for count, t in words.values() if id(t) not in standing]


def _by_day(pair: tuple[Range, Telling]) -> tuple[date, str, Key]:
    _, t = pair
    return t.published or date.min, t.mention.report_id, t.key


def _speaks(count: Range, known: tuple[Range, Telling] | None) -> bool:
    """True if a count speaks for its report rather than the one told before it: the first that gives a number does.

    News tells the whole first, and its parts and earlier tolls later; "dozens" gives no number.
    """
    return known is None or (known[0].best is None and (count.best or 0) >= (known[0].low or 0))


def _agree(counts: Sequence[Range]) -> bool:
    """True if no two give different numbers, and one number lies within the bounds of all."""
    numbers = {r.best for r in counts if r.best is not None}
    lows = [r.low for r in counts if r.low is not None]
    highs = [r.high for r in counts if r.high is not None]
    return len(numbers) < 2 and max([*lows, *numbers], default=0) <= min([*highs, *numbers], default=10**9)


def _bounds(r: Range) -> Bounds:
    return r.low, r.best, r.high
