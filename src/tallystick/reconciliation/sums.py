"""Numbers that one report lists under a whole: parts, counts for its areas, and the items listed under those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention
from tallystick.model.tally import Addend, ListedSum
from tallystick.model.terms import SumVerdict
from tallystick.reconciliation.count import bounds
from tallystick.reconciliation.scope import NOT_EXHAUSTIVE, SameSide

AreaWithin = Callable[[str, str], bool]
"""Whether the first area lies in the second, or is it."""

_Bound = int | None


def sums_of(
    tally: TallyMention,
    siblings: Sequence[TallyMention],
    *,
    same_side: SameSide,
    area_within: AreaWithin,
    area_name: Callable[[str], str] = str,
) -> tuple[ListedSum, ...]:
    """What a report lists under a tally, held against it: its parts, the counts of the ``siblings`` (the tallies of the
    report) for areas inside it, and where all of these list items, the items.
    """
    narrower = _subtotals(tally, siblings, same_side, area_within)
    parts = tuple(
        Addend(scope=p.scope, value=p.value, tally_id=_told_by(p.scope, p.value, narrower)) for p in tally.parts
    )
    areas = tuple(Addend(scope=" and ".join(n.scope.areas), value=n.value, tally_id=n.id) for n in narrower)
    parts_are_all = _are_all(tally, area_within)
    areas_are_all = _cover([a for n in narrower for a in n.scope.areas], tally, area_within)
    found = []
    if parts:
        found.append(_held("Its parts", tally, parts, _exact(parts), parts_are_all, area_name))
    if len(areas) > 1 and sorted(a.value for a in areas) != sorted(p.value for p in parts):
        each = [bounds(n) for n in narrower]
        found.append(_held("The counts for its areas", tally, areas, each, areas_are_all, area_name))
    are_told = bool(parts) and all(p.tally_id for p in parts)
    told = {p.tally_id for p in parts} if are_told else {a.tally_id for a in areas}
    listing = [n for n in narrower if n.id in told]
    if len(listing) > 1 and all(n.parts for n in listing):
        is_all = (parts_are_all if are_told else areas_are_all) and all(_are_all(n, area_within) for n in listing)
        items = tuple(Addend(scope=p.scope, value=p.value) for n in listing for p in n.parts)
        found.append(_held("The items listed under these", tally, items, _exact(items), is_all, area_name))
    return tuple(found)


def _held(
    what: str,
    tally: TallyMention,
    addends: tuple[Addend, ...],
    each: Sequence[tuple[_Bound, _Bound]],
    whole: bool,
    area_name: Callable[[str], str],
) -> ListedSum:
    low, high = bounds(tally)
    total = sum(a.value for a in addends)
    is_short, is_more = low is not None and total < low, high is not None and total > high
    most = None if any(m is None for _, m in each) else sum(m or 0 for _, m in each)
    cannot_reach = is_short and whole and high is not None and most is not None and most < (low or 0)
    return ListedSum(
        addends=addends,
        total=total,
        said=tally.value,
        verdict=SumVerdict.FALLS_SHORT if is_short else SumVerdict.COMES_TO_MORE if is_more else SumVerdict.ADDS_UP,
        contradicts=cannot_reach or (is_more and high is not None and sum(m or 0 for m, _ in each) > high),
        why=f"{what} ({_listed(addends, area_name)}) come to {total}, {_against(total, tally.value)}.",
    )


def _against(total: int, said: int) -> str:
    if total == said:
        return "as it says"
    return f"{abs(total - said)} {'more' if total > said else 'fewer'} than it says"


def _listed(addends: Sequence[Addend], area_name: Callable[[str], str]) -> str:
    return ", ".join(f"{a.value} {scope_words(a.scope, area_name)}" for a in addends)


def scope_words(scope: str, area_name: Callable[[str], str]) -> str:
    """The scope of a part in words: "in" and the name, if it is a country code or the id of a place."""
    if len(scope) == 2 and scope.isupper():
        return f"in {area_name(scope)}"
    name = area_name(scope)
    return scope if name == scope else f"in {name}"


def _exact(addends: Sequence[Addend]) -> list[tuple[_Bound, _Bound]]:
    return [(a.value, a.value) for a in addends]


def _are_all(tally: TallyMention, area_within: AreaWithin) -> bool:
    """True if the parts of a tally are meant to be all of it: no "including", and every area that it names has one."""
    areas, parts = tally.scope.areas, [p.scope for p in tally.parts]
    if not parts or NOT_EXHAUSTIVE.search(tally.quote.exact):
        return False
    met = [any(area_within(part, area) or area_within(area, part) for part in parts) for area in areas]
    return all(met) or not any(met)


def _cover(areas: Sequence[str], whole: TallyMention, area_within: AreaWithin) -> bool:
    """True if the areas hold all that a tally names."""
    return bool(whole.scope.areas) and all(any(area_within(one, area) for area in areas) for one in whole.scope.areas)


def _told_by(scope: str, value: int, narrower: Sequence[TallyMention]) -> str | None:
    """The sibling that counts the area of a part, if it gives the same number."""
    return next((n.id for n in narrower if n.scope.areas == (scope,) and n.value == value), None)


def _subtotals(
    tally: TallyMention, siblings: Sequence[TallyMention], same_side: SameSide, area_within: AreaWithin
) -> list[TallyMention]:
    """The widest counts of the same report, of the same things and days, for areas inside that of the tally; each area
    once, in the order told.
    """
    told = sorted((s for s in siblings if _same_matter(tally, s, same_side)), key=lambda s: (s.quote.start, s.id))
    inner = [s for s in told if _is_narrower(s, tally, area_within)]
    widest = [s for s in inner if not any(_is_narrower(s, o, area_within) for o in inner)]
    apart: list[TallyMention] = []
    for one in widest:
        if not any(
            area_within(a, b) or area_within(b, a) for o in apart for a in one.scope.areas for b in o.scope.areas
        ):
            apart.append(one)
    return apart


def _same_matter(tally: TallyMention, other: TallyMention, same_side: SameSide) -> bool:
    return (
        other.id != tally.id
        and other.unit is tally.unit
        and (other.since, other.until) in ((tally.since, tally.until), (None, None))
        and not set(other.scope.weapons).symmetric_difference(tally.scope.weapons)
        and all(_one_side(tally, other, same_side))
    )


def _one_side(tally: TallyMention, other: TallyMention, same_side: SameSide) -> Iterator[bool]:
    one, two = tally.scope, other.scope
    pairs: tuple[tuple[ActorRef | None, ActorRef | None], ...] = ((one.actor, two.actor), (one.target, two.target))
    for a, b in pairs:
        yield a is None or b is None or a == b or same_side(a, b) is True


def _is_narrower(inner: TallyMention, outer: TallyMention, area_within: AreaWithin) -> bool:
    if not inner.scope.areas:
        return False
    if not outer.scope.areas:
        return True
    inside = all(any(area_within(a, b) for b in outer.scope.areas) for a in inner.scope.areas)
    around = all(any(area_within(b, a) for a in inner.scope.areas) for b in outer.scope.areas)
    return inside and not around
